//! T002.

use crate::catalog::{Capability, Known, Offered, extension_name, is_extension_urn, known_target, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeDefinition, AttributeSide, AttributeType, Edit};

pub(super) static RULE: Rule = Rule {
    code: "T002",
    name: "unknown-target",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Every target attribute is in the application's list or in the plan, or follows a pattern that you can \
        add to the list.",
    why: "Entra does not save the mapping, or the application refuses the value (SchemaAttributeNotFound).",
    example: "emails[type eq work].value, without quotation marks.",
    remedy: "Choose the path from the list. Add your own attributes under Edit attribute list for customappsso.",
    source: "entra-docs, customize-application-attributes: editing the list of supported attributes; RFC 7643 section 4",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let place = row.place(Field::TargetAttribute);
        let defined = context.target_definition(path).is_some();
        if defined && target_attribute(kind, path).is_none() {
            return;
        }
        let by_hand = || {
            let message = format!("Add {path} in the portal under Edit attribute list for customappsso.");
            let definition = AttributeDefinition {
                name: path.to_owned(),
                attribute_type: AttributeType::String,
                multivalued: false,
            };
            let edit = Edit::DefineAttribute { side: AttributeSide::Target, definition };
            Finding::new(place, Some(path), message)
                .as_severe_as(Severity::Advice)
                .fixed_by(Fix::safe("Add it to the plan", vec![edit]))
        };
        match known_target(context.plan, kind, path) {
            Known::Catalogued(attribute) if attribute.offered == Offered::NotSupported => {
                let message = format!("Entra cannot provision {path}. {}", attribute.description);
                findings.push(Finding::new(place, Some(path), message));
            }
            Known::Catalogued(attribute) if attribute.offered == Offered::AddByHand && !defined => {
                findings.push(by_hand());
            }
            Known::WellFormed if !defined => findings.push(by_hand()),
            Known::Extension if !defined && is_extension_urn(kind, path) => findings.push(by_hand()),
            Known::Unknown { nearest } => {
                let message = if path.is_empty() {
                    "Choose a target attribute.".to_owned()
                } else {
                    format!("The application has no target attribute “{path}”.")
                };
                let mut found = Finding::new(place, Some(path), message);
                if let Some(nearest) = nearest {
                    let label = format!("Use {nearest}");
                    let edit = Edit::SetTargetAttribute { kind, index, target_attribute: nearest };
                    found = found.fixed_by(Fix::safe(label, vec![edit]));
                }
                if let Some(name) = extension_name(context.plan, kind, path) {
                    let side = AttributeSide::Target;
                    let definition = AttributeDefinition { name: name.clone(), ..AttributeDefinition::default() };
                    let edits = vec![
                        Edit::SetTargetAttribute { kind, index, target_attribute: name.clone() },
                        Edit::DefineAttribute { side, definition },
                    ];
                    found = found.fixed_by(Fix::unsafe_(format!("Use {name}"), edits));
                }
                findings.push(found);
            }
            _ => {}
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::expression::Severity;
    use crate::lint::testing::{fires, fires_and_mends, mapping, reference, silent};
    use crate::plan::Plan;

    const RULE: &str = "unknown-target";

    fn with(target: &str) -> Plan {
        let mut plan = reference();
        mapping(&mut plan, "title").target_attribute = target.to_owned();
        plan
    }

    #[test]
    fn a_misspelt_path_is_named_and_corrected() {
        silent(&reference(), RULE);
        for target in ["Title", "titel", "nickname"] {
            assert_eq!(fires(&with(target), RULE).severity, Severity::Error, "{target}");
            fires_and_mends(&with(target), RULE);
        }
        let fixes = fires(&with("shoeSize"), RULE).fixes;
        assert_eq!(fixes.len(), 1);
        assert_eq!(fixes[0].label, "Use urn:ietf:params:scim:schemas:extension:custom:2.0:User:shoeSize");
    }

    #[test]
    fn what_can_be_added_by_hand_is_advice() {
        for target in
            ["emails[type eq \"public\"].value", "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:skillset"]
        {
            assert_eq!(fires(&with(target), RULE).severity, Severity::Advice, "{target}");
            fires_and_mends(&with(target), RULE);
        }
    }
}
