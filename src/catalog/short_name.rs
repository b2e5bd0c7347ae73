//! Short names of attributes.

use crate::plan::{AttributePath, AttributeSide};

/// The short name: of a URN the last part, of a directory extension the part after the application's ID.
pub fn short_name(side: AttributeSide, name: &str) -> String {
    match side {
        AttributeSide::Source => {
            let extension = name.strip_prefix("extension_").and_then(|rest| rest.split_once('_'));
            let is_id = |id: &str| id.len() == 32 && id.bytes().all(|one| one.is_ascii_hexdigit());
            extension.filter(|(id, _)| is_id(id)).map_or(name, |(_, own)| own).to_owned()
        }
        AttributeSide::Target => AttributePath::parse(name).map_or_else(|_| name.to_owned(), |path| path.short()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_is_the_name() {
        let target = |name| short_name(AttributeSide::Target, name);
        assert_eq!(target("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"), "department");
        assert_eq!(target("emails[type eq \"work\"].value"), "emails[work]");
        assert_eq!(target("not a path["), "not a path[");
        let source = |name| short_name(AttributeSide::Source, name);
        assert_eq!(source("extension_0123456789abcdef0123456789abcdef_costCentre"), "costCentre");
        assert_eq!(
            (source("extension_short_name"), source("mail")),
            ("extension_short_name".to_owned(), "mail".to_owned())
        );
    }
}
