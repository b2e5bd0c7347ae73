//! P001.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::MappingSource;

pub(super) static RULE: Rule = Rule {
    code: "P001",
    name: "identifier-repeated",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "No two sample people get the same identifier.",
    why: "In {application} the second person overwrites the first.",
    example: "Two people with the same mail, and mail → externalId.",
    remedy: "Correct the people, or use another attribute.",
    source: "",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            let mut seen: HashMap<Cow<'_, str>, &str> = HashMap::new();
            for (person, value) in row.texts() {
                let compared = compared(value);
                if let Some(other) = seen.get(&compared) {
                    let message = format!("{} and {other} get the same identifier “{value}”.", person.label);
                    findings.push(Finding::new(row.place(Field::SourceAttribute), Some(row.target()), message));
                }
                seen.entry(compared).or_insert(&person.label);
            }
        },
        Judgement {
            judges: Judges::Repetition(concerns, compared),
            says: ("gets the identifier of somebody else", "get the identifier of somebody else"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    let is_of_a_person = !matches!(row.mapping.source, MappingSource::Constant { .. } | MappingSource::None);
    is_of_a_person && row.is_user_attribute("externalId")
}

/// The application compares identifiers without regard to case (not documented; assumed).
fn compared(value: &str) -> Cow<'_, str> {
    if value.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return value.to_ascii_lowercase().into();
    }
    value.into()
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "identifier-repeated";

    #[test]
    fn two_people_are_two() {
        let upn = "userPrincipalName";
        assert_eq!(found_for(&reference(), &[(upn, "a@contoso.com"), (upn, "b@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[(upn, "a@contoso.com"), (upn, "A@contoso.com")], RULE).len(), 1);
    }
}
