//! `IsNothing(source)`.

use super::super::evaluate::Cell;
use super::{Caution, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IS_NOTHING: Function = Function {
    name: "IsNothing",
    parameters: &[required("source", Takes::Anything)],
    summary: "Returns True if there is no value or an empty text.",
    assumed: "It does the same as IsNullOrEmpty.",
    documented: Documented::Elsewhere,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source"]),
    cautions: &[Caution::Condition],
    examples: &[example(r#"IsNothing("")"#, "True"), example("IsNothing([a])", "True")],
    reading: |words| format!("{} is missing or empty", word(words, 0)),
    many: ManyAtOnce::Test(|text| text.is_none_or(str::is_empty)),
    call: |arguments| Ok(Cell::truth(arguments.cell(0)?.is_null_or_empty())),
};
