//! A scoping filter's pattern: unanchored and by case, as .NET's `Regex.IsMatch` (anchoring is not documented; assumed).

use crate::expression::is_match;

/// Whether a pattern occurs in a text; the reason when Crosswalk cannot tell.
pub(super) fn matches_pattern(pattern: &str, text: &str) -> Result<bool, String> {
    is_match(pattern, text).map_err(|reason| format!("The pattern “{pattern}” cannot be simulated here: {reason}."))
}
