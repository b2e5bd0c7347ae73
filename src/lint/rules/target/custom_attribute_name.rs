//! T009.

use crate::catalog::{Capability, is_extension_urn, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::AttributePath;

pub(super) static RULE: Rule = Rule {
    code: "T009",
    name: "custom-attribute-name",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "An attribute of one's own is named urn:ietf:params:scim:schemas:extension:<name>:2.0:User:<attribute>.",
    why: "Entra sends another name under the core schema, and Staffbase does not find it.",
    example: "skillset, added to the list as it is.",
    remedy: "Name it after the extension pattern, here and in the Studio, letter for letter.",
    source: "Staffbase, custom attributes with SCIM; entra-docs, customize-application-attributes: provisioning \
             a custom extension",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let defined = context.plan.attribute_definitions.target.iter().any(|one| one.name == path);
        let plain = AttributePath::parse(path).is_ok_and(|path| path.filter.is_none());
        let known = target_attribute(kind, path).is_some() || is_extension_urn(kind, path) || path == "roles";
        if defined && plain && !known {
            let place = row.place(Field::TargetAttribute);
            let message = format!("“{path}” does not follow the pattern of an extension attribute.");
            findings.push(Finding::new(place, Some(path), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent, users};
    use crate::plan::{AttributeDefinition, AttributeMapping};

    const RULE: &str = "custom-attribute-name";

    #[test]
    fn a_name_of_ones_own_follows_the_pattern() {
        let with = |name: &str| {
            changed(|plan| {
                let definition = AttributeDefinition { name: name.to_owned(), ..AttributeDefinition::default() };
                plan.attribute_definitions.target.push(definition);
                users(plan).attribute_mappings.push(AttributeMapping::direct("companyName", name));
            })
        };
        silent(&with("urn:ietf:params:scim:schemas:extension:contoso:2.0:User:skillset"), RULE);
        fires(&with("skillset"), RULE);
    }
}
