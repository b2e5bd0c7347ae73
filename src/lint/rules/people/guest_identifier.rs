//! P009.

use serde_json::Value;

use crate::catalog::Capability;
use crate::directory::Person;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};
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
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            let is_guest = |person: &&Person| person.get(STORED_NAME).is_some_and(is_of_a_guest);
            if let Some(guest) = row.context.people.iter().find(is_guest) {
                let sent = guest.get("userPrincipalName").and_then(|name| name.as_str()).unwrap_or_default();
                let message = format!("{} is a guest. Entra sends “{sent}”.", guest.label);
                findings.push(Finding::new(row.place(Field::SourceAttribute), Some(row.target()), message));
            }
        },
        Judgement {
            judges: Judges::Attribute(concerns, STORED_NAME, is_of_a_guest),
            says: ("is a guest", "are guests"),
        },
    ),
};

const STORED_NAME: &str = "originalUserPrincipalName";

fn concerns(row: &Row<'_>) -> bool {
    let is_name =
        matches!(&row.mapping.source, MappingSource::Direct { attribute } if attribute == "userPrincipalName");
    is_name && row.is_user_attribute("externalId")
}

fn is_of_a_guest(name: &Value) -> bool {
    name.as_str().is_some_and(|name| name.contains("#EXT#"))
}

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
