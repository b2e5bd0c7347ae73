//! Positions and lengths in UTF-16 units, as .NET counts them: an emoji is two.

/// How many units a text has.
pub(in super::super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The units from `start` (from 0), at most `count`. Half of a pair becomes U+FFFD, because a Rust text cannot
/// hold one.
pub(in super::super) fn slice(text: &str, start: usize, count: usize) -> String {
    if text.is_ascii() {
        let start = start.min(text.len());
        let end = start.saturating_add(count).min(text.len());
        return text.get(start..end).unwrap_or_default().to_owned();
    }
    let units: Vec<u16> = text.encode_utf16().skip(start).take(count).collect();
    String::from_utf16_lossy(&units)
}

/// Where the units from `start` on begin, in bytes; nothing beyond the end.
pub(in super::super) fn byte_at(text: &str, start: usize) -> Option<usize> {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        if units >= start {
            return Some(byte);
        }
        units += character.len_utf16();
    }
    (units >= start).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_counts_two() {
        assert_eq!(length("a😀b"), 4);
        assert_eq!(slice("a😀b", 3, 9), "b");
        assert_eq!(slice("abc", 1, 1), "b");
        assert_eq!(slice("abc", 7, 1), "");
        assert_eq!(byte_at("a😀b", 3), Some(5));
        assert_eq!(byte_at("ab", 3), None);
    }
}
