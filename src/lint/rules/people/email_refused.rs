//! P004.

use crate::catalog::{Capability, InputType};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::ObjectKind;

pub(super) static RULE: Rule = Rule {
    code: "P004",
    name: "email-refused",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::TypedFields),
    checks: "An e-mail field gets an e-mail address.",
    why: "{Application} refuses the person or the field.",
    example: "“anna” → emails[type eq \"work\"].value.",
    remedy: "Correct the value in Entra, or build it with an expression.",
    source: "",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            if let Some((person, value)) = row.texts().find(|(_, value)| is_refused(row, value)) {
                let message = format!("{} gets “{value}”, which is not an e-mail address.", person.label);
                let target = Some(row.mapping.target_attribute.as_str());
                findings.push(Finding::new(row.place(Field::SourceAttribute), target, message));
            }
        },
        Judgement {
            judges: Judges::Value(concerns, is_refused),
            says: ("gets a value that is not an e-mail address", "get a value that is not an e-mail address"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    let field = row.context.profile().fills(ObjectKind::User, row.target());
    field.is_some_and(|field| field.input_type == InputType::Email)
}

fn is_refused(row: &Row<'_>, value: &str) -> bool {
    !row.context.is_email(value)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "email-refused";

    #[test]
    fn the_value_fits_the_field() {
        assert_eq!(found_for(&reference(), &[("mail", "a@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[("mail", "anna")], RULE).len(), 1);
    }
}
