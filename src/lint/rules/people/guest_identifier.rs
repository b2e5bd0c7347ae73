//! P009.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::{MappingSource, ObjectKind};

pub(in super::super) static GUEST_IDENTIFIER: Rule = Rule {
    code: "P009",
    name: "guest-identifier",
    severity: Severity::Advice,
    checks: "The identifier of guests is the one expected.",
    why: "For a guest Entra takes userPrincipalName without #EXT# and the tenant: the address at home, as mail has it.",
    example: "lucia_fabrikam.com#EXT#@contoso.onmicrosoft.com is sent as lucia@fabrikam.com.",
    remedy: "Nothing, if that is meant; map originalUserPrincipalName for the name as it is stored.",
    source: "entra-docs, customize-application-attributes: userPrincipalName of guests",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("externalId") {
            if mapping.source != (MappingSource::Direct { attribute: "userPrincipalName".to_owned() }) {
                continue;
            }
            let stored = |person: &&crate::directory::Person| {
                let name = person.get("originalUserPrincipalName").and_then(|name| name.as_str());
                name.is_some_and(|name| name.contains("#EXT#"))
            };
            if let Some(guest) = context.people.iter().find(stored) {
                let sent = guest.get("userPrincipalName").and_then(|name| name.as_str()).unwrap_or_default();
                let message = format!("{} is a guest: “{sent}” is sent.", guest.label);
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "guest-identifier";

    #[test]
    fn a_guest_is_pointed_out() {
        let guest = ("userPrincipalName", "lucia_fabrikam.com#EXT#@contoso.onmicrosoft.com");
        assert_eq!(found_for(&reference(), &[guest], RULE).len(), 1);
        assert_eq!(found_for(&reference(), &[("userPrincipalName", "a@contoso.com")], RULE).len(), 0);
    }
}
