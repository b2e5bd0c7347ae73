//! P006.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P006",
    name: "matching-special-characters",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Matching values have no quotation mark, apostrophe, backslash or #.",
    why: "The query for the person fails.",
    example: "A userPrincipalName with #.",
    remedy: "Use another attribute, or replace the characters with an expression.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            if let Some((person, value)) = row.texts().find(|(_, value)| is_special(row, value)) {
                let message =
                    format!("Entra looks for {} by “{value}”, which contains a special character.", person.label);
                findings.push(Finding::new(row.place(Field::SourceAttribute), Some(row.target()), message));
            }
        },
        Judgement {
            judges: Judges::Value(concerns, is_special),
            says: ("has a special character in the matching value", "have a special character in the matching value"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    row.mapping.matching_precedence.is_some()
}

fn is_special(_: &Row<'_>, value: &str) -> bool {
    value.contains(['#', '"', '\'', '\\'])
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "matching-special-characters";

    #[test]
    fn a_lookup_is_plain() {
        let upn = "userPrincipalName";
        assert_eq!(found_for(&reference(), &[(upn, "a.b-c_d+e@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[(upn, "a#b@contoso.com")], RULE).len(), 1);
    }
}
