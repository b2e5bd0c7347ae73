//! P008.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::{ENTERPRISE_USER, ObjectKind};
use crate::simulate::{Verdict, judge_scope};

pub(in super::super) static MANAGER_OUT_OF_SCOPE: Rule = Rule {
    code: "P008",
    name: "manager-out-of-scope",
    severity: Severity::Warning,
    checks: "The manager of a person at hand is provisioned as well.",
    why: "Entra sends no manager that the target does not have, and does not come back to it when the manager is added later.",
    example: "A person whose manager is not assigned to the application.",
    remedy: "Bring managers into scope first; restart provisioning when they came later.",
    source: "entra-docs, known-issues: manager",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to(&format!("{ENTERPRISE_USER}:manager")) {
            let left_out = context.people.iter().filter_map(|person| {
                let manager = person.manager.as_deref()?;
                let judged = judge_scope(context.plan, ObjectKind::User, manager).verdict;
                (judged == Verdict::False).then_some((person, manager))
            });
            for (person, manager) in left_out {
                let message = format!("{}, the manager of {}, is not in scope.", manager.label, person.label);
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    },
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
