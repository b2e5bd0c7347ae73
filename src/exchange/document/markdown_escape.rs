//! Text inside Markdown (CommonMark with GitHub's tables and autolinks): nothing in it becomes a mark.

use crate::exchange::mapping_columns::EMPTY;
use crate::text::visible;

/// Characters that begin something in Markdown anywhere in a line.
const SPECIAL: &str = r"\`*_{}[]<>|~&#@$";

/// Running text on one line: nothing in it becomes a mark, a link, an entity or a tag.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        let mut start = escaped.is_empty();
        if !start {
            escaped.push(' ');
        }
        let mut rest = line.chars().peekable();
        while let Some(character) = rest.next() {
            // GitHub turns a scheme or www. into a link. A list, heading or rule begins only at the start.
            let link = (character == ':' && rest.peek() == Some(&'/'))
                || (character == '.' && escaped.to_ascii_lowercase().ends_with("www"));
            let block = start && "+-=".contains(character) || (".)".contains(character) && all_digits(&escaped));
            if SPECIAL.contains(character) || link || block {
                escaped.push('\\');
            }
            escaped.push(if character.is_control() { ' ' } else { character });
            start = false;
        }
    }
    escaped
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A value exactly, on one line.
pub(super) fn code(value: &str) -> String {
    if value.is_empty() {
        return EMPTY.to_owned();
    }
    let value: String = value.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    let fence = fence(&value, 1);
    // One blank on either side is taken off again; it keeps a backtick or a blank of the value's own.
    let blank = |end: Option<char>| matches!(end, Some('`' | ' '));
    let pad = if blank(value.chars().next()) || blank(value.chars().next_back()) { " " } else { "" };
    format!("{fence}{pad}{value}{pad}{fence}")
}

/// A value of several lines, indented below a list item.
pub(super) fn block(value: &str, indent: &str) -> String {
    let fence = fence(value, 3);
    let mut block = format!("{indent}{fence}\n");
    for line in value.lines() {
        block.extend([indent, &visible(line), "\n"]);
    }
    block.extend([indent, fence.as_str(), "\n"]);
    block
}

/// The same in a cell of a table, which takes a backslash off even inside a code span.
pub(super) fn code_cell(value: &str) -> String {
    code(value).replace('|', "\\|")
}

/// Backticks, more than any run inside the value.
fn fence(value: &str, least: usize) -> String {
    let longest = value.split(|one| one != '`').map(str::len).max().unwrap_or_default();
    "`".repeat((longest + 1).max(least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_mark() {
        for (raw, written) in [
            ("plain, with (brackets) and 3.5 - 2", "plain, with (brackets) and 3.5 - 2"),
            ("# heading", "\\# heading"),
            ("- item", "\\- item"),
            ("1. item", "1\\. item"),
            ("*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`"),
            ("[x](http://e)", "\\[x\\](http\\://e)"),
            ("![i](x)", "!\\[i\\](x)"),
            ("<script>&amp;", "\\<script\\>\\&amp;"),
            ("a | b", "a \\| b"),
            ("back\\slash", "back\\\\slash"),
            ("www.example.org", "www\\.example.org"),
            ("it@contoso.com", "it\\@contoso.com"),
            ("one\n\n# two\r\nthree", "one \\# two three"),
            ("bell\u{7}", "bell "),
        ] {
            assert_eq!(text(raw), written, "{raw}");
        }
    }

    #[test]
    fn code_spans_outlast_the_backticks_inside() {
        for (raw, written) in [
            ("externalId", "`externalId`"),
            ("a`b", "``a`b``"),
            ("`", "`` ` ``"),
            ("a``", "``` a`` ```"),
            (" x ", "`  x  `"),
            ("", "(empty)"),
            ("a\nb", "`a b`"),
        ] {
            assert_eq!(code(raw), written, "{raw}");
        }
        assert_eq!(code_cell("a|b"), "`a\\|b`");
        assert_eq!(block("a\n```\nb", "  "), "  ````\n  a\n  ```\n  b\n  ````\n");
    }
}
