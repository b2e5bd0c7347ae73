//! P002.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::some_people::some_people;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P002",
    name: "identifier-empty",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "Every sample person has an identifier.",
    why: "Entra skips the person (ImportSkipped), or creates the person and cannot find them again.",
    example: "A person without mail, and mail → externalId.",
    remedy: "Fill in the attribute, or use one that everyone has.",
    source: "entra-docs, how-provisioning-works: matching",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            let (all, filled) = (row.context.people.len(), row.texts().len());
            if filled < all {
                let message = format!("{} no identifier.", some_people(all - filled, all, ("gets", "get")));
                findings.push(Finding::new(row.place(Field::SourceAttribute), Some(row.target()), message));
            }
        },
        Judgement { judges: Judges::Absence(concerns), says: ("gets no identifier", "get no identifier") },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    row.is_user_attribute("externalId")
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "identifier-empty";

    #[test]
    fn everyone_has_an_identifier() {
        assert_eq!(found_for(&reference(), &[("userPrincipalName", "a@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[("mail", "a@contoso.com")], RULE).len(), 1);
        assert_eq!(found_for(&reference(), &[], RULE).len(), 0);
    }
}
