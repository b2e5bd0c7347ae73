//! A scoping filter's pattern: unanchored and by case, as .NET's `Regex.IsMatch` (anchoring is not documented; assumed).

use regex::RegexBuilder;

/// Patterns longer than this are not tried.
const LONGEST: usize = 2_000;
/// What a compiled pattern may take.
const LARGEST: usize = 1 << 20;

/// Whether a pattern occurs in a text; the reason where that cannot be told here.
pub(super) fn matches_pattern(pattern: &str, text: &str) -> Result<bool, String> {
    if pattern.len() > LONGEST {
        return Err(format!("A pattern of more than {LONGEST} characters is not simulated."));
    }
    // Matching takes time in proportion to the text: patterns that need more are refused here.
    let compiled = RegexBuilder::new(pattern).size_limit(LARGEST).build();
    compiled.map(|pattern| pattern.is_match(text)).map_err(|error| {
        let reason = error.to_string();
        let last = reason.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned();
        format!("The pattern “{pattern}” cannot be simulated here: {last}.")
    })
}
