//! Upper case, lower case and title case as .NET does them: one character to one, whatever the language's rules.

/// A culture whose letter i differs.
fn is_turkic(culture: &str) -> bool {
    let language = culture.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case("tr") || language.eq_ignore_ascii_case("az")
}

/// Lower case in a culture; `""` is the invariant one.
pub(in super::super) fn lower(text: &str, culture: &str) -> String {
    let turkic = is_turkic(culture);
    text.chars()
        .map(|character| match character {
            'I' if turkic => 'ı',
            'İ' if turkic => 'i',
            _ => small(character),
        })
        .collect()
}

/// Upper case in a culture; `""` is the invariant one.
pub(in super::super) fn upper(text: &str, culture: &str) -> String {
    let turkic = is_turkic(culture);
    text.chars()
        .map(|character| match character {
            'i' if turkic => 'İ',
            // The invariant culture has no upper case for it.
            'ı' if !turkic => 'ı',
            _ => capital(character),
        })
        .collect()
}

fn small(character: char) -> char {
    if character.is_ascii() { character.to_ascii_lowercase() } else { single(character, character.to_lowercase()) }
}

fn capital(character: char) -> char {
    if character.is_ascii() { character.to_ascii_uppercase() } else { single(character, character.to_uppercase()) }
}

/// What would become several characters stays: ß is no SS.
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
    lower(text, "")
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
    lower(text, "")
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
        assert_eq!(upper("Straße ı", ""), "STRAßE ı");
        assert_eq!(lower("İI", ""), "İi");
        assert_eq!((upper("i", "tr-TR").as_str(), lower("I", "tr-TR").as_str()), ("İ", "ı"));
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
