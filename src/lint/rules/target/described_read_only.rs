//! T016.

use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, Mutability};

pub(super) static RULE: Rule = Rule {
    code: "T016",
    name: "described-read-only",
    severity: Severity::Warning,
    holds_for: HoldsFor::DescribedTargets,
    checks: "No mapping goes to an attribute that only the application writes.",
    why: "A strict server ignores the value when it creates the object, and refuses an update (400 mutability).",
    example: "department → groups, which is read-only in SCIM.",
    remedy: "Delete the mapping.",
    source: "RFC 7643 section 7: mutability; RFC 7644 section 3.12",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        // Another rule reports the id.
        let read_only = context.description().get(kind, path).is_some_and(|one| one.mutability == Mutability::ReadOnly);
        if read_only && !path.eq_ignore_ascii_case("id") {
            let edit = Edit::RemoveMapping { kind, index };
            findings.push(
                row.finding(Field::TargetAttribute, format!("Only the application writes {path}."))
                    .fixed_by(Fix::unsafe_("Delete the mapping", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{described, fires_and_mends, reference, silent};
    use crate::plan::{DescribedAttribute, Mutability};

    #[test]
    fn what_only_the_application_writes_is_not_mapped() {
        let title = |mutability| {
            described(vec![DescribedAttribute {
                name: "title".to_owned(),
                mutability,
                ..DescribedAttribute::default()
            }])
        };
        fires_and_mends(&title(Mutability::ReadOnly), "described-read-only");
        silent(&title(Mutability::WriteOnly), "described-read-only");
        silent(&reference(), "described-read-only");
    }
}
