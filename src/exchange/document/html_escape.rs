//! Text inside HTML.

use crate::exchange::mapping_columns::EMPTY;

/// Text between tags and in quoted attributes.
pub(in crate::exchange) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(character),
            // A reader of HTML drops or replaces control characters. A blank keeps the words apart.
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A word up to this length is whole in a table. It is about a third of a page.
const WHOLE: usize = 32;

/// Text in which longer words, such as the name of an extension's attribute, can break after a sign.
pub(super) fn words(words: &str) -> String {
    words
        .split_inclusive(char::is_whitespace)
        .map(|word| if is_long(word) { in_parts(word) } else { text(word) })
        .collect()
}

fn is_long(word: &str) -> bool {
    word.trim_end().chars().count() > WHOLE
}

/// The parts of a word between which it can break. A version such as 2.0 is one part.
fn parts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut signs = word.char_indices().peekable();
    while let Some((_, sign)) = signs.next() {
        let Some((next, after)) = signs.peek().copied() else { break };
        let breaks = matches!(sign, ':' | ',' | '(' | '/' | '?' | '&' | '=' | '_' | '-' | '@' | '|')
            || (sign == '.' && !after.is_ascii_digit());
        if breaks && let Some(part) = word.get(from..next) {
            parts.push(part);
            from = next;
        }
    }
    parts.extend(word.get(from..));
    parts
}

fn in_parts(word: &str) -> String {
    parts(word).into_iter().map(text).collect::<Vec<_>>().join("<wbr>")
}

/// A value exactly.
pub(super) fn code(value: &str) -> String {
    if value.is_empty() {
        format!("<span class=\"muted\">{EMPTY}</span>")
    } else if value.split_whitespace().any(is_long) {
        let is_endless = value.split_whitespace().flat_map(parts).any(|part| part.chars().count() > WHOLE + 1);
        let class = if is_endless { "long endless" } else { "long" };
        format!("<code class=\"{class}\">{}</code>", words(value))
    } else {
        format!("<code>{}</code>", text(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_breaks_after_its_signs_alone() {
        let name = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        let html = "<code class=\"long\">urn:<wbr>ietf:<wbr>params:<wbr>scim:<wbr>schemas:<wbr>extension:<wbr>enterprise:\
                    <wbr>2.0:<wbr>User:<wbr>manager</code>";
        assert_eq!(code(name), html);
        assert_eq!(words("Send it & go"), "Send it &amp; go");
        assert_eq!(words(&format!("Send {name} now")).replace("<wbr>", ""), format!("Send {name} now"));
        let endless = "x".repeat(60);
        assert_eq!(code(&endless), format!("<code class=\"long endless\">{endless}</code>"));
    }

    #[test]
    fn no_text_becomes_a_tag_or_leaves_its_attribute() {
        assert_eq!(text("<b a=\"'&\u{0}"), "&lt;b a=&quot;&#39;&amp; ");
    }
}
