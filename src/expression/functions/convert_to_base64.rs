//! `ConvertToBase64(source)`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static CONVERT_TO_BASE64: Function = Function {
    name: "ConvertToBase64",
    parameters: &[required("source")],
    summary: "The text as Base64 of its UTF-16 bytes.",
    assumed: "No value yields none.",
    examples: &[example(r#"ConvertToBase64("Hello world!")"#, "SABlAGwAbABvACAAdwBvAHIAbABkACEA")],
    reading: |words| format!("{} as Base64", word(words, 0)),
    call: |arguments| {
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Value::Null) };
        let bytes: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
        Ok(Value::Text(STANDARD.encode(bytes)))
    },
};
