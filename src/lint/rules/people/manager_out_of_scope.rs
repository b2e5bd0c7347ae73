//! P008.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, HoldsFor, Judgement, Judges, Manager, Rule};
use crate::plan::{AttributePath, ENTERPRISE_USER};
use crate::simulate::Verdict;

pub(super) static RULE: Rule = Rule {
    code: "P008",
    name: "manager-out-of-scope",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The manager of each sample person is provisioned too.",
    why: "Entra leaves out a manager who is not in the application. If that person is added later, Entra still does \
        not send the manager.",
    example: "A person whose manager is not assigned to the application.",
    remedy: "Bring managers into scope first. If you added them later, restart provisioning.",
    source: "entra-docs, known-issues: manager",
    check: Check::People(
        |row, findings| {
            let manager = AttributePath { schema: Some(ENTERPRISE_USER), ..AttributePath::core("manager") };
            if !row.is_to(&manager) {
                return;
            }
            for person in row.context.people {
                let Some(manager) = person.manager.as_deref() else { continue };
                if row.context.scope_of(manager) == Verdict::False {
                    let message = format!("{}, the manager of {}, is not in scope.", manager.label, person.label);
                    findings.push(row.finding(Field::SourceAttribute, message));
                }
            }
        },
        Judgement {
            judges: Judges::Person(|person| person.manager == Manager::OutOfScope),
            says: ("has a manager who is not in scope", "have a manager who is not in scope"),
        },
    ),
};

#[cfg(test)]
mod tests {
    use crate::directory::Person;
    use crate::lint::testing::reference;
    use crate::lint::{Context, check};
    use crate::plan::SamplePerson;

    const RULE: &str = "manager-out-of-scope";

    fn count(assigned: bool) -> usize {
        let person = serde_json::json!({
            "userPrincipalName": "a@contoso.com",
            "manager": {"userPrincipalName": "m@contoso.com", "assigned": assigned},
        });
        let person = Person::from_flat(&serde_json::from_value::<SamplePerson>(person).unwrap()).0;
        check(&Context::new(&reference(), &[person])).iter().filter(|problem| problem.rule == RULE).count()
    }

    #[test]
    fn a_manager_who_is_not_assigned_is_missed() {
        assert_eq!((count(true), count(false)), (0, 1));
    }
}
