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

/// A value exactly.
pub(super) fn code(value: &str) -> String {
    if value.is_empty() {
        format!("<span class=\"muted\">{EMPTY}</span>")
    } else if value.split_whitespace().any(|word| word.chars().count() > WHOLE) {
        format!("<code class=\"long\">{}</code>", text(value))
    } else {
        format!("<code>{}</code>", text(value))
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_text_becomes_a_tag_or_leaves_its_attribute() {
        assert_eq!(text("<b a=\"'&\u{0}"), "&lt;b a=&quot;&#39;&amp; ");
    }
}
