//! P002.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::some_people::some_people;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

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
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { context, mapping, .. } = *row;
        let filled = row.texts().len();
        if !context.people.is_empty() && filled < context.people.len() {
            let without = context.people.len() - filled;
            let who = some_people(without, context.people.len(), ("gets", "get"));
            let message = format!("{who} no identifier.");
            let place = row.place(Field::SourceAttribute);
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

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
