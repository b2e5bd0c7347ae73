//! T004.

use crate::catalog::{Capability, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "T004",
    name: "target-not-read",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::DocumentedAttributes),
    checks: "The application reads every mapped target attribute.",
    why: "Entra sends the value, but nothing uses it. An error about such a value is hard to understand.",
    example: "displayName, as in Entra's default mapping.",
    remedy: "Delete the mapping, or map the value to a custom attribute.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let profile = row.context.profile();
        let is_read = profile.fills(ObjectKind::User, path).is_some();
        if target_attribute(ObjectKind::User, path).is_some() && !is_read {
            let name = profile.words.capital;
            let edit = Edit::RemoveMapping { kind, index };
            let place = row.place(Field::TargetAttribute);
            findings.push(
                Finding::new(place, Some(path), format!("{name} does not read {path}."))
                    .fixed_by(Fix::unsafe_("Delete the mapping", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, reference, silent, users};
    use crate::plan::AttributeMapping;

    #[test]
    fn a_row_that_goes_nowhere_is_named() {
        let mut plan = reference();
        silent(&plan, "target-not-read");
        users(&mut plan).attribute_mappings.push(AttributeMapping::direct("displayName", "displayName"));
        fires_and_mends(&plan, "target-not-read");
    }
}
