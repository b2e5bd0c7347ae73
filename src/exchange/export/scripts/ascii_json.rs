//! JSON of printable ASCII characters alone, for scripts: no encoding on the way can damage it.

/// The same JSON on one line: no blanks between its tokens, and every other character escaped.
pub(super) fn ascii_json(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    let (mut in_string, mut after_backslash) = (false, false);
    for character in json.chars() {
        match character {
            ' ' | '\t' | '\r' | '\n' if !in_string => {}
            ' '..='~' => ascii.push(character),
            // Only strings hold other characters.
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    ascii += &format!("\\u{unit:04x}");
                }
            }
        }
        if character == '"' && !after_backslash {
            in_string = !in_string;
        }
        after_backslash = character == '\\' && !after_backslash;
    }
    ascii
}

/// Lines as a list of JSON strings, one on each line. Characters that a terminal would obey are shown as their code.
pub(super) fn ascii_lines(lines: &[String]) -> String {
    let line = |line: &String| {
        let shown: String = line.chars().map(visible).collect();
        ascii_json(&serde_json::Value::from(shown).to_string())
    };
    format!("[\n{}\n]", lines.iter().map(line).collect::<Vec<_>>().join(",\n"))
}

/// A character, or its code: controls, and what reorders or hides the letters around it (Unicode's format characters).
fn visible(character: char) -> String {
    use unicode_general_category::{GeneralCategory as Category, get_general_category};
    match get_general_category(character) {
        Category::Control
        | Category::Format
        | Category::LineSeparator
        | Category::ParagraphSeparator
        | Category::PrivateUse
        | Category::Unassigned => format!("<U+{:04X}>", u32::from(character)),
        _ => character.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_between_tokens_go_and_strings_keep_theirs() {
        let json = "{ \"a \\\" b\" : [ 1.0,\r\n\t\"\\\\\" , \"ä😀\" ] }";
        assert_eq!(ascii_json(json), r#"{"a \" b":[1.0,"\\","\u00e4\ud83d\ude00"]}"#);
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&ascii_json(json)), value(json));
    }

    #[test]
    fn a_line_cannot_move_the_cursor_or_turn_the_text_around() {
        let lines = ["München".to_owned(), "a\u{1b}[2K\u{202e}b\nc".to_owned()];
        let read: Vec<String> = serde_json::from_str(&ascii_lines(&lines)).unwrap();
        assert_eq!(read, ["München", "a<U+001B>[2K<U+202E>b<U+000A>c"]);
        assert!(ascii_lines(&lines).is_ascii());
    }
}
