//! `ConvertToUTF8Hex(source)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static CONVERT_TO_UTF8_HEX: Function = Function {
    name: "ConvertToUTF8Hex",
    parameters: &[required("source")],
    summary: "The text as hexadecimal digits of its UTF-8 bytes.",
    assumed: "No value yields none.",
    examples: &[example(r#"ConvertToUTF8Hex("Hello world!")"#, "48656C6C6F20776F726C6421")],
    reading: |words| format!("{} as hexadecimal digits", word(words, 0)),
    call: |arguments| {
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Value::Null) };
        let digits = source.bytes().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
        Ok(Value::Text(digits.map(|digit| digit.to_ascii_uppercase()).collect()))
    },
};
