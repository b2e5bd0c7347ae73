//! `IsString(expression)`.

use super::super::evaluate::Cell;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IS_STRING: Function = Function {
    name: "IsString",
    parameters: &[required("expression", Takes::Anything)],
    summary: "Returns True if the value is a text.",
    assumed: "A number, True, False, several values and a missing value are not texts.",
    documented: Documented::ForApplications,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"IsString("a")"#, "True"), example("IsString(12)", "False")],
    reading: |words| format!("{} is a text", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| Ok(Cell::truth(matches!(arguments.cell(0)?, Cell::Text(_)))),
};
