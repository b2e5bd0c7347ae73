//! `StripSpaces(source)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, OneText, Takes, Yields, example, required, word};

pub(super) static STRIP_SPACES: Function = Function {
    name: "StripSpaces",
    parameters: &[required("source", Takes::Text)],
    summary: "Removes all spaces from a text.",
    assumed: "Only the space character (U+0020) is removed. If the value is missing, the result is an empty text.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source"]),
    cautions: &[],
    examples: &[example(r#"StripSpaces("Anna  Maria")"#, "AnnaMaria")],
    reading: |words| format!("{} without spaces", word(words, 0)),
    many: ManyAtOnce::Text(WITHOUT_SPACES),
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(if text.contains(' ') { Cell::owned(text.replace(' ', "")) } else { Cell::Text(text) })
    },
};

const WITHOUT_SPACES: OneText = OneText {
    append: |text, all| text.split(' ').for_each(|piece| all.push_str(piece)),
    changes: |text| text.contains(' '),
    removes: Some(b' '),
    keeps_ascii_places: false,
    growth: 1,
};
