//! `Coalesce(source…)`.

use super::super::evaluate::Cell;
use super::{DependsOn, Documented, Example, Function, Keys, ManyAtOnce, Takes, Yields, example, listed, repeating};

pub(super) static COALESCE: Function = Function {
    name: "Coalesce",
    parameters: &[repeating("source", Takes::Anything)],
    summary: "Returns the first argument that has a value.",
    assumed: "Only a missing value is skipped. An empty text counts as a value.",
    documented: Documented::ForApplications,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"Coalesce([mail], "nobody@contoso.com")"#, "nobody@contoso.com"),
        example(r#"Coalesce("", "b")"#, ""),
        Example { expression: "Coalesce([mail], [otherMail])", value: None },
    ],
    reading: |words| format!("the first of {} that has a value", listed(words)),
    many: ManyAtOnce::FirstPresent,
    call: |arguments| {
        for index in 0..arguments.count() {
            let value = arguments.cell(index)?;
            if value != Cell::Null {
                return Ok(value);
            }
        }
        Ok(Cell::Null)
    },
};
