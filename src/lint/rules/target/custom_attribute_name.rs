//! T009.

use crate::catalog::{Capability, extension_name, is_sent_as_named};
use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeDefinition, AttributeSide, Edit};

pub(super) static RULE: Rule = Rule {
    code: "T009",
    name: "custom-attribute-name",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The name of a custom attribute has the form \
        urn:ietf:params:scim:schemas:extension:<name>:2.0:User:<attribute>.",
    why: "Entra leaves an attribute with any other name out of the create request. One cycle later, it sends the value by PATCH under \
        the core schema, where the application does not expect it (observed, not documented).",
    example: "costCode, added to the list under this name.",
    remedy: "Rename the attribute to the extension pattern, and use exactly the same name in the application.",
    source: "entra-docs, customize-application-attributes: provisioning a custom extension",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, .. } = *row;
        let path = row.target();
        let Some(definition) = context.target_definition(path) else {
            return;
        };
        let plain = row.path().is_none_or(|path| path.filter.is_none());
        if is_sent_as_named(kind, path) || !plain {
            return;
        }
        let mut found = row.finding(Field::TargetAttribute, format!("“{path}” lacks the URN of an extension."));
        if let Some(name) = extension_name(context.plan, kind, path) {
            let side = AttributeSide::Target;
            let renamed = AttributeDefinition { name: name.clone(), ..definition.clone() };
            let edits = vec![
                Edit::SetTargetAttribute { kind, index, target_attribute: name.clone() },
                Edit::UndefineAttribute { side, name: path.to_owned() },
                Edit::DefineAttribute { side, definition: renamed },
            ];
            found = found.fixed_by(Fix::unsafe_(format!("Use {name}"), edits));
        }
        findings.push(found);
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, fires_and_mends, silent, users};
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
        silent(&with("emails[type eq \"private\"].value"), RULE);
        // The core schema has them, although the portal's list does not.
        for core in ["name.middleName", "photos", "roles"] {
            silent(&with(core), RULE);
        }
        for (name, fixed) in [
            ("costCode", "urn:ietf:params:scim:schemas:extension:custom:2.0:User:costCode"),
            ("badge:region", "urn:ietf:params:scim:schemas:extension:badge:2.0:User:region"),
            ("urn:contoso:User:floor", "urn:ietf:params:scim:schemas:extension:User:2.0:User:floor"),
        ] {
            let problem = fires(&with(name), RULE);
            assert_eq!(problem.fixes[0].label, format!("Use {fixed}"));
            let mended = fires_and_mends(&with(name), RULE);
            assert!(mended.attribute_definitions.target.iter().all(|one| one.name != name));
            assert!(mended.attribute_definitions.target.iter().any(|one| one.name == fixed));
        }
    }

    #[test]
    fn the_extension_that_the_plan_uses_takes_the_attribute() {
        let plan = changed(|plan| {
            let used = "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:floor";
            users(plan).attribute_mappings.push(AttributeMapping::direct("city", used));
            users(plan).attribute_mappings.push(AttributeMapping::direct("companyName", "costCode"));
            let definition = AttributeDefinition { name: "costCode".to_owned(), ..AttributeDefinition::default() };
            plan.attribute_definitions.target.push(definition);
        });
        let label = &fires(&plan, RULE).fixes[0].label;
        assert_eq!(label, "Use urn:ietf:params:scim:schemas:extension:contoso:2.0:User:costCode");
    }
}
