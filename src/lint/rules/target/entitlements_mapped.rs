//! T012.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::Edit;

pub(super) static RULE: Rule = Rule {
    code: "T012",
    name: "entitlements-mapped",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "No mapping goes to entitlements.",
    why: "Entra does not support entitlements for a SCIM application. The mapping has no effect or fails.",
    example: "companyName → entitlements",
    remedy: "Use roles or a custom attribute.",
    source: "entra-docs, use-scim-to-provision-users-and-groups: what is not supported",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let root = mapping.target_attribute.split(['[', '.']).next().unwrap_or_default();
        if root.eq_ignore_ascii_case("entitlements") {
            let place = row.place(Field::TargetAttribute);
            let edit = Edit::RemoveMapping { kind, index };
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), "Entra does not support entitlements.")
                    .fixed_by(Fix::unsafe_("Delete the mapping", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, reference, silent};

    const RULE: &str = "entitlements-mapped";

    #[test]
    fn entitlements_are_not_supported() {
        let target = || r#"entitlements[type eq "x"].value"#.to_owned();
        fires_and_mends(&changed(|plan| mapping(plan, "title").target_attribute = target()), RULE);
        silent(&reference(), RULE);
    }
}
