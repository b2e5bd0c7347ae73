//! The text of a cell without what people put around it: bold markers, code ticks, numbering, footnote signs, arrows.

/// Words that say that there is nothing.
const NOTHING: [&str; 17] = [
    "",
    "-",
    "--",
    "–",
    "—",
    "/",
    "n/a",
    "na",
    "none",
    "(none)",
    "not mapped",
    "empty",
    "keine",
    "keiner",
    "k.a.",
    "entfällt",
    "nicht zugeordnet",
];
/// Signs of footnotes at the end of a name.
const FOOTNOTES: [char; 15] = ['*', '†', '‡', '§', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '°'];
const ARROWS: [&str; 8] = ["->", "=>", "<-", "<=", "→", "⇒", "←", "⟶"];

/// Whether a cell says that there is nothing, in one of the usual ways.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = trimmed(text).to_lowercase();
    NOTHING.contains(&text.as_str()) || ARROWS.contains(&text.as_str())
}

/// Without the white space around it. That of Word and of web pages counts as well.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(is_space)
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || is_unseen(character)
}

/// Characters that cannot be seen and that no name has.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}')
}

/// A value as people typed it: without markers around it. What is inside stays.
pub(super) fn value(text: &str) -> String {
    let mut text = trimmed(text);
    loop {
        let inside = ["**", "__", "`", "*"].into_iter().find_map(|mark| {
            let inside = text.strip_prefix(mark)?.strip_suffix(mark)?;
            (!inside.is_empty() && !inside.contains(mark)).then_some(inside)
        });
        match inside {
            Some(inside) => text = trimmed(inside),
            None => return text.replace('\u{a0}', " "),
        }
    }
}

/// An expression: the same, without the unseen characters between its parts. Texts in quotation marks stay.
pub(super) fn expression(text: &str) -> String {
    let (mut quoted, mut kept) = (false, String::new());
    for character in value(text).chars() {
        if character == '"' {
            quoted = !quoted;
        }
        if quoted || !is_unseen(character) {
            kept.push(character);
        }
    }
    kept
}

/// A way to read a cell as a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameReading {
    /// The name.
    pub(super) name: String,
    /// What of the cell is left out, if it says something.
    pub(super) left_out: Option<String>,
}

/// The ways to read a cell as a name, the most faithful first.
pub(super) fn names(text: &str) -> Vec<NameReading> {
    let mut readings: Vec<NameReading> = Vec::new();
    let mut add = |name: &str, left_out: Option<&str>| {
        let name = trimmed(name).to_owned();
        if !name.is_empty() && readings.iter().all(|reading| reading.name != name) {
            let left_out = left_out.map(|text| trimmed(text).to_owned()).filter(|text| !text.is_empty());
            readings.push(NameReading { name, left_out });
        }
    };
    let plain = unquoted(&value(text));
    let lines: Vec<&str> = plain.lines().map(trimmed).filter(|line| !line.is_empty()).collect();
    let (spaced, joined) = (lines.join(" "), lines.concat());
    for whole in [&spaced, &joined] {
        let whole = without_arrows(whole);
        add(whole, None);
        let numbered = without_numbering(whole);
        add(numbered, None);
        add(&value(numbered.trim_end_matches(FOOTNOTES)), None);
        let (before, note) = without_footnote(numbered);
        add(before, note);
    }
    let whole = without_numbering(without_arrows(&spaced));
    let (before, inside) = without_parentheses(whole);
    if inside.is_some() {
        add(before.trim_end_matches(FOOTNOTES), inside);
    }
    if let (Some(first), [_, rest @ ..]) = (lines.first(), lines.as_slice())
        && !rest.is_empty()
    {
        let rest = rest.join(" ");
        add(without_numbering(first), Some(&rest));
    }
    readings
}

/// Typographic quotation marks as typewriters have them.
fn unquoted(text: &str) -> String {
    let straight = |character: char| match character {
        '“' | '”' | '„' | '‟' | '″' => '"',
        '‘' | '’' | '‚' | '′' => '\'',
        other => other,
    };
    text.chars().filter(|character| !is_unseen(*character)).map(straight).collect()
}

fn without_arrows(text: &str) -> &str {
    let mut text = trimmed(text);
    while let Some(rest) = ARROWS.iter().find_map(|arrow| text.strip_prefix(arrow).or_else(|| text.strip_suffix(arrow)))
    {
        text = trimmed(rest);
    }
    text
}

/// `1. name`, `2) name`, `(3) name`.
fn without_numbering(text: &str) -> &str {
    let rest = text.strip_prefix('(').unwrap_or(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..).unwrap_or_default();
    match after.strip_prefix(['.', ')']) {
        Some(name) if digits > 0 && name.starts_with(is_space) => trimmed(name),
        _ => text,
    }
}

/// `name [1]`, `name (2)`, `name 3)`: a number that refers to a note.
fn without_footnote(text: &str) -> (&str, Option<&str>) {
    for (open, close) in [('[', "]"), ('(', ")")] {
        if let Some((before, number)) = text.strip_suffix(close).and_then(|text| text.rsplit_once(open))
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            return (trimmed(before), None);
        }
    }
    (text, None)
}

/// `name (remark)`.
fn without_parentheses(text: &str) -> (&str, Option<&str>) {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((before, inside)) if !trimmed(before).is_empty() => (trimmed(before), Some(inside)),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_around_a_name_are_taken_off() {
        let first = |text: &str| names(text).last().map(|reading| reading.name.clone()).unwrap_or_default();
        for (cell, name) in [
            ("\u{a0}mail\u{200b} ", "mail"),
            ("**`mail`**", "mail"),
            ("3. mail", "mail"),
            ("(3) mail", "mail"),
            ("mail*", "mail"),
            ("mail ¹", "mail"),
            ("mail [2]", "mail"),
            ("→ mail", "mail"),
            ("mail ->", "mail"),
            ("mail (optional)", "mail"),
            ("mail\noptional", "mail"),
        ] {
            assert_eq!(first(cell), name, "{cell:?}");
        }
        let broken = names("emails[type eq\n\"work\"].value");
        assert_eq!(broken[0].name, "emails[type eq \"work\"].value");
        assert_eq!(names("mail (optional)")[1].left_out.as_deref(), Some("optional"));
    }

    #[test]
    fn nothing_is_said_in_many_ways_and_values_keep_their_inside() {
        for text in ["", " - ", "—", "N/A", "None", "keine", "→", "\u{a0}"] {
            assert!(says_nothing(text), "{text:?}");
        }
        assert!(!says_nothing("0"));
        assert_eq!(value(" `a b` "), "a b");
        assert_eq!(value("2. floor"), "2. floor");
        assert_eq!(expression("Join(\u{200b}\" \u{200b}\", [a])"), "Join(\" \u{200b}\", [a])");
    }
}
