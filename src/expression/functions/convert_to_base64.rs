//! `ConvertToBase64(source)`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static CONVERT_TO_BASE64: Function = Function {
    name: "ConvertToBase64",
    parameters: &[required("source", Takes::Text)],
    summary: "Returns the UTF-16 bytes of a text as Base64.",
    assumed: "If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"ConvertToBase64("Hello world!")"#, "SABlAGwAbABvACAAdwBvAHIAbABkACEA")],
    reading: |words| format!("{} as Base64", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        let bytes: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
        Ok(Cell::owned(STANDARD.encode(bytes)))
    },
};
