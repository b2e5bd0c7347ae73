//! `Prepend(prefix, source)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static PREPEND: Function = Function {
    name: "Prepend",
    parameters: &[required("prefix", Takes::Text), required("source", Takes::Text)],
    summary: "Adds a prefix to the start of a text.",
    assumed: "A missing value counts as an empty text.",
    documented: Documented::Elsewhere,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["prefix", "source"]),
    cautions: &[],
    examples: &[example(r#"Prepend("smtp:", "a@contoso.com")"#, "smtp:a@contoso.com")],
    reading: |words| format!("{} followed by {}", word(words, 0), word(words, 1)),
    many: ManyAtOnce::No,
    call: |arguments| Ok(Cell::Text(arguments.text(0)? + arguments.text(1)?)),
};
