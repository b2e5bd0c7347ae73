//! The name under which a custom attribute travels.

use super::is_extension_urn;
use crate::plan::{ObjectKind, Plan};

const START: &str = "urn:ietf:params:scim:schemas:extension:";

/// The attribute's name by Entra's pattern, in the extension that the plan uses already. A name that has the pattern stays
/// unchanged. Nothing if no name can be made.
pub fn extension_name(plan: &Plan, kind: ObjectKind, path: &str) -> Option<String> {
    if is_extension_urn(kind, path) {
        return Some(path.to_owned());
    }
    let attribute = path.rsplit([':', '.']).next().unwrap_or(path);
    let attribute: String =
        attribute.chars().filter(|one| one.is_ascii_alphanumeric() || "_$-".contains(*one)).collect();
    // custom:region contains the name of its extension.
    let own = path.rsplit_once(':').map(|(schema, _)| schema).and_then(|schema| schema.rsplit(':').next());
    let own = own.filter(|own| !own.is_empty() && own.bytes().all(|one| one.is_ascii_alphanumeric()));
    let extension = own.or_else(|| extension_in_use(plan)).unwrap_or("custom");
    let object = match kind {
        ObjectKind::User => "User",
        ObjectKind::Group => "Group",
    };
    let name = format!("{START}{extension}:2.0:{object}:{attribute}");
    is_extension_urn(kind, &name).then_some(name)
}

fn extension_in_use(plan: &Plan) -> Option<&str> {
    let mapped = plan.object_mappings.iter().flat_map(|object| &object.attribute_mappings);
    let mapped = mapped.map(|mapping| mapping.target_attribute.as_str());
    let defined = plan.attribute_definitions.target.iter().map(|one| one.name.as_str());
    mapped
        .chain(defined)
        .find(|path| ObjectKind::ALL.iter().any(|kind| is_extension_urn(*kind, path)))
        .and_then(|path| path.strip_prefix(START)?.split(':').next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{AttributeDefinition, Plan};

    #[test]
    fn a_short_name_becomes_the_name_of_an_extension() {
        let mut plan = Plan::default();
        let name = |plan: &Plan, text: &str| extension_name(plan, ObjectKind::User, text);
        let urn = |extension: &str, name: &str| format!("{START}{extension}:2.0:User:{name}");
        assert_eq!(name(&plan, "costCode"), Some(urn("custom", "costCode")));
        assert_eq!(name(&plan, "cost code"), Some(urn("custom", "costcode")));
        assert_eq!(name(&plan, ""), None);
        let definition = AttributeDefinition { name: urn("contoso", "floor"), ..AttributeDefinition::default() };
        plan.attribute_definitions.target.push(definition);
        assert_eq!(name(&plan, "costCode"), Some(urn("contoso", "costCode")));
        assert_eq!(name(&plan, &urn("contoso", "floor")), Some(urn("contoso", "floor")));
    }
}
