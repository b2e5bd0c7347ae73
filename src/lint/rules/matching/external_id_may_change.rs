//! M007.

use crate::catalog::{Capability, Identity, source_attribute};
use crate::expression::Severity;
use crate::lint::some_people::some_people;
use crate::lint::{Check, Field, HoldsFor, Rule};

pub(super) static RULE: Rule = Rule {
    code: "M007",
    name: "external-id-may-change",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "The identifier comes from an attribute that never changes and that everyone has.",
    why: "A change in Entra changes the identifier. If you do not change it in every system, the person is created \
        again.",
    example: "userPrincipalName → externalId, as in {application}'s guide.",
    remedy: "Keep it if sign-in needs it. Change an identifier in every system at the same time. objectId never changes.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        // Another rule reports mailNickname.
        let follows = |name: &&String| {
            name.as_str() != "mailNickname"
                && source_attribute(row.kind, name).is_some_and(|one| one.identity == Identity::FollowsName)
        };
        let Some(name) = row.reads().iter().find(follows).filter(|_| row.is_user_attribute("externalId")) else {
            return;
        };
        let people = row.context.people;
        let without = people.iter().filter(|person| person.get(name).is_none()).count();
        let lacking = match without {
            0 => String::new(),
            without => format!(" {} none.", some_people(without, people.len(), ("has", "have"))),
        };
        let message = format!("The identifier comes from {name}, which changes when a person is renamed.{lacking}");
        findings.push(row.finding(Field::SourceAttribute, message));
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, fires, found_for, mapping, reference, silent};

    const RULE: &str = "external-id-may-change";

    #[test]
    fn a_name_that_can_change_is_pointed_out() {
        fires(&reference(), RULE);
        silent(&changed(|plan| mapping(plan, "externalId").source = direct("objectId")), RULE);
    }

    #[test]
    fn who_has_no_mail_is_counted() {
        let plan = changed(|plan| mapping(plan, "externalId").source = direct("mail"));
        let problems = found_for(&plan, &[("mail", "a@contoso.com"), ("givenName", "Bo")], RULE);
        assert!(problems[0].message.contains("1 of the 2 sample people"), "{}", problems[0].message);
    }
}
