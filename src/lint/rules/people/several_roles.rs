//! P010.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::expression::functions::RoleForm;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

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
    check: Check::Mapping(|row, findings| {
        let Row { context, mapping, .. } = *row;
        if !row.returns_roles(RoleForm::Single) {
            return;
        }
        let several = context.people.iter().find(|person| {
            let roles = person.get("appRoleAssignments").and_then(|roles| roles.as_array());
            roles.is_some_and(|roles| roles.len() > 1)
        });
        if let Some(person) = several {
            let message = format!("{} has several roles. SingleAppRoleAssignment fails for this person.", person.label);
            let place = row.place(Field::Expression);
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

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
