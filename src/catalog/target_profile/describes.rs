//! What an application says about its attributes: the plan's own list, or else the list of its profile.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::profile_of;
use crate::plan::{AttributePath, DescribedAttribute, ObjectKind, Plan};

/// Where the description of an application's attributes is.
#[derive(Debug)]
pub enum Describes {
    /// In the plan, where it was imported. Otherwise nothing is known.
    Plan,
    /// In the profile. A description in the plan takes its place.
    Profile(&'static LazyLock<Vec<DescribedAttribute>>),
}

/// The application's description of its attributes; empty where it is not known.
pub fn described(plan: &Plan) -> &[DescribedAttribute] {
    match &profile_of(plan).attributes.describes {
        _ if !plan.target_attributes.is_empty() => &plan.target_attributes,
        Describes::Plan => &[],
        Describes::Profile(list) => list,
    }
}

/// The description of a plan's application, to look attributes up in.
#[derive(Debug, Default)]
pub struct Description<'a> {
    by_path: HashMap<(ObjectKind, String), &'a DescribedAttribute>,
}

impl<'a> Description<'a> {
    /// The description of the plan's application.
    pub fn of(plan: &'a Plan) -> Self {
        let entry = |one: &'a DescribedAttribute| ((one.kind, key(&one.name, false)), one);
        Self { by_path: described(plan).iter().rev().map(entry).collect() }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// Whether it describes any attribute of this kind.
    pub fn has(&self, kind: ObjectKind) -> bool {
        self.by_path.keys().any(|(of, _)| *of == kind)
    }

    /// What the application says about a target path: about the path itself, or else about the sub-attribute without the
    /// filter of its element.
    pub fn get(&self, kind: ObjectKind, path: &str) -> Option<&'a DescribedAttribute> {
        let find = |without_filter| self.by_path.get(&(kind, key(path, without_filter))).copied();
        find(false).or_else(|| find(true))
    }
}

/// The same text for all spellings of a path. Descriptions and mappings write the core schema's URN or leave it out.
fn key(path: &str, without_filter: bool) -> String {
    const CORE: &str = "urn:ietf:params:scim:schemas:core:2.0:";
    let is_core = |schema: &&str| schema.get(..CORE.len()).is_some_and(|start| start.eq_ignore_ascii_case(CORE));
    match AttributePath::parse(path) {
        Ok(parsed) => {
            let schema = parsed.schema.filter(|schema| !is_core(schema));
            let filter = parsed.filter.clone().filter(|_| !without_filter);
            AttributePath { schema, filter, ..parsed }.key()
        }
        Err(_) => path.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_finds_its_attribute_in_any_spelling_and_without_its_filter() {
        let one = |name: &str| DescribedAttribute { name: name.to_owned(), ..DescribedAttribute::default() };
        let plan = Plan {
            target_profile: "scim".into(),
            target_attributes: vec![one("userName"), one("emails.value"), one("emails[type eq \"home\"].value")],
            ..Plan::default()
        };
        let description = Description::of(&plan);
        let found = |path: &str| description.get(ObjectKind::User, path).map(|one| one.name.as_str());
        assert_eq!(found("username"), Some("userName"));
        assert_eq!(found("urn:ietf:params:scim:schemas:core:2.0:User:userName"), Some("userName"));
        assert_eq!(found("emails[type eq \"work\"].value"), Some("emails.value"));
        assert_eq!(found("emails[type eq \"home\"].value"), Some("emails[type eq \"home\"].value"));
        assert_eq!((found("title"), description.get(ObjectKind::Group, "userName")), (None, None));
        assert!(!description.has(ObjectKind::Group));
    }
}
