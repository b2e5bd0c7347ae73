//! `ToLower(source, culture?)`.

use super::super::dotnet::casing;
use super::super::evaluate::Cell;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, OneText, Takes, Yields, example, optional, required, word,
};

pub(super) static TO_LOWER: Function = Function {
    name: "ToLower",
    parameters: &[required("source", Takes::Text), optional("culture", Takes::Text)],
    summary: "Converts a text to lower case.",
    assumed: "If the value is missing, the result is an empty text. Only the Turkish and Azerbaijani cultures differ from the invariant culture, in the letter i.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Lower),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"ToLower("Straße Nr. 5")"#, "straße nr. 5"), example("ToLower([a], )", "")],
    reading: |words| format!("{} in lower case", word(words, 0)),
    many: ManyAtOnce::Text(LOWER),
    call: |arguments| {
        let text = arguments.text(0)?;
        let culture = arguments.text(1)?;
        Ok(Cell::Text(casing::lower(text, &culture)))
    },
};

const LOWER: OneText = OneText {
    append: |text, all| casing::append_lower(text, all),
    changes: |text| !text.is_ascii() || text.bytes().any(|byte| byte.is_ascii_uppercase()),
    removes: None,
    keeps_ascii_places: true,
    growth: 2,
};
