//! `IsNullOrEmpty(expression)`.

use super::super::evaluate::Cell;
use super::{Caution, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IS_NULL_OR_EMPTY: Function = Function {
    name: "IsNullOrEmpty",
    parameters: &[required("expression", Takes::Anything)],
    summary: "Returns True if there is no value or an empty text.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[Caution::Condition, Caution::SwitchSource],
    examples: &[example("IsNullOrEmpty([mail])", "True"), example(r#"IsNullOrEmpty("")"#, "True")],
    reading: |words| format!("{} is missing or empty", word(words, 0)),
    many: ManyAtOnce::Test(|text| text.is_none_or(str::is_empty)),
    call: |arguments| Ok(Cell::truth(arguments.cell(0)?.is_null_or_empty())),
};
