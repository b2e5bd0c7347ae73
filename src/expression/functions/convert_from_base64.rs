//! `ConvertFromBase64(source, encoding?)`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::super::evaluate::Cell;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, required, word,
};

pub(super) static CONVERT_FROM_BASE64: Function = Function {
    name: "ConvertFromBase64",
    parameters: &[
        required("source", Takes::Text),
        optional("encoding", Takes::Offered(&[("Unicode", "UTF-16"), ("ASCII", ""), ("UTF8", "")])),
    ],
    summary: "Reads Base64 as text. The encoding is Unicode (UTF-16), ASCII or UTF8.",
    assumed: "Without an encoding, Unicode is used. If the value is missing, so is the result.",
    documented: Documented::Elsewhere,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"ConvertFromBase64("SABlAGwAbABvAA==")"#, "Hello"),
        example(r#"ConvertFromBase64("SGVsbG8=", "UTF8")"#, "Hello"),
    ],
    reading: |words| format!("{} read from Base64", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        let encoding = arguments.text(1)?;
        let bytes = STANDARD_NO_PAD
            .decode(source.trim().trim_end_matches('='))
            .map_err(|_| arguments.failure("the text is not Base64"))?;
        let text = match encoding.to_ascii_lowercase().as_str() {
            "" | "unicode" => {
                let units: Vec<u16> = bytes
                    .chunks(2)
                    .map(|pair| u16::from_le_bytes([pair[0], pair.get(1).copied().unwrap_or_default()]))
                    .collect();
                String::from_utf16_lossy(&units)
            }
            "ascii" | "utf8" | "utf-8" => String::from_utf8_lossy(&bytes).into_owned(),
            _ => return Err(arguments.failure("the encoding must be Unicode, ASCII or UTF8")),
        };
        Ok(Cell::owned(text))
    },
};
