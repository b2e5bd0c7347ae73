//! Upper case, lower case and title case as in .NET: one character becomes one, regardless of the language's rules.

use std::borrow::Cow;

/// A culture whose letter i differs.
fn is_turkic(culture: &str) -> bool {
    let language = culture.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case("tr") || language.eq_ignore_ascii_case("az")
}

/// Lower case in a culture; `""` is the invariant one. A text that does not change stays borrowed.
pub(in super::super) fn lower<'t>(mut text: Cow<'t, str>, culture: &str) -> Cow<'t, str> {
    let turkic = is_turkic(culture);
    if text.is_ascii() && !turkic {
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            text.to_mut().make_ascii_lowercase();
        }
        return text;
    }
    mapped(&text, |character| match character {
        'I' if turkic => 'ı',
        'İ' if turkic => 'i',
        _ => small(character),
    })
}

/// Appends a text in lower case, in the invariant culture.
pub(in super::super) fn append_lower(text: &str, all: &mut String) {
    append(text, all, small, str::make_ascii_lowercase);
}

/// Appends a text in upper case, in the invariant culture.
pub(in super::super) fn append_upper(text: &str, all: &mut String) {
    append(
        text,
        all,
        |character| if character == 'ı' { character } else { capital(character) },
        str::make_ascii_uppercase,
    );
}

fn append(text: &str, all: &mut String, map: impl Fn(char) -> char, ascii: impl Fn(&mut str)) {
    if !text.is_ascii() {
        return all.extend(text.chars().map(map));
    }
    let start = all.len();
    all.push_str(text);
    if let Some(appended) = all.get_mut(start..) {
        ascii(appended);
    }
}

/// Upper case in a culture; `""` is the invariant one. A text that does not change stays borrowed.
pub(in super::super) fn upper<'t>(mut text: Cow<'t, str>, culture: &str) -> Cow<'t, str> {
    let turkic = is_turkic(culture);
    if text.is_ascii() && !turkic {
        if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            text.to_mut().make_ascii_uppercase();
        }
        return text;
    }
    mapped(&text, |character| match character {
        'i' if turkic => 'İ',
        // The invariant culture has no upper case for it.
        'ı' if !turkic => 'ı',
        _ => capital(character),
    })
}

fn mapped<'t>(text: &str, map: impl Fn(char) -> char) -> Cow<'t, str> {
    let mut mapped = String::with_capacity(text.len() + 4);
    mapped.extend(text.chars().map(map));
    Cow::Owned(mapped)
}

fn small(character: char) -> char {
    if character.is_ascii() { character.to_ascii_lowercase() } else { single(character, character.to_lowercase()) }
}

fn capital(character: char) -> char {
    if character.is_ascii() { character.to_ascii_uppercase() } else { single(character, character.to_uppercase()) }
}

/// A character that would become several does not change: ß does not become SS.
fn single(character: char, mut mapped: impl Iterator<Item = char>) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ => character,
    }
}

/// `TextInfo.ToTitleCase` of the text in lower case: a word begins at a letter and ends at a separator; an apostrophe
/// and a digit inside do not end it.
pub(in super::super) fn title(text: &str) -> String {
    let mut inside = false;
    lower(text.into(), "")
        .chars()
        .map(|character| {
            if inside {
                inside = character == '\'' || !is_word_separator(character);
                return character;
            }
            inside = character.is_alphabetic();
            if inside { capital(character) } else { character }
        })
        .collect()
}

fn is_word_separator(character: char) -> bool {
    let is_mark = ('\u{300}'..='\u{36f}').contains(&character);
    !character.is_alphanumeric() && !is_mark
}

/// Title case where only the given characters separate words.
pub(in super::super) fn title_between(text: &str, separators: &str) -> String {
    let mut begins = true;
    lower(text.into(), "")
        .chars()
        .map(|character| {
            let first = std::mem::replace(&mut begins, separators.contains(character));
            if first { capital(character) } else { character }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_becomes_one() {
        assert_eq!(upper("Straße ı".into(), ""), "STRAßE ı");
        assert_eq!(lower("İI".into(), ""), "İi");
        assert_eq!((&*upper("i".into(), "tr-TR"), &*lower("I".into(), "tr-TR")), ("İ", "ı"));
    }

    #[test]
    fn words_as_verified_with_dotnet() {
        for (text, expected) in [
            ("st john's hospital", "St John's Hospital"),
            ("o'connor", "O'connor"),
            ("mary-ann", "Mary-Ann"),
            ("jean_luc", "Jean_Luc"),
            ("3rd", "3Rd"),
            ("mcdonald", "Mcdonald"),
            ("PABLO GONSALVES (SECOND)", "Pablo Gonsalves (Second)"),
        ] {
            assert_eq!(title(text), expected);
        }
        assert_eq!(title_between("PINTO-DE'SILVA", " '-"), "Pinto-De'Silva");
        assert_eq!(title_between("mary-ann", " "), "Mary-ann");
    }
}
