//! P007.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::some_people::some_people;
use crate::lint::{Check, Field, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::{AttributePath, ElementFilter};

pub(super) static RULE: Rule = Rule {
    code: "P007",
    name: "no-primary-email",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::TypedFields),
    checks: "Every sample person gets a primary e-mail address.",
    why: "A person without one needs another way to sign in: an access code, a user name or single sign-on.",
    example: "A frontline worker without mail.",
    remedy: "Plan another way to sign in. Nothing else is wrong.",
    source: "",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            let all = row.context.people.len();
            let without = all - row.texts().len();
            if without > 0 {
                let message = format!("{} no e-mail address.", some_people(without, all, ("gets", "get")));
                findings.push(row.finding(Field::SourceAttribute, message));
            }
        },
        Judgement { judges: Judges::Absence(concerns), says: ("gets no e-mail address", "get no e-mail address") },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    let filter = ElementFilter { attribute: "type", value: "work" };
    row.is_to(&AttributePath { filter: Some(filter), sub_attribute: Some("value"), ..AttributePath::core("emails") })
}

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
