//! M007.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "M007",
    name: "external-id-may-change",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "The identifier comes from an attribute that stays as it is, and that everyone has.",
    why: "A name changed in Entra changes the identifier; where it is not changed everywhere, the person is \
             created a second time.",
    example: "userPrincipalName → externalId, as in Staffbase's guide.",
    remedy: "Keep it when sign-in needs it, and change identifiers in every system at once; objectId never changes.",
    source: "Staffbase, Configuring SCIM with Microsoft Entra ID, mapping; Staffbase, user identifiers",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { context, mapping, .. } = *row;
        let names = row.reads();
        let Some(name) = names.iter().find(|name| ["userPrincipalName", "mail"].contains(&name.as_str())) else {
            return;
        };
        let without = context.people.iter().filter(|person| person.get(name).is_none()).count();
        let lacking = match (context.people.len(), without) {
            (_, 0) => String::new(),
            (all, without) => format!(" {without} of the {all} people at hand have none."),
        };
        let message = format!("The identifier comes from {name}, which can change.{lacking}");
        let place = row.place(Field::SourceAttribute);
        findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
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
        assert!(problems[0].message.contains("1 of the 2 people"), "{}", problems[0].message);
    }
}
