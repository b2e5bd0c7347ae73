//! Places in a text (byte ranges, lines and columns), the name that was probably meant, and the small rules of writing that
//! every message follows.

mod nearest_name;
mod quick_hash;
pub mod secret;

use std::borrow::Cow;
use std::fmt::Write;

pub use nearest_name::nearest_name;
pub use quick_hash::{QuickHash, QuickHasher, half, hash, hash_ignoring_case};

use serde::{Deserialize, Serialize};

/// A byte range in a UTF-8 text; `end` is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte of the range.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The empty range at `offset`.
    pub const fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The piece of `text` in this range, or nothing where the range does not fit the text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether `offset` lies within the range or directly behind it.
    pub const fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// The line and column of a byte offset; an offset beyond the text is its end.
pub fn position(text: &str, offset: usize) -> Position {
    let mut cut = offset.min(text.len());
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    let before = &text[..cut];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

/// A UTF-8 byte offset as a count of UTF-16 units, which is how browsers and .NET count.
pub fn utf16_offset(text: &str, offset: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < offset).map(|(_, character)| character.len_utf16()).sum()
}

/// A count of UTF-16 units as a UTF-8 byte offset; beyond the text it is its end.
pub fn byte_offset(text: &str, utf16: usize) -> usize {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units >= utf16 {
            return at;
        }
        units += character.len_utf16();
    }
    text.len()
}

/// A reason as a sentence: it ends with exactly one full stop, whether or not the reason brings one.
pub fn sentence(reason: &(impl std::fmt::Display + ?Sized)) -> String {
    let mut text = reason.to_string();
    text.truncate(text.trim_end().trim_end_matches('.').trim_end().len());
    if !text.is_empty() && !text.ends_with(['!', '?', '…', ':']) {
        text.push('.');
    }
    text
}

/// The same text with a capital first letter, for a sentence that begins with a reason.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A count with its noun: "1 attribute mapping", "2,000 attribute mappings", "1 person", "3 people".
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{} {}", grouped(count), plural(noun)) }
}

/// The plural of a noun; only its last word changes.
pub fn plural(noun: &str) -> String {
    let (before, last) = noun.rsplit_once(' ').map_or(("", noun), |(before, last)| (before, last));
    let consonant_y = last.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    let last = match (last, consonant_y) {
        ("person", _) => "people".to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        _ if last.ends_with(['s', 'x']) || last.ends_with("ch") => format!("{last}es"),
        _ => format!("{last}s"),
    };
    if before.is_empty() { last } else { format!("{before} {last}") }
}

/// A number with commas between its thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A size in megabytes, rounded to one digit: "64 MB", "8.1 MB".
pub fn megabytes(bytes: usize) -> String {
    const MEGABYTE: usize = 1024 * 1024;
    let tenths = (bytes * 10 + MEGABYTE / 2) / MEGABYTE;
    match tenths % 10 {
        0 => format!("{} MB", grouped(tenths / 10)),
        tenth => format!("{}.{tenth} MB", grouped(tenths / 10)),
    }
}

/// A text for a terminal or a document, in which nothing acts: control characters are shown as their symbols (␀, ␛) or
/// numbers, and so are the marks that reverse the reading direction. Line breaks and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match u32::from(character) {
            _ if !acts(character) => shown.push(character),
            code @ 0..=0x1f => shown.extend(char::from_u32(0x2400 + code)),
            0x7f => shown.push('␡'),
            code => {
                let _ = write!(shown, "\\u{{{code:x}}}");
            }
        }
    }
    Cow::Owned(shown)
}

/// Whether a character does something other than being seen.
fn acts(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_full_stop() {
        for (reason, sentence) in [
            ("the limit is exceeded", "the limit is exceeded."),
            ("The limit is exceeded.", "The limit is exceeded."),
            ("exceeded.. ", "exceeded."),
            ("Did you mean IIF?", "Did you mean IIF?"),
            ("", ""),
        ] {
            assert_eq!(super::sentence(reason), sentence);
        }
    }

    #[test]
    fn a_count_takes_the_number_of_its_noun() {
        for (count, noun, words) in [
            (1, "attribute mapping", "1 attribute mapping"),
            (0, "attribute mapping", "0 attribute mappings"),
            (2_000, "attribute mapping", "2,000 attribute mappings"),
            (1, "person", "1 person"),
            (3, "person", "3 people"),
            (2, "entry", "2 entries"),
            (2, "day", "2 days"),
            (2, "address", "2 addresses"),
            (1_234_567, "byte", "1,234,567 bytes"),
        ] {
            assert_eq!(counted(count, noun), words);
        }
    }

    #[test]
    fn nothing_in_a_visible_text_acts() {
        assert_eq!(visible("a\tb\nä"), "a\tb\nä");
        assert_eq!(visible("\0\u{1b}[31m\r\u{7f}\u{85}\u{202e}x"), "␀␛[31m␍␡\\u{85}\\u{202e}x");
    }

    #[test]
    fn position_counts_lines_and_characters_from_one() {
        assert_eq!(position("äb\ncd", 0), Position { line: 1, column: 1 });
        assert_eq!(position("äb\ncd", 2), Position { line: 1, column: 2 });
        assert_eq!(position("äb\ncd", 5), Position { line: 2, column: 2 });
        assert_eq!(position("ab", 99), Position { line: 1, column: 3 });
    }

    #[test]
    fn offsets_convert_both_ways_through_a_surrogate_pair() {
        let text = "a😀b";
        assert_eq!(utf16_offset(text, 5), 3);
        assert_eq!(byte_offset(text, 3), 5);
    }
}
