//! `NormalizeDiacritics(source)`.

use super::super::dotnet::diacritics;
use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, OneText, Takes, Yields, example, required, word};

pub(super) static NORMALIZE_DIACRITICS: Function = Function {
    name: "NormalizeDiacritics",
    parameters: &[required("source", Takes::Text)],
    summary: "Returns the text without accents and other marks: ë becomes e, ü becomes u, ß becomes ss.",
    assumed: "Letters outside the Latin script do not change, and neither do đ, ð and þ. If the value is missing, the result is an empty text.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"NormalizeDiacritics("Zoë Müller")"#, "Zoe Muller"),
        example(r#"NormalizeDiacritics("Łukasz Straße")"#, "Lukasz Strasse"),
    ],
    reading: |words| format!("{} without accents", word(words, 0)),
    many: ManyAtOnce::Text(PLAIN),
    call: |arguments| Ok(Cell::Text(diacritics::plain(arguments.text(0)?))),
};

const PLAIN: OneText = OneText {
    append: diacritics::append_plain,
    changes: |text| !text.is_ascii(),
    removes: None,
    keeps_ascii_places: true,
    growth: 1,
};
