//! `ToUpper(source, culture?)`.

use super::super::dotnet::casing;
use super::super::evaluate::Cell;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, OneText, Takes, Yields, example, optional, required, word,
};

pub(super) static TO_UPPER: Function = Function {
    name: "ToUpper",
    parameters: &[required("source", Takes::Text), optional("culture", Takes::Text)],
    summary: "Converts a text to upper case.",
    assumed: "If the value is missing, the result is an empty text. Only the Turkish and Azerbaijani cultures differ from the invariant culture, in the letter i.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Upper),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"ToUpper("Straße Nr. 5")"#, "STRAßE NR. 5"), example("ToUpper([a], )", "")],
    reading: |words| format!("{} in upper case", word(words, 0)),
    many: ManyAtOnce::Text(UPPER),
    call: |arguments| {
        let text = arguments.text(0)?;
        let culture = arguments.text(1)?;
        Ok(Cell::Text(casing::upper(text, &culture)))
    },
};

const UPPER: OneText = OneText {
    append: |text, all| casing::append_upper(text, all),
    changes: |text| !text.is_ascii() || text.bytes().any(|byte| byte.is_ascii_lowercase()),
    removes: None,
    keeps_ascii_places: true,
    growth: 2,
};
