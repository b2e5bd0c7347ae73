//! The beginning of every file's name: the plan's name in letters that every file system allows.

/// Letters and digits in lower case, one hyphen for anything else; "plan" for a name without either.
pub fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for character in name.chars() {
        if character.is_alphanumeric() {
            stem.extend(character.to_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "plan".to_owned() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::file_stem;

    #[test]
    fn a_stem_has_letters_digits_and_hyphens() {
        for (name, stem) in [("Staffbase: Köln 2", "staffbase-köln-2"), ("../..", "plan"), ("", "plan"), (" a ", "a")]
        {
            assert_eq!(file_stem(name), stem, "{name}");
        }
    }
}
