//! JSON on one line in ASCII letters alone, for scripts: no encoding on the way can spoil it.

use serde::Serialize;

/// Control characters are escaped by JSON itself, everything beyond ASCII here.
pub(super) fn ascii_json(value: &impl Serialize) -> String {
    // A plan has only text keys and finite numbers, which always serialise.
    let text = serde_json::to_string(value).unwrap_or_default();
    let mut ascii = String::with_capacity(text.len());
    for character in text.chars() {
        if (' '..='~').contains(&character) {
            ascii.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                ascii += &format!("\\u{unit:04x}");
            }
        }
    }
    ascii
}
