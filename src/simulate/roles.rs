//! App roles: what the three role functions send (entra-docs, customize-application-attributes, "Provisioning a role to a
//! SCIM app").

use serde_json::{Value as Json, json};

use crate::directory::Person;
use crate::expression::{Expression, parse};
use crate::plan::{MappingSource, Plan, ProvisionScope};

/// The type that Entra gives every role.
pub(super) const ROLE_TYPE: &str = "WindowsAzureActiveDirectoryRole";

/// A function that reads appRoleAssignments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RoleFunction {
    /// One role as text.
    Single,
    /// All roles, only ever added.
    Complex,
    /// All roles, replacing what is there.
    Assertive,
}

/// The role function that an expression calls, wherever it stands.
pub(super) fn role_function(source: &MappingSource) -> Option<RoleFunction> {
    let MappingSource::Expression { expression } = source else { return None };
    if !expression.to_ascii_lowercase().contains("approleassignment") {
        return None;
    }
    let mut found = None;
    parse(expression).tree?.visit(&mut |node| {
        if let Expression::Call(call) = node {
            found = found.or(by_name(&call.name));
        }
    });
    found
}

/// The role function that is the whole of an expression.
pub(super) fn whole_role_function(tree: &Expression) -> Option<RoleFunction> {
    match tree {
        Expression::Call(call) => by_name(&call.name),
        _ => None,
    }
}

fn by_name(name: &str) -> Option<RoleFunction> {
    [
        ("SingleAppRoleAssignment", RoleFunction::Single),
        ("AppRoleAssignmentsComplex", RoleFunction::Complex),
        ("AssertiveAppRoleAssignmentsComplex", RoleFunction::Assertive),
    ]
    .into_iter()
    .find(|(known, _)| known.eq_ignore_ascii_case(name))
    .map(|(_, function)| function)
}

/// None of the functions works with "Sync all users and groups".
pub(super) fn roles_work(plan: &Plan) -> bool {
    plan.provision == ProvisionScope::Assigned
}

fn assignments(person: &Person) -> &[Json] {
    person.get("appRoleAssignments").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}

impl RoleFunction {
    /// The value in a create request; nothing for a person without roles.
    pub(super) fn value(self, person: &Person) -> Option<Json> {
        let text = |role: &Json, key: &str| role.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
        let all = |name: &str| -> Json {
            let role = |role: &Json| json!({"primary": false, "type": ROLE_TYPE, name: text(role, "displayName"), "value": text(role, "value")});
            assignments(person).iter().map(role).collect()
        };
        match (self, assignments(person)) {
            (_, []) => None,
            // With several roles it is not guaranteed which one wins; the first is assumed.
            (Self::Single, [first, ..]) => Some(text(first, "value").into()),
            (Self::Complex, _) => Some(all("displayName")),
            (Self::Assertive, _) => Some(all("display")),
        }
    }
}

/// The one role as the older PATCH sends it: JSON inside a text.
pub(super) fn role_as_text(person: &Person) -> Option<Json> {
    let first = assignments(person).first()?;
    let text = |key: &str| Json::from(first.get(key).and_then(Json::as_str).unwrap_or_default()).to_string();
    let role = format!(r#"{{"id":{},"value":{},"displayName":{}}}"#, text("id"), text("value"), text("displayName"));
    Some(json!([{ "value": role }]))
}
