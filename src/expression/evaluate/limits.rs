//! What one evaluation may cost, and how large a value may be.

use super::super::value::Value;

/// Steps that one evaluation may take, all parts together: one for each part, and one for each [`BYTES_PER_STEP`] of
/// text that it yields. So long texts in deep nesting stay within a few milliseconds.
pub(in super::super) const MAXIMUM_STEPS: usize = 100_000;
/// What one step pays for.
const BYTES_PER_STEP: usize = 6;
/// UTF-16 units that a value may have.
const MAXIMUM_VALUE: usize = 65_536;
/// Items that a list may have.
const MAXIMUM_ITEMS: usize = 1_000;

/// The steps for so many bytes of text.
pub(super) const fn steps(bytes: usize) -> usize {
    1 + bytes / BYTES_PER_STEP
}

/// The steps of a part without parts, which yields this value.
pub(in super::super) fn cost(value: &Value) -> usize {
    steps(0) + steps(bytes(value))
}

/// How much text a value is.
pub(super) fn bytes(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::List(items) => items.iter().map(bytes).sum(),
        Value::Role(role) => role.json_text().len(),
        _ => 0,
    }
}

/// Whether so few bytes cannot have too many units.
pub(super) const fn is_short(text: &str) -> bool {
    text.len() <= MAXIMUM_VALUE
}

pub(super) fn is_text_within_bounds(text: &str) -> bool {
    text.encode_utf16().count() <= MAXIMUM_VALUE
}

/// Whether a value is small enough to go on with.
pub(in super::super) fn is_within_bounds(value: &Value) -> bool {
    let items = if let Value::List(items) = value { items.len() } else { 0 };
    items <= MAXIMUM_ITEMS && value.utf16_length() <= MAXIMUM_VALUE
}
