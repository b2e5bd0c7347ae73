//! P010.

use serde_json::Value;

use crate::catalog::Capability;
use crate::directory::Person;
use crate::expression::Severity;
use crate::expression::functions::RoleForm;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P010",
    name: "several-roles",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "SingleAppRoleAssignment is used for people with one role.",
    why: "For a person with several roles the expression fails, and no role is sent.",
    example: "A person with the roles Editor and Administrator.",
    remedy: "Assign one role to each person, or send all roles with AssertiveAppRoleAssignmentsComplex.",
    source: "entra-docs, customize-application-attributes: provisioning a role to a SCIM app",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            let has_several = |person: &&Person| person.get("appRoleAssignments").is_some_and(are_several);
            if let Some(person) = row.context.people.iter().find(has_several) {
                let message =
                    format!("{} has several roles. SingleAppRoleAssignment fails for this person.", person.label);
                findings.push(Finding::new(row.place(Field::Expression), Some(row.target()), message));
            }
        },
        Judgement {
            judges: Judges::Attribute(concerns, "appRoleAssignments", are_several),
            says: ("has several roles", "have several roles"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    row.returns_roles(RoleForm::Single)
}

fn are_several(roles: &Value) -> bool {
    roles.as_array().is_some_and(|roles| roles.len() > 1)
}

#[cfg(test)]
mod tests {
    use crate::directory::Person;
    use crate::lint::testing::{changed, expression, mapping};
    use crate::lint::{Context, check};
    use crate::plan::SamplePerson;

    const RULE: &str = "several-roles";

    fn count(roles: &serde_json::Value) -> usize {
        let source = expression("SingleAppRoleAssignment([appRoleAssignments])");
        let plan = changed(|plan| mapping(plan, "title").source = source);
        let person = serde_json::json!({"userPrincipalName": "a@contoso.com", "appRoleAssignments": roles});
        let person = Person::from_flat(&serde_json::from_value::<SamplePerson>(person).unwrap()).0;
        check(&Context::new(&plan, &[person])).iter().filter(|problem| problem.rule == RULE).count()
    }

    #[test]
    fn two_roles_are_one_too_many() {
        assert_eq!(count(&serde_json::json!([{"value": "Editor"}])), 0);
        assert_eq!(count(&serde_json::json!([{"value": "Editor"}, {"value": "Admin"}])), 1);
    }
}
