//! `IsNull(expression)`.

use super::super::evaluate::Cell;
use super::{Caution, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IS_NULL: Function = Function {
    name: "IsNull",
    parameters: &[required("expression", Takes::Anything)],
    summary: "Returns True if there is no value. An empty text counts as a value.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[Caution::Condition, Caution::SwitchSource],
    examples: &[example("IsNull([mail])", "True"), example(r#"IsNull("")"#, "False")],
    reading: |words| format!("{} is missing", word(words, 0)),
    many: ManyAtOnce::Test(|text| text.is_none()),
    call: |arguments| Ok(Cell::truth(arguments.cell(0)? == Cell::Null)),
};
