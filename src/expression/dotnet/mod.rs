//! Parts of .NET that Rust's library does not have: dates with custom formats, regular
//! expressions, title case, letters without diacritics, UTF-16 units.
//!
//! Everything heavy (regular expressions, the calendar) is behind this one module.

pub(super) mod casing;
pub(super) mod date_format;
pub(super) mod date_parse;
pub(super) mod diacritics;
pub(super) mod moment;
pub(super) mod pattern;
pub(super) mod regex;
pub(super) mod substitution;
pub(super) mod units;
