//! P003.

use crate::catalog::{Capability, InputType};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
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
    check: Check::UserMapping(|row, findings| {
        let Row { mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let field = row.context.profile().fills(ObjectKind::User, path);
        if !field.is_some_and(|field| field.input_type == InputType::Identifier) {
            return;
        }
        let refused = row.texts().find(|(_, value)| value.contains(char::is_whitespace));
        if let Some((person, value)) = refused {
            let message = format!("{} gets “{value}”, but an identifier cannot contain white space.", person.label);
            let place = row.place(Field::SourceAttribute);
            findings.push(Finding::new(place, Some(path), message));
        }
    }),
};

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
