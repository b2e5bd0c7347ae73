//! `Append(source, suffix)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static APPEND: Function = Function {
    name: "Append",
    parameters: &[required("source", Takes::Text), required("suffix", Takes::Text)],
    summary: "Adds a suffix to the end of a text.",
    assumed: "A missing value counts as an empty text.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source", "suffix"]),
    cautions: &[],
    examples: &[
        example(r#"Append("anna", "@contoso.com")"#, "anna@contoso.com"),
        example(r#"Append([mailNickname], "@contoso.com")"#, "@contoso.com"),
    ],
    reading: |words| format!("{} followed by {}", word(words, 0), word(words, 1)),
    many: ManyAtOnce::Appended,
    call: |arguments| Ok(Cell::Text(arguments.text(0)? + arguments.text(1)?)),
};
