//! `SingleAppRoleAssignment(source)`.

use super::super::evaluate::{Arguments, Cell};
use super::super::failure::Stop;
use super::super::role::RoleText;
use super::super::value::Value;
use super::{DependsOn, Documented, Example, Function, Keys, ManyAtOnce, RoleForm, Takes, Yields, required, word};

pub(super) static SINGLE_APP_ROLE_ASSIGNMENT: Function = Function {
    name: "SingleAppRoleAssignment",
    parameters: &[required("source", Takes::Anything)],
    summary: "Returns the one application role of a person. With several roles it fails.",
    assumed: "Microsoft does not document which text it returns, the role's value or its display name. The value is assumed. Without a role there is no value.",
    documented: Documented::ForApplications,
    yields: Yields::Roles(RoleForm::Single),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source"]),
    cautions: &[],
    examples: &[Example { expression: "SingleAppRoleAssignment([appRoleAssignments])", value: None }],
    reading: |words| format!("the role in {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| match arguments.value(0)? {
        Value::List(items) => match items.as_slice() {
            [] => Ok(Cell::Null),
            [one] => text_of(one, arguments),
            several => Err(arguments.failure(format!(
                "the person has {} application roles, and the function takes only one",
                several.len()
            ))),
        },
        one => text_of(&one, arguments),
    },
};

/// The text of a role. Where it has two, the record says so.
fn text_of<'a>(value: &Value, arguments: &mut Arguments<'_, 'a>) -> Result<Cell<'a>, Stop> {
    let Value::Role(role) = value else { return Ok(Cell::from(value.clone())) };
    let which = arguments.environment().role_text;
    let Some(text) = role.text(which) else {
        return Err(arguments.failure(format!("{} has neither a value nor a display name here", role.label())));
    };
    if role.has_two_texts() {
        let other = match which {
            RoleText::Value => RoleText::DisplayName,
            RoleText::DisplayName => RoleText::Value,
        };
        arguments.warn("E054", arguments.span_of(0), || {
            format!(
                "Microsoft does not document whether SingleAppRoleAssignment returns the role's value or its display \
                 name. It is assumed to return {text:?}; the other text is {:?}.",
                role.text(other).unwrap_or_default()
            )
        });
    }
    Ok(Cell::copied(text))
}
