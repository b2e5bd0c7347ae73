//! `CStr(value)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static C_STR: Function = Function {
    name: "CStr",
    parameters: &[required("value", Takes::Anything)],
    summary: "Returns the text of a number, a reference, True or False.",
    assumed: "If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example("CStr(12.50)", "12.50"), example(r#"CStr("a"="a")"#, "True")],
    reading: |words| format!("{} as text", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| Ok(arguments.text_or_null(0)?.map_or(Cell::Null, Cell::Text)),
};
