//! T005.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::Edit;

pub(super) static RULE: Rule = Rule {
    code: "T005",
    name: "id-mapped",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "No mapping goes to id.",
    why: "The application assigns the id, and Entra needs it for every later request. A request that sets it is \
        refused.",
    example: "objectId → id.",
    remedy: "Delete the mapping. The identifier belongs to externalId.",
    source: "RFC 7643 section 3.1; entra-docs, customize-application-attributes",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        if mapping.target_attribute.eq_ignore_ascii_case("id") {
            let place = row.place(Field::TargetAttribute);
            let edit = Edit::RemoveMapping { kind, index };
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), "The application assigns the id.")
                    .fixed_by(Fix::safe("Delete the mapping", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "id-mapped";

    #[test]
    fn id_is_not_mapped() {
        silent(&reference(), RULE);
        let row = AttributeMapping::direct("objectId", "id");
        fires_and_mends(&changed(|plan| users(plan).attribute_mappings.push(row)), RULE);
    }
}
