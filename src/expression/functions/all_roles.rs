//! The common part of the two functions that return all roles.

use super::super::evaluate::{Arguments, Cell};
use super::super::failure::Stop;
use super::super::value::Value;
use super::RoleForm;

/// The roles in the first argument, in the given form. Without roles there is no value.
pub(super) fn handed_over<'a>(arguments: &mut Arguments<'_, 'a>, form: RoleForm) -> Result<Cell<'a>, Stop> {
    let given = match arguments.value(0)? {
        Value::List(items) => items,
        Value::Null => Vec::new(),
        one => vec![one],
    };
    let mut roles = Vec::with_capacity(given.len());
    for value in given {
        let Value::Role(mut role) = value else {
            return Err(arguments.failure(format!("“{value}” is not an application role")));
        };
        if role.value.is_none() && role.display_name.is_none() {
            return Err(arguments.failure(format!("{} has neither a value nor a display name here", role.label())));
        }
        role.form = Some(form);
        roles.push(Value::Role(role));
    }
    Ok(if roles.is_empty() { Cell::Null } else { Value::List(roles).into() })
}
