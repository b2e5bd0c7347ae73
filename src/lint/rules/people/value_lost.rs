//! P015.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::MappingSource;

pub(super) static RULE: Rule = Rule {
    code: "P015",
    name: "value-lost",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "An expression has a value for everybody who has the attributes that it reads.",
    why: "Entra sends nothing for this attribute. The application keeps what it has, or the field stays empty.",
    example: "Switch([country], , \"DE\", \"de_DE\") for a person with the country FR.",
    remedy: "Add the missing case, a default value, or Coalesce with another attribute.",
    source: "entra-docs, functions-for-customizing-application-data",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Loss(concerns),
        says: ("loses a value, because an expression has none", "lose a value, because an expression has none"),
    }),
};

fn concerns(row: &Row<'_>) -> bool {
    matches!(row.mapping.source, MappingSource::Expression { .. })
}
