//! T018.

use crate::catalog::source_attribute;
use crate::expression::Expression;
use crate::expression::Severity;
use crate::expression::functions::{Yields, find};
use crate::lint::{Check, Field, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource, ScimType};

pub(super) static RULE: Rule = Rule {
    code: "T018",
    name: "described-single",
    severity: Severity::Error,
    holds_for: HoldsFor::DescribedTargets,
    checks: "An attribute that takes one value does not get a list.",
    why: "The person fails with SchemaPropertyCanOnlyAcceptValue, or a strict server refuses the list.",
    example: "Split([department], \"-\") → title, which takes one value.",
    remedy: "Choose one value with Item, or join the values with Join.",
    source: "RFC 7643 section 7: multiValued; entra-docs, customize-application-attributes: multi-valued attributes",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let Some(one) = context.description().get(kind, path) else { return };
        if one.multi_valued || one.scim_type == ScimType::Complex {
            return;
        }
        let (field, list) = match &mapping.source {
            MappingSource::Direct { attribute } => {
                let several = source_attribute(kind, attribute).is_some_and(|source| source.multivalued)
                    || context.source_definition(attribute).is_some_and(|source| source.multivalued);
                // Another rule reports roles.
                if !several || attribute == "appRoleAssignments" {
                    return;
                }
                (Field::SourceAttribute, format!("[{attribute}]"))
            }
            MappingSource::Expression { expression } if row.tree().is_some_and(yields_list) => {
                (Field::Expression, expression.trim().to_owned())
            }
            _ => return,
        };
        let source = MappingSource::Expression { expression: format!("Item({list}, 1)") };
        let fix = Fix::unsafe_("Send the first value", vec![Edit::SetSource { kind, index, source }]);
        findings.push(row.finding(field, format!("{path} takes one value, but its source is a list.")).fixed_by(fix));
    }),
};

/// Whether the outermost call returns a list.
fn yields_list(tree: &Expression) -> bool {
    let Expression::Call(call) = tree else { return false };
    find(&call.name).is_some_and(|known| known.yields == Yields::List)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{described, direct, expression, fires_and_mends, found, mapping, silent};
    use crate::plan::DescribedAttribute;

    const RULE: &str = "described-single";

    #[test]
    fn a_list_goes_only_to_an_attribute_that_takes_several_values() {
        let title = |multi_valued| {
            described(vec![DescribedAttribute {
                name: "title".to_owned(),
                multi_valued,
                ..DescribedAttribute::default()
            }])
        };
        for source in [expression("Split([department], \"-\")"), direct("proxyAddresses")] {
            let mut plan = title(false);
            silent(&plan, RULE);
            mapping(&mut plan, "title").source = source.clone();
            fires_and_mends(&plan, RULE);
            assert_eq!(found(&plan, "several-values-into-one"), [], "one rule speaks");
            let mut plan = title(true);
            mapping(&mut plan, "title").source = source;
            silent(&plan, RULE);
            assert_eq!(found(&plan, "several-values-into-one"), []);
        }
    }
}
