//! A table of facts: letters without their diacritics (entra-docs, functions-for-customizing-application-data,
//! `NormalizeDiacritics`). Umlauts give the bare letter: ä becomes a.

use std::borrow::Cow;

/// The letters of U+00C0 to U+024F without their marks; a point where nothing is taken off.
const LATIN: &str = "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.yAaAaAaCcCcCcCcDd..EeEeEeEeEeGgGgGgGg\
    Hh..IiIiIiIiI...JjKk.LlLlLl....NnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZz.........\
    ........................Oo.............Uu............................AaIiOoUuUuUuUuUu.AaAa....GgKkOo\
    Oo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................";
/// The same for U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSs\
    SsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEe\
    IiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";

/// The text with every mark taken off; lent where it has none. Letters outside the Latin script keep theirs.
pub(in super::super) fn plain(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() { text } else { Cow::Owned(without(&text)) }
}

/// The text with every mark taken off.
pub(in super::super) fn without(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    append_plain(text, &mut plain);
    plain
}

/// Appends a text with every mark taken off.
pub(in super::super) fn append_plain(text: &str, plain: &mut String) {
    let mut rest = text;
    if text.is_ascii() {
        return plain.push_str(text);
    }
    // Runs without marks are most of a name: they go as a whole.
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (run, marked) = rest.split_at(at);
        plain.push_str(run);
        let Some(character) = marked.chars().next() else { break };
        rest = &marked[character.len_utf8()..];
        if let Some(letter) = base(character) {
            plain.push(letter);
            continue;
        }
        match character {
            '\u{300}'..='\u{36f}' => {}
            'æ' | 'ǣ' | 'ǽ' => plain.push_str("ae"),
            'Æ' | 'Ǣ' | 'Ǽ' => plain.push_str("AE"),
            'ø' | 'ǿ' | 'œ' => plain.push_str("oe"),
            'Ø' | 'Ǿ' | 'Œ' => plain.push_str("OE"),
            'ß' => plain.push_str("ss"),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'ı' => plain.push('i'),
            _ => plain.push(character),
        }
    }
    plain.push_str(rest);
}

fn base(character: char) -> Option<char> {
    let letter = match u32::from(character) {
        code @ 0xC0..=0x24F => LATIN.as_bytes().get(code as usize - 0xC0),
        code @ 0x1E00..=0x1EFF => LATIN_ADDITIONAL.as_bytes().get(code as usize - 0x1E00),
        _ => None,
    }?;
    (*letter != b'.').then_some(char::from(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_letters_stay() {
        assert_eq!(without("Zoë Müller-Łukasz"), "Zoe Muller-Lukasz");
        assert_eq!(without("e\u{301}ẑǖṝ"), "ezur");
        assert_eq!(without("Straße Ærø İstanbul"), "Strasse AEroe Istanbul");
        assert_eq!(without("đðþ Ёлка 東"), "đðþ Ёлка 東");
    }

    #[test]
    fn the_tables_are_as_long_as_their_ranges() {
        assert_eq!((LATIN.len(), LATIN_ADDITIONAL.len()), (0x24F - 0xC0 + 1, 0x1EFF - 0x1E00 + 1));
    }
}
