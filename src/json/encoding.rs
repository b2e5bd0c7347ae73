//! Decodes bytes: UTF-8 with or without its byte order mark, and UTF-16 in both byte orders. Windows PowerShell 5.1 writes
//! UTF-16.

use super::JsonError;
use crate::limits::FILE_BYTES;
use crate::text::{Position, position};

/// The text of a file. Invalid bytes are reported with their place. They are never replaced.
pub fn decode(bytes: &[u8]) -> Result<String, JsonError> {
    FILE_BYTES.hold(bytes.len(), || "the file".to_owned())?;
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, "UTF-16 (little endian)", u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, "UTF-16 (big endian)", u16::from_be_bytes),
        // Without a mark, the first character shows the encoding: JSON begins with ASCII (RFC 4627 section 3).
        [first, 0, ..] if *first != 0 => utf16(bytes, "UTF-16 (little endian)", u16::from_le_bytes),
        [0, second, ..] if *second != 0 => utf16(bytes, "UTF-16 (big endian)", u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

/// The text of a table that is not UTF-8. Excel writes tables in Windows-1252 on most European computers. Returns nothing
/// if the bytes cannot be that either.
pub fn decode_table(bytes: &[u8]) -> Option<String> {
    if bytes.len() > FILE_BYTES.most || bytes.contains(&0) {
        return None;
    }
    bytes.iter().map(|byte| windows_1252(*byte)).collect()
}

/// The character of a byte in Windows-1252; nothing for the five bytes that it leaves open.
pub(super) fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().filter(|character| *character != '\0'),
        _ => Some(char::from(byte)),
    }
}

/// The characters at 0x80 to 0x9F; NUL if there is none.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

fn utf8(bytes: &[u8]) -> Result<String, JsonError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
            Err(fault(&before, "UTF-8"))
        }
    }
}

fn utf16(bytes: &[u8], encoding: &'static str, unit: fn([u8; 2]) -> u16) -> Result<String, JsonError> {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(units) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(fault(&text, encoding)),
        }
    }
    if odd { Err(fault(&text, encoding)) } else { Ok(text) }
}

fn fault(before: &str, encoding: &'static str) -> JsonError {
    let Position { line, column } = position(before, before.len());
    JsonError::Encoding { line, column, encoding }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_encodings_give_one_text() {
        let text = "{\"ä\": \"😀\"}";
        let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            [b"\xFF\xFE", little.as_slice()].concat(),
            [b"\xFE\xFF", big.as_slice()].concat(),
            little,
            big,
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_table_of_windows_1252_is_read() {
        assert_eq!(decode_table(b"M\xFCller;5 \x80").as_deref(), Some("Müller;5 €"));
        assert_eq!(decode_table(b"\x81"), None);
    }

    #[test]
    fn invalid_bytes_have_a_place() {
        let place = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        assert!(place(b"{\n\"\xFF\"}").starts_with("line 2, column 2: this is not valid UTF-8."));
        assert!(place(b"\xFF\xFEa\0b").starts_with("line 1, column 2: this is not valid UTF-16 (little endian)."));
        assert!(place(b"\xFE\xFF\0a\xD8\0\0b").starts_with("line 1, column 2: this is not valid UTF-16 (big endian)."));
    }
}
