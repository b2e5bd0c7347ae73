//! P007.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::ObjectKind;

pub(in super::super) static NO_PRIMARY_EMAIL: Rule = Rule {
    code: "P007",
    name: "no-primary-email",
    severity: Severity::Advice,
    checks: "Everyone at hand gets a primary e-mail address.",
    why: "Without it a person needs another way in: an access code, a user name, or single sign-on.",
    example: "A frontline worker without mail.",
    remedy: "Plan the other way in; nothing is wrong otherwise.",
    source: "Staffbase, profile fields",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("emails[type eq \"work\"].value") {
            let filled = context.texts(index).len();
            let all = context.people.len();
            if filled < all {
                let message = format!("{} of the {all} people at hand get no e-mail address.", all - filled);
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "no-primary-email";

    #[test]
    fn who_gets_no_address_is_counted() {
        assert_eq!(found_for(&reference(), &[("mail", "a@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[("givenName", "Bo")], RULE).len(), 1);
    }
}
