//! What a file is. One function looks at bytes and says so, by structure and never by a file's name; every reader of the
//! screen and the command asks it, and refuses a file that belongs to another reader.
//!
//! Keys count regardless of case: PowerShell's typed cmdlets write `UserPrincipalName`.

mod misplaced;
mod plain_text;
mod powershell;
mod reader;
mod structure;
#[cfg(test)]
mod tests;
mod what;

pub use misplaced::{Misplaced, Surface};
pub use plain_text::rows_in_brackets;
pub(crate) use powershell::is_remnant;
pub use powershell::{Damage, damage};
pub use reader::Reader;
pub use structure::{Found, Shape, found};
pub use what::What;

use crate::json::{Document, JsonError, decode, decode_table};

/// A file whose kind is known.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// What it is.
    pub found: Found,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// JSON with its places.
    Json(Document),
    /// Any other text.
    Text(String),
    /// Bytes that are no text, such as a workbook.
    Bytes,
}

/// Says what a file is. Fails where its bytes are no text, and where JSON is broken.
pub fn recognise(bytes: &[u8]) -> Result<Recognised, JsonError> {
    recognise_watched(bytes, &mut |_| std::ops::ControlFlow::Continue(()))
}

/// Says what a file is, and reports from time to time how many bytes are read. The watcher can stop it.
pub fn recognise_watched(
    bytes: &[u8],
    watch: &mut dyn FnMut(usize) -> std::ops::ControlFlow<()>,
) -> Result<Recognised, JsonError> {
    if let Some(what) = plain_text::of_bytes(bytes) {
        return Ok(Recognised { found: Found::one(what), content: Content::Bytes });
    }
    let text = decode(bytes).or_else(|error| match decode_table(bytes) {
        // A table in Windows-1252 is text all the same.
        Some(text) if plain_text::what(&text).is_table() => Ok(text),
        _ => Err(error),
    })?;
    recognise_text(text, watch)
}

/// Says what a file is by its first bytes and their text; nothing if it begins like JSON. A file that does not fit into
/// memory as a whole is recognised so.
pub fn recognise_start(bytes: &[u8], text: &str) -> Option<Found> {
    if let Some(what) = plain_text::of_bytes(bytes) {
        return Some(Found::one(what));
    }
    let is_json = text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
    (!is_json).then(|| Found::one(plain_text::what(text)))
}

/// Says what a text is.
pub fn recognise_text(
    text: String,
    watch: &mut dyn FnMut(usize) -> std::ops::ControlFlow<()>,
) -> Result<Recognised, JsonError> {
    let read = Document::parse_watched(text.clone(), watch);
    match read {
        Ok(document) => Ok(Recognised { found: found(&document.root()), content: Content::Json(document) }),
        Err(error @ JsonError::Syntax { .. }) => match plain_text::what(&text) {
            What::Text => Err(error),
            what => Ok(Recognised { found: Found::one(what), content: Content::Text(text) }),
        },
        // A table whose cells have line breaks in quotation marks is no JSON either.
        Err(error) => match plain_text::what(&text) {
            what if what.is_table() => Ok(Recognised { found: Found::one(what), content: Content::Text(text) }),
            _ => Err(error),
        },
    }
}
