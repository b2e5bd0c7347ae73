//! Whether a mapping of this plan can use a name.

use super::{
    SourceAttribute, TargetAttribute, described, source_attribute, source_attributes, target_attribute,
    target_attributes,
};
use crate::plan::{AttributePath, AttributeSide, DescribedAttribute, ENTERPRISE_USER, ObjectKind, Plan};
use crate::text::nearest_name;

/// What is known about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<T: 'static> {
    /// The catalogue contains it.
    Catalogued(&'static T),
    /// A directory extension, an attribute of an extension schema, or an attribute that the plan defines.
    Extension,
    /// A well-formed path to a sub-attribute of an element, or an attribute that the application describes. You add it by
    /// hand to the portal's attribute list.
    WellFormed,
    /// Nothing is known about it.
    Unknown {
        /// The known name that the user probably meant.
        nearest: Option<String>,
    },
}

impl<T> Known<T> {
    /// Whether nothing is known about it.
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown { .. })
    }
}

fn defines(plan: &Plan, side: AttributeSide, name: &str) -> bool {
    plan.attribute_definitions.side(side).iter().any(|definition| definition.name == name)
}

fn defined_names(plan: &Plan, side: AttributeSide) -> impl Iterator<Item = &str> {
    plan.attribute_definitions.side(side).iter().map(|definition| definition.name.as_str())
}

/// What is known about the name of a source attribute.
pub fn known_source(plan: &Plan, kind: ObjectKind, name: &str) -> Known<SourceAttribute> {
    if let Some(attribute) = source_attribute(kind, name) {
        return Known::Catalogued(attribute);
    }
    if defines(plan, AttributeSide::Source, name) || is_directory_extension(name) {
        return Known::Extension;
    }
    // People who know Microsoft Graph use Graph's names.
    let renamed = source_attributes(kind)
        .iter()
        .find(|attribute| attribute.graph_name.is_some_and(|graph| graph.eq_ignore_ascii_case(name)));
    let nearest = renamed.map(|attribute| attribute.name).or_else(|| {
        let names = source_attributes(kind).iter().map(|attribute| attribute.name);
        nearest_name(name, names.chain(defined_names(plan, AttributeSide::Source)))
    });
    Known::Unknown { nearest: nearest.map(str::to_owned) }
}

/// What is known about the path of a target attribute.
pub fn known_target(plan: &Plan, kind: ObjectKind, path: &str) -> Known<TargetAttribute> {
    if let Some(attribute) = target_attribute(kind, path) {
        return Known::Catalogued(attribute);
    }
    if defines(plan, AttributeSide::Target, path) {
        return Known::Extension;
    }
    if is_described(plan, kind, path) {
        return Known::WellFormed;
    }
    let parsed = AttributePath::parse(path).ok();
    let respelt = target_attributes(kind)
        .iter()
        .map(|attribute| attribute.path)
        .chain(defined_names(plan, AttributeSide::Target))
        .find(|other| same_target(path, other));
    if let Some(nearest) = respelt {
        return Known::Unknown { nearest: Some(nearest.to_owned()) };
    }
    if is_extension_urn(kind, path) {
        return Known::Extension;
    }
    if kind == ObjectKind::User && parsed.as_ref().is_some_and(is_element_path) {
        return Known::WellFormed;
    }
    let names = target_attributes(kind).iter().map(|attribute| attribute.path);
    let nearest = nearest_name(path, names.chain(defined_names(plan, AttributeSide::Target)))
        .or_else(|| path.strip_suffix(".value").filter(|manager| target_attribute(kind, manager).is_some()));
    Known::Unknown { nearest: nearest.map(str::to_owned) }
}

/// Whether the application itself describes the attribute, with the filter of an element or without.
fn is_described(plan: &Plan, kind: ObjectKind, path: &str) -> bool {
    let list = described(plan);
    if list.is_empty() {
        return false;
    }
    let bare = without_filter(path);
    let is_it = |one: &DescribedAttribute| same_target(&one.name, path) || same_target(&one.name, &bare);
    list.iter().any(|one| one.kind == kind && is_it(one))
}

/// `emails.value` for `emails[type eq "work"].value`.
fn without_filter(path: &str) -> String {
    match (path.find('['), path.rfind(']')) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &path[..open], &path[close + 1..]),
        _ => path.to_owned(),
    }
}

/// Whether two target paths mean the same attribute. SCIM ignores the case of names.
pub fn same_target(a: &str, b: &str) -> bool {
    // Most paths differ clearly, most often at the end. Only paths that differ just in case and blanks are parsed.
    fn letters(text: &str) -> impl Iterator<Item = u8> {
        text.bytes().rev().filter(|byte| *byte != b' ').map(|byte| byte.to_ascii_lowercase())
    }
    let may_be_same = || {
        a.len().abs_diff(b.len()) < 8
            && a.as_bytes().first().map(u8::to_ascii_lowercase) == b.as_bytes().first().map(u8::to_ascii_lowercase)
            && letters(a).eq(letters(b))
    };
    a == b
        || (may_be_same()
            && matches!((AttributePath::parse(a), AttributePath::parse(b)), (Ok(a), Ok(b)) if a.same_as(&b)))
}

