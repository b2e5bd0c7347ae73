//! P005.

use crate::catalog::{Capability, InputType};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::ObjectKind;

pub(super) static RULE: Rule = Rule {
    code: "P005",
    name: "phone-with-letters",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::TypedFields),
    checks: "A phone field gets a number.",
    why: "{Application} accepts only numeric input in phone fields.",
    example: "“ext. 12” → phoneNumbers[type eq \"mobile\"].value.",
    remedy: "Write phone numbers in Entra like this: +49 30 1234567.",
    source: "",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            if let Some((person, value)) = row.texts().find(|(_, value)| is_refused(row, value)) {
                let message = format!("{} gets “{value}”, but a phone field accepts only numbers.", person.label);
                let target = Some(row.mapping.target_attribute.as_str());
                findings.push(Finding::new(row.place(Field::SourceAttribute), target, message));
            }
        },
        Judgement {
            judges: Judges::Value(concerns, is_refused),
            says: ("gets a phone number with letters", "get a phone number with letters"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    let field = row.context.profile().fills(ObjectKind::User, row.target());
    field.is_some_and(|field| field.input_type == InputType::Phone)
}

fn is_refused(_: &Row<'_>, value: &str) -> bool {
    value.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "phone-with-letters";

    #[test]
    fn the_value_fits_the_field() {
        assert_eq!(found_for(&reference(), &[("mobile", "+49 30 1234567")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[("mobile", "ext. 12")], RULE).len(), 1);
    }
}
