//! `Not(source)`.

use super::super::evaluate::Cell;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static NOT: Function = Function {
    name: "Not",
    parameters: &[required("source", Takes::Text)],
    summary: "Returns False for True, and True for anything else.",
    assumed: "Only the exact spelling True counts as True.",
    documented: Documented::ForApplications,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source"]),
    cautions: &[],
    examples: &[example(r#"Not("True")"#, "False"), example(r#"Not("False")"#, "True"), example("Not([a])", "True")],
    reading: |words| format!("the opposite of {}", word(words, 0)),
    many: ManyAtOnce::Opposite,
    call: |arguments| Ok(Cell::truth(arguments.text(0)? != "True")),
};
