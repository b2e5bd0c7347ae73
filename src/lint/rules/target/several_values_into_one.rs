//! T006.

use crate::catalog::{Capability, source_attribute, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::MappingSource;

pub(super) static RULE: Rule = Rule {
    code: "T006",
    name: "several-values-into-one",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "An attribute with several values goes to an attribute that accepts several.",
    why: "The person fails with SchemaPropertyCanOnlyAcceptValue.",
    example: "proxyAddresses → emails[type eq \"work\"].value.",
    remedy: "Choose one value with an expression, or use another attribute.",
    source: "entra-docs, customize-application-attributes: multi-valued attributes",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, mapping, .. } = *row;
        let MappingSource::Direct { attribute } = &mapping.source else { return };
        let path = mapping.target_attribute.as_str();
        let several = source_attribute(kind, attribute).is_some_and(|source| source.multivalued)
            || context.source_definition(attribute).is_some_and(|one| one.multivalued);
        let takes_several = target_attribute(kind, path).is_some_and(|target| target.multivalued)
            || context.target_definition(path).is_some_and(|one| one.multivalued);
        // Another rule reports roles, and one reports what the application itself describes.
        let has_own_rule = context.description().get(kind, path).is_some();
        if several && !takes_several && attribute != "appRoleAssignments" && !has_own_rule {
            let place = row.place(Field::SourceAttribute);
            let message = format!("{attribute} has several values, but {path} accepts one.");
            findings.push(Finding::new(place, Some(path), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, fires, mapping, reference, silent};

    const RULE: &str = "several-values-into-one";

    #[test]
    fn a_list_does_not_fit_one_value() {
        silent(&reference(), RULE);
        fires(&changed(|plan| mapping(plan, "title").source = direct("proxyAddresses")), RULE);
    }
}
