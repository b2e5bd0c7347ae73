//! P003.

use crate::catalog::{Capability, InputType};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::ObjectKind;

pub(super) static RULE: Rule = Rule {
    code: "P003",
    name: "identifier-white-space",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "An identifier has no white space.",
    why: "{Application} refuses identifiers with white space.",
    example: "employeeId “12 34” → externalId.",
    remedy: "Remove the white space with an expression, or use another attribute.",
    source: "",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            if let Some((person, value)) = row.texts().find(|(_, value)| is_refused(row, value)) {
                let message = format!("{} gets “{value}”, but an identifier cannot contain white space.", person.label);
                let target = Some(row.mapping.target_attribute.as_str());
                findings.push(Finding::new(row.place(Field::SourceAttribute), target, message));
            }
        },
        Judgement {
            judges: Judges::Value(concerns, is_refused),
            says: ("gets an identifier with white space", "get an identifier with white space"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    let field = row.context.profile().fills(ObjectKind::User, row.target());
    field.is_some_and(|field| field.input_type == InputType::Identifier)
}

fn is_refused(_: &Row<'_>, value: &str) -> bool {
    value.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "identifier-white-space";

    #[test]
    fn the_value_fits_the_field() {
        assert_eq!(found_for(&reference(), &[("userPrincipalName", "a@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[("userPrincipalName", "a b@contoso.com")], RULE).len(), 1);
    }
}
