//! `Trim(value)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, OneText, Takes, Yields, example, required, word};

pub(super) static TRIM: Function = Function {
    name: "Trim",
    parameters: &[required("value", Takes::Text)],
    summary: "Removes the spaces at both ends of a text.",
    assumed: "If the value is missing, the result is an empty text.",
    documented: Documented::Elsewhere,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"Trim(" Test ")"#, "Test")],
    reading: |words| format!("{} without spaces at both ends", word(words, 0)),
    many: ManyAtOnce::Text(TRIMMED),
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(Cell::copied(text.trim()))
    },
};

const TRIMMED: OneText = OneText {
    append: |text, all| all.push_str(text.trim()),
    changes: |_| true,
    removes: None,
    keeps_ascii_places: false,
    growth: 1,
};