/// `extension_<application ID without hyphens>_<name>`: a directory extension of Entra.
pub fn is_directory_extension(name: &str) -> bool {
    let Some((id, own)) = name.strip_prefix("extension_").and_then(|rest| rest.split_once('_')) else {
        return false;
    };
    id.len() == 32
        && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        && own.starts_with(|first: char| first.is_ascii_alphabetic())
        && own.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// `urn:ietf:params:scim:schemas:extension:<name>:2.0:User:<attribute>`: the pattern that Entra requires for an attribute
/// added by hand. The enterprise schema has only the attributes of RFC 7643, so you cannot add to it.
pub fn is_extension_urn(kind: ObjectKind, path: &str) -> bool {
    let object = match kind {
        ObjectKind::User => "User",
        ObjectKind::Group => "Group",
    };
    let Some(rest) = path.strip_prefix("urn:ietf:params:scim:schemas:extension:") else {
        return false;
    };
    let parts: Vec<&str> = rest.split(':').collect();
    let [extension, "2.0", resource, attribute] = parts.as_slice() else {
        return false;
    };
    let enterprise = path.get(..ENTERPRISE_USER.len()).is_some_and(|urn| urn.eq_ignore_ascii_case(ENTERPRISE_USER));
    *resource == object
        && !enterprise
        && !extension.is_empty()
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
        && attribute.starts_with(|first: char| first.is_ascii_alphabetic())
        && attribute.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$-".contains(&byte))
}

/// The attributes of a user in RFC 7643 sections 3.1 and 4.1 that the portal's list lacks.
const MORE_OF_THE_CORE: [&str; 6] = ["ims", "photos", "groups", "x509Certificates", "meta", "schemas"];

/// Whether Entra sends an attribute under its own name, also when somebody added it to the list: an attribute of the core
/// schema, of the portal's list, or one that follows the extension pattern. The rule about names (T009) and the simulation
/// of create requests both ask here.
pub fn is_sent_as_named(kind: ObjectKind, path: &str) -> bool {
    if target_attribute(kind, path).is_some() || is_extension_urn(kind, path) {
        return true;
    }
    let attribute = path.split(['.', '[']).next().unwrap_or(path);
    let known = target_attributes(kind).iter().filter_map(|known| AttributePath::parse(known.path).ok());
    let mut core = known.filter(|known| known.schema.is_none()).map(|known| known.attribute);
    core.any(|name| name.eq_ignore_ascii_case(attribute))
        || MORE_OF_THE_CORE.iter().any(|name| name.eq_ignore_ascii_case(attribute))
}

/// The URN under which Entra sends an attribute that someone added to the list without a URN, such as `costCode` or
/// `custom:region`; nothing for an attribute of the core schema and for one that has a URN. Such an attribute is not part of
/// a create request (observed: vendors' reports; not documented).
pub fn core_qualified(kind: ObjectKind, path: &str) -> Option<String> {
    let is_urn = path.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:"));
    let is_name = path.starts_with(|first: char| first.is_ascii_alphabetic())
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$-.:".contains(&byte));
    if is_urn || !is_name || is_sent_as_named(kind, path) {
        return None;
    }
    let object = match kind {
        ObjectKind::User => "User",
        ObjectKind::Group => "Group",
    };
    Some(format!("urn:ietf:params:scim:schemas:core:2.0:{object}:{path}"))
}

/// A path such as `emails[type eq "x"].value`, with a sub-attribute of RFC 7643 sections 2.4 and 4.1.2.
fn is_element_path(path: &AttributePath<'_>) -> bool {
    let sub_attributes: &[&str] = match path.attribute {
        "emails" | "phoneNumbers" => &["value", "display", "type", "primary"],
        "addresses" => {
            &["formatted", "streetAddress", "locality", "region", "postalCode", "country", "type", "primary"]
        }
        _ => return false,
    };
    path.schema.is_none()
        && path.filter.as_ref().is_some_and(|filter| filter.attribute == "type" && !filter.value.is_empty())
        && path.sub_attribute.is_some_and(|sub| sub_attributes.contains(&sub))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{AttributeDefinition, AttributeDefinitions};

    fn plan() -> Plan {
        let own = |name: &str| vec![AttributeDefinition { name: name.to_owned(), ..Default::default() }];
        Plan {
            attribute_definitions: AttributeDefinitions { source: own("costCentre"), target: own("badge") },
            ..Plan::default()
        }
    }

    fn source(name: &str) -> String {
        match known_source(&plan(), ObjectKind::User, name) {
            Known::Catalogued(attribute) => format!("catalogued {}", attribute.name),
            Known::Extension => "extension".to_owned(),
            Known::WellFormed => "well-formed".to_owned(),
            Known::Unknown { nearest } => format!("unknown {}", nearest.unwrap_or_default()),
        }
    }

    fn target(kind: ObjectKind, path: &str) -> String {
        match known_target(&plan(), kind, path) {
            Known::Catalogued(_) => "catalogued".to_owned(),
            Known::Extension => "extension".to_owned(),
            Known::WellFormed => "well-formed".to_owned(),
            Known::Unknown { nearest } => format!("unknown {}", nearest.unwrap_or_default()),
        }
    }

    #[test]
    fn an_attribute_without_a_urn_goes_under_the_core_schema() {
        for (path, sent) in [
            ("costCode", Some("urn:ietf:params:scim:schemas:core:2.0:User:costCode")),
            ("custom:region", Some("urn:ietf:params:scim:schemas:core:2.0:User:custom:region")),
            ("region.code", Some("urn:ietf:params:scim:schemas:core:2.0:User:region.code")),
            ("title", None),
            ("externalID", None),
            ("name.middleName", None),
            ("emails", None),
            ("emails[type eq \"private\"].value", None),
            ("emails[type eq private].value", None),
            ("urn:ietf:params:scim:schemas:extension:showcase:2.0:User:skillset", None),
            ("URN:x:y", None),
            ("", None),
            ("7", None),
        ] {
            assert_eq!(core_qualified(ObjectKind::User, path).as_deref(), sent, "{path}");
        }
        assert_eq!(core_qualified(ObjectKind::Group, "members"), None);
        assert!(core_qualified(ObjectKind::Group, "site").is_some_and(|sent| sent.ends_with("2.0:Group:site")));
    }

    #[test]
    fn source_names() {
        for (name, answer) in [
            ("userPrincipalName", "catalogued userPrincipalName"),
            ("extensionAttribute7", "catalogued extensionAttribute7"),
            ("extension_0123456789abcdefABCDEF0123456789_costCentre", "extension"),
            ("extension_0123456789abcdef_costCentre", "unknown "),
            ("extension_0123456789abcdefABCDEF0123456789_", "unknown "),
            ("costCentre", "extension"),
            ("CostCentre", "unknown costCentre"),
            ("userprincipalname", "unknown userPrincipalName"),
            ("givenNmae", "unknown givenName"),
            ("mobilePhone", "unknown mobile"),
            ("onPremisesExtensionAttributes.extensionAttribute3", "unknown extensionAttribute3"),
            ("shoeSize", "unknown "),
            ("", "unknown "),
        ] {
            assert_eq!(source(name), answer, "{name}");
        }
    }

    #[test]
    fn two_spellings_of_one_path_are_the_same() {
        assert!(same_target("Emails[type eq \"Work\"].value", "emails[type  eq \"work\"].value"));
        assert!(same_target("not a path", "not a path"));
        assert!(!same_target("not a path", "notapath"));
        assert!(!same_target("emails[type eq \"work\"].value", "emails[type eq \"home\"].value"));
        assert!(!same_target("", "title"));
    }

    #[test]
    fn target_paths() {
        let manager = format!("{ENTERPRISE_USER}:manager");
        for (path, answer) in [
            ("externalId", "catalogued".to_owned()),
            ("emails[type eq \"work\"].value", "catalogued".to_owned()),
            ("badge", "extension".to_owned()),
            ("urn:ietf:params:scim:schemas:extension:showcase:2.0:User:skillset", "extension".to_owned()),
            ("urn:ietf:params:scim:schemas:extension:showcase:2.0:Group:skillset", "unknown ".to_owned()),
            ("urn:ietf:params:scim:schemas:extension:showcase:1.0:User:skillset", "unknown ".to_owned()),
            ("urn:ietf:params:scim:schemas:extension:show case:2.0:User:skillset", "unknown ".to_owned()),
            ("emails[type eq \"private\"].value", "well-formed".to_owned()),
            ("emails[type eq \"work\"].primary", "well-formed".to_owned()),
            ("emails[type eq \"work\"].locality", "unknown ".to_owned()),
            ("addresses[type eq \"billing\"].postalCode", "well-formed".to_owned()),
            ("addresses[type eq billing].postalCode", "unknown ".to_owned()),
            ("Emails[type eq \"Work\"].value", "unknown emails[type eq \"work\"].value".to_owned()),
            ("externalID", "unknown externalId".to_owned()),
            ("exernalId", "unknown externalId".to_owned()),
            ("emails[type eq \"work].value", "unknown emails[type eq \"work\"].value".to_owned()),
            (&format!("{ENTERPRISE_USER}:departmnt"), format!("unknown {ENTERPRISE_USER}:department")),
            (&format!("{ENTERPRISE_USER}:manager.value"), format!("unknown {manager}")),
            ("shoeSize", "unknown ".to_owned()),
        ] {
            assert_eq!(target(ObjectKind::User, path), answer, "{path}");
        }
        assert_eq!(target(ObjectKind::Group, "members"), "catalogued");
        assert_eq!(target(ObjectKind::Group, "emails[type eq \"private\"].value"), "unknown ");
        assert_eq!(
            target(ObjectKind::Group, "urn:ietf:params:scim:schemas:extension:showcase:2.0:Group:site"),
            "extension"
        );
    }
}
