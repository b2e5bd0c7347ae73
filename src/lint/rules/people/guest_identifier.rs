//! P009.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::MappingSource;

pub(super) static RULE: Rule = Rule {
    code: "P009",
    name: "guest-identifier",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "The identifier of guests is the one that you expect.",
    why: "For a guest, Entra sends userPrincipalName without #EXT# and the tenant: the address in the home tenant, \
        as in mail.",
    example: "Entra sends lucia_fabrikam.com#EXT#@contoso.onmicrosoft.com as lucia@fabrikam.com.",
    remedy: "Leave it if that is what you want. To send the stored name, map originalUserPrincipalName.",
    source: "entra-docs, customize-application-attributes: userPrincipalName of guests",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { context, mapping, .. } = *row;
        if mapping.source != (MappingSource::Direct { attribute: "userPrincipalName".to_owned() }) {
            return;
        }
        let stored = |person: &&crate::directory::Person| {
            let name = person.get("originalUserPrincipalName").and_then(|name| name.as_str());
            name.is_some_and(|name| name.contains("#EXT#"))
        };
        if let Some(guest) = context.people.iter().find(stored) {
            let sent = guest.get("userPrincipalName").and_then(|name| name.as_str()).unwrap_or_default();
            let message = format!("{} is a guest. Entra sends “{sent}”.", guest.label);
            let place = row.place(Field::SourceAttribute);
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
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
