//! Keys of people and groups regardless of case: PowerShell's typed cmdlets write `UserPrincipalName`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::catalog::{is_directory_extension, source_attributes};
use crate::plan::ObjectKind;

/// Keys of a person that say in what state the person is. They are no source attributes.
pub const STATES: [&str; 4] = ["assigned", "softDeleted", "hardDeleted", "memberOf"];

/// Keys that a file may have beside source attributes.
const AROUND: [&str; 8] = [
    "additionalProperties",
    "deletedDateTime",
    "employeeOrgData",
    "id",
    "manager",
    "members",
    "onPremisesExtensionAttributes",
    "members@odata.bind",
];

/// A key as the rest of the room spells it.
pub(super) fn spelled(key: &str) -> &str {
    known(key).unwrap_or(key)
}

/// The spelling of a known key; nothing for any other. Directory extensions keep their case.
pub(super) fn known(key: &str) -> Option<&'static str> {
    static KEYS: OnceLock<BTreeMap<String, &'static str>> = OnceLock::new();
    let keys = KEYS.get_or_init(|| {
        let attributes = ObjectKind::ALL.into_iter().flat_map(source_attributes);
        let names = attributes.flat_map(|attribute| [Some(attribute.name), attribute.graph_name]).flatten();
        let mut keys = BTreeMap::new();
        for name in names.chain(STATES).chain(AROUND) {
            keys.entry(name.to_ascii_lowercase()).or_insert(name);
        }
        keys
    });
    keys.get(&key.to_ascii_lowercase()).copied()
}

/// Whether a key can be a person's or a group's: a source attribute, a state, or a directory extension.
pub(super) fn is_known(key: &str) -> bool {
    known(key).is_some()
        || is_directory_extension(key)
        || key.to_ascii_lowercase().starts_with("onpremisesextensionattributes.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spelled_as_the_catalogue_does() {
        for (written, name) in [
            ("UserPrincipalName", "userPrincipalName"),
            ("Id", "id"),
            ("issoftdeleted", "IsSoftDeleted"),
            ("MobilePhone", "mobilePhone"),
            ("MemberOf", "memberOf"),
            ("extension_0123456789abcdef0123456789abcdef_Shoe", "extension_0123456789abcdef0123456789abcdef_Shoe"),
            ("shoeSize", "shoeSize"),
        ] {
            assert_eq!(spelled(written), name);
        }
    }
}
