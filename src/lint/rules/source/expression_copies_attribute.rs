//! A008.

use crate::expression::{Expression, Severity};
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "A008",
    name: "expression-copies-attribute",
    severity: Severity::Advice,
    holds_for: HoldsFor::EveryTarget,
    checks: "An expression does more than copy one attribute.",
    why: "Account Discovery and the portal's own checks understand Direct mappings only.",
    example: "The expression [mail].",
    remedy: "Set Mapping type to Direct and choose the attribute.",
    source: "entra-docs, how-to-account-discovery",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let tree = row.tree();
        if let Some(Expression::Attribute { name, .. }) = tree {
            let place = row.place(Field::Expression);
            let source = MappingSource::Direct { attribute: name.clone() };
            let edit = Edit::SetSource { kind, index, source };
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), format!("The expression only copies {name}."))
                    .fixed_by(Fix::safe("Change the mapping type to Direct", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires_and_mends, mapping, silent};

    const RULE: &str = "expression-copies-attribute";

    #[test]
    fn a_copy_is_direct() {
        fires_and_mends(&changed(|plan| mapping(plan, "title").source = expression("[jobTitle]")), RULE);
        silent(&changed(|plan| mapping(plan, "title").source = expression("ToUpper([jobTitle])")), RULE);
    }
}
