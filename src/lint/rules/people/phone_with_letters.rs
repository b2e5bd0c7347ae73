//! P005.

use crate::catalog::{Capability, InputType, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::ObjectKind;

pub(super) static RULE: Rule = Rule {
    code: "P005",
    name: "phone-with-letters",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::TypedFields),
    checks: "What goes to a phone field is a number.",
    why: "Staffbase takes numeric input only in phone fields.",
    example: "“ext. 12” → phoneNumbers[type eq \"mobile\"].value.",
    remedy: "Keep phone numbers like +49 30 1234567 in Entra.",
    source: "Staffbase, profile fields",
    check: Check::UserMapping(|row, findings| {
        let Row { mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let field = target_attribute(ObjectKind::User, path).and_then(|target| target.staffbase);
        if !field.is_some_and(|field| field.input_type == InputType::Phone) {
            return;
        }
        let refused = row.texts().find(|(_, value)| value.contains(char::is_alphabetic));
        if let Some((person, value)) = refused {
            let message = format!("{} would get “{value}”; a phone field takes numbers.", person.label);
            let place = row.place(Field::SourceAttribute);
            findings.push(Finding::new(place, Some(path), message));
        }
    }),
};

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
