//! P006.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};
use crate::plan::ObjectKind;

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
    check: Check::Plan(|context, findings| {
        let Some(users) = context.plan.object_mapping(ObjectKind::User) else { return };
        for (index, mapping) in users.matching() {
            let special = context.texts(index).into_iter().find(|(_, value)| value.contains(['#', '"', '\'', '\\']));
            if let Some((person, value)) = special {
                let message =
                    format!("Entra looks for {} by “{value}”, which contains a special character.", person.label);
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    }),
};

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
