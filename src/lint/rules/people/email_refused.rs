//! P004.

use crate::catalog::{Capability, InputType};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
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
    check: Check::UserMapping(|row, findings| {
        let Row { context, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let field = row.context.profile().fills(ObjectKind::User, path);
        if !field.is_some_and(|field| field.input_type == InputType::Email) {
            return;
        }
        let refused = row.texts().find(|(_, value)| !context.is_email(value));
        if let Some((person, value)) = refused {
            let message = format!("{} gets “{value}”, which is not an e-mail address.", person.label);
            let place = row.place(Field::SourceAttribute);
            findings.push(Finding::new(place, Some(path), message));
        }
    }),
};

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
