//! App roles: what the three role functions send (entra-docs, customize-application-attributes, "Provisioning a role to a
//! SCIM app").

use serde_json::{Value as Json, json};

use super::PersonAttributes;
use crate::directory::Person;
use crate::expression::{Attributes, ROLE_ATTRIBUTE, Role, RoleForm, Value, read};
use crate::plan::{AttributeMapping, AttributePath, MappingSource, Plan, ProvisionScope};

/// The type that Entra gives every role.
pub(super) const ROLE_TYPE: &str = "WindowsAzureActiveDirectoryRole";

/// Whether an expression calls a role function, in any place.
pub(super) fn calls_role_function(source: &MappingSource) -> bool {
    let MappingSource::Expression { expression } = source else { return false };
    [RoleForm::Single, RoleForm::Added, RoleForm::Replacing]
        .into_iter()
        .any(|form| read(expression).hands_over_roles(form))
}

/// The form in which a mapping hands over roles to the target's roles: its whole expression is a role function.
pub(super) fn role_form(source: &MappingSource, path: &AttributePath<'_>) -> Option<RoleForm> {
    let MappingSource::Expression { expression } = source else { return None };
    let form = read(expression).role_form()?;
    (form != RoleForm::Single || path.attribute.eq_ignore_ascii_case("roles")).then_some(form)
}

/// Whether a mapping fills one of the target's roles with a person's one role: Entra adds the type itself.
pub(super) fn fills_one_role(mapping: &AttributeMapping) -> bool {
    let MappingSource::Expression { expression } = &mapping.source else { return false };
    let to_roles =
        AttributePath::parse(&mapping.target_attribute).is_ok_and(|path| path.attribute.eq_ignore_ascii_case("roles"));
    to_roles && read(expression).hands_over_roles(RoleForm::Single)
}

/// None of the functions works with "Sync all users and groups".
pub(super) fn roles_work(plan: &Plan) -> bool {
    plan.provision == ProvisionScope::Assigned
}

/// A role that a function hands over, as a create request has it; nothing for one as the person has it.
pub(super) fn role_in_request(role: &Role) -> Option<Json> {
    let name = match role.form? {
        RoleForm::Replacing => "display",
        RoleForm::Added | RoleForm::Single | RoleForm::Old => "displayName",
    };
    let mut request = json!({ "primary": false, "type": ROLE_TYPE });
    // A part that is not known is not sent.
    for (key, text) in [(name, &role.display_name), ("value", &role.value)] {
        if let Some(text) = text {
            request[key] = text.as_str().into();
        }
    }
    Some(request)
}

/// The one role as the older PATCH sends it: JSON inside a text.
pub(super) fn role_as_text(person: &Person) -> Option<Json> {
    let role = match PersonAttributes(person).get(ROLE_ATTRIBUTE) {
        Value::List(items) => items.into_iter().next()?,
        one => one,
    };
    let Value::Role(role) = role else { return None };
    Some(json!([{ "value": role.json_text() }]))
}
