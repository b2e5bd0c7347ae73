//! `DNComponent(dn, number)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static DN_COMPONENT: Function = Function {
    name: "DNComponent",
    parameters: &[required("dn", Takes::Text), required("number", Takes::Number)],
    summary: "Returns the value of one component of a distinguished name, counted from the left.",
    assumed: "An escaped comma does not end a component. If the value is missing, so is the result. With too few components the result is an empty text.",
    documented: Documented::Elsewhere,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"DNComponent("cn=Joe,ou=Users,dc=contoso", 2)"#, "Users"),
        example(r#"DNComponent("cn=Doe\\, Jane,ou=Users", 1)"#, "Doe, Jane"),
    ],
    reading: |words| format!("component {} of {}", word(words, 1), word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let name = arguments.text_or_null(0)?;
        let Some((name, number)) = name.zip(arguments.integer(1)?) else { return Ok(Cell::Null) };
        let Some(index) = number.checked_sub(1).and_then(|index| usize::try_from(index).ok()) else {
            return Err(arguments.failure("components are counted from 1"));
        };
        Ok(Cell::owned(component(&name, index)))
    },
};

/// The value of a component, its escapes resolved.
fn component(name: &str, index: usize) -> String {
    let mut components = vec![String::new()];
    let mut characters = name.chars();
    while let Some(character) = characters.next() {
        if character == ',' {
            components.push(String::new());
        } else {
            let kept = if character == '\\' { characters.next().unwrap_or('\\') } else { character };
            if let Some(last) = components.last_mut() {
                last.push(kept);
            }
        }
    }
    let component = components.into_iter().nth(index).unwrap_or_default();
    component.split_once('=').map_or_else(|| component.trim().to_owned(), |(_, value)| value.trim().to_owned())
}
