//! `ConvertToUTF8Hex(source)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static CONVERT_TO_UTF8_HEX: Function = Function {
    name: "ConvertToUTF8Hex",
    parameters: &[required("source", Takes::Text)],
    summary: "Returns the UTF-8 bytes of a text as hexadecimal digits.",
    assumed: "If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"ConvertToUTF8Hex("Hello world!")"#, "48656C6C6F20776F726C6421")],
    reading: |words| format!("{} as hexadecimal digits", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        let digits = source.bytes().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
        Ok(Cell::owned(digits.map(|digit| digit.to_ascii_uppercase()).collect()))
    },
};
