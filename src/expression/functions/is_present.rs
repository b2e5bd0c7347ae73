//! `IsPresent(expression)`.

use super::super::evaluate::Cell;
use super::{Caution, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IS_PRESENT: Function = Function {
    name: "IsPresent",
    parameters: &[required("expression", Takes::Anything)],
    summary: "Returns True if there is a value other than an empty text.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[Caution::Condition, Caution::SwitchSource],
    examples: &[example("IsPresent([mail])", "False"), example(r#"IsPresent("a")"#, "True")],
    reading: |words| format!("{} has a value", word(words, 0)),
    many: ManyAtOnce::Test(|text| text.is_some_and(|text| !text.is_empty())),
    call: |arguments| Ok(Cell::truth(!arguments.cell(0)?.is_null_or_empty())),
};
