//! T010.

use crate::catalog::{Capability, is_extension_urn};
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeDefinition, AttributeSide, AttributeType, Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "T010",
    name: "custom-attribute-not-simple",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "A custom attribute has one simple value.",
    why: "A non-gallery application cannot have custom attributes with several values or references.",
    example: "A custom attribute with Multi-value selected.",
    remedy: "Clear Multi-value and set Type to String.",
    source: "entra-docs, customize-application-attributes: provisioning a custom extension",
    check: Check::Settings(|context, findings| {
        for definition in &context.plan.attribute_definitions.target {
            let extension = ObjectKind::ALL.iter().any(|kind| is_extension_urn(*kind, &definition.name));
            let complex = definition.multivalued || definition.attribute_type == AttributeType::Reference;
            if extension && complex {
                let simple = AttributeDefinition { name: definition.name.clone(), ..AttributeDefinition::default() };
                let edit = Edit::DefineAttribute { side: AttributeSide::Target, definition: simple };
                let message = format!("{} has several values or is a reference.", definition.name);
                findings.push(
                    Finding::new(Place::default(), Some(&definition.name), message)
                        .fixed_by(Fix::unsafe_("Change it to a single text", vec![edit])),
                );
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, silent};
    use crate::plan::AttributeDefinition;

    const RULE: &str = "custom-attribute-not-simple";

    #[test]
    fn an_extension_attribute_is_simple() {
        let with = |multivalued| {
            let name = "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:skillset".to_owned();
            let definition = AttributeDefinition { name, multivalued, ..AttributeDefinition::default() };
            changed(|plan| plan.attribute_definitions.target.push(definition))
        };
        silent(&with(false), RULE);
        fires_and_mends(&with(true), RULE);
    }
}
