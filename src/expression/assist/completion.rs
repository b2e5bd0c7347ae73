//! Proposals for the cursor's place: functions, attributes, words, and the constants that a parameter takes.

use super::super::ast::WORDS;
use super::super::functions::{self, FUNCTIONS, Function, Takes};
use super::super::lexer::{Token, TokenValue, lex};
use super::place::{OpenCall, open_calls};
use crate::text::Span;

/// A source attribute that may be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeChoice<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it holds, in a few words.
    pub about: &'a str,
}

/// What a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CompletionKind {
    /// A constant that the parameter takes.
    Constant,
    /// A source attribute.
    Attribute,
    /// A function.
    Function,
    /// A bare word.
    Word,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// What the list shows.
    pub label: String,
    /// The signature of a function, or what an attribute holds.
    pub detail: String,
    /// The piece of the text to replace.
    pub span: Span,
    /// What to put there.
    pub insert: String,
    /// Where the cursor goes, as a byte offset into the text after the replacement.
    pub cursor: usize,
}

/// The proposals for a cursor, best first; nothing within a text in quotes, unless the parameter takes certain ones.
pub fn complete(text: &str, cursor: usize, attributes: &[AttributeChoice<'_>]) -> Vec<Completion> {
    let tokens = lex(text).tokens;
    let calls = open_calls(&tokens, cursor);
    let within = tokens.iter().find(|token| token.span.start < cursor && cursor <= token.span.end);
    let (wanted, typed, span) = match within {
        Some(Token { value: TokenValue::Text(_), span }) => {
            // Behind the closing quote nothing is being typed.
            if cursor == span.end && span.slice(text).len() > 1 && span.slice(text).ends_with('"') {
                return Vec::new();
            }
            (Wanted::Constants, text.get(span.start + 1..cursor).unwrap_or_default(), *span)
        }
        Some(Token { value: TokenValue::Attribute(_), span }) => {
            let piece = span.slice(text);
            let closed = piece.matches('[').count() == piece.matches(']').count();
            if closed && cursor == span.end {
                return Vec::new();
            }
            let end = if closed { span.end } else { end_of_word(text, cursor) };
            (Wanted::Attributes, text.get(span.start + 1..cursor).unwrap_or_default(), Span::new(span.start, end))
        }
        Some(Token { value: TokenValue::Name(_), span }) => {
            (Wanted::Anything, text.get(span.start..cursor).unwrap_or_default(), *span)
        }
        Some(Token { value: TokenValue::Number(_) | TokenValue::Hex(_) | TokenValue::Close, .. }) => return Vec::new(),
        _ => (Wanted::Anything, "", Span::at(cursor)),
    };
    // Where an argument is complete, a comma or an operator follows, and nothing can be proposed.
    let before = tokens.iter().rev().find(|token| token.span.end <= span.start);
    let needs_separator = before.is_some_and(|token| {
        matches!(
            token.value,
            TokenValue::Close
                | TokenValue::Text(_)
                | TokenValue::Attribute(_)
                | TokenValue::Number(_)
                | TokenValue::Hex(_)
        )
    });
    if needs_separator {
        return Vec::new();
    }
    let mut proposals: Vec<(u8, Completion)> = Vec::new();
    let mut offer = |name: &str, completion: Completion| {
        if let Some(rank) = rank(name, typed) {
            proposals.push((rank, completion));
        }
    };
    for constant in constants(calls.last()) {
        let insert = format!("\"{}\"", constant.0);
        if wanted != Wanted::Attributes {
            offer(constant.0, plain(CompletionKind::Constant, constant.0, constant.1, span, insert));
        }
    }
    if wanted != Wanted::Constants {
        for attribute in attributes {
            let insert = format!("[{}]", attribute.name);
            offer(attribute.name, plain(CompletionKind::Attribute, attribute.name, attribute.about, span, insert));
        }
    }
    if wanted == Wanted::Anything {
        for function in FUNCTIONS {
            offer(function.name, call(function, span, text));
        }
        for word in WORDS {
            offer(word, plain(CompletionKind::Word, word, "", span, word.to_owned()));
        }
    }
    proposals.sort_by(|(left_rank, left), (right_rank, right)| {
        let key = |rank: u8, one: &Completion| (rank, one.kind, one.label.to_lowercase());
        key(*left_rank, left).cmp(&key(*right_rank, right))
    });
    proposals.into_iter().map(|(_, completion)| completion).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Anything,
    Attributes,
    Constants,
}

/// How well a name fits what is typed: as a beginning, as the beginning of an inner word, anywhere; else not at all.
fn rank(name: &str, typed: &str) -> Option<u8> {
    let (lower, typed) = (name.to_lowercase(), typed.to_lowercase());
    if lower.starts_with(&typed) {
        return Some(0);
    }
    let initials: String = name
        .char_indices()
        .filter(|(at, character)| *at == 0 || character.is_uppercase())
        .flat_map(|(_, character)| character.to_lowercase())
        .collect();
    if initials.starts_with(&typed) {
        return Some(1);
    }
    lower.contains(&typed).then_some(2)
}

fn plain(kind: CompletionKind, label: &str, detail: &str, span: Span, insert: String) -> Completion {
    let cursor = span.start + insert.len();
    Completion { kind, label: label.to_owned(), detail: detail.to_owned(), span, insert, cursor }
}

/// A function with its parentheses and the cursor between them. If the text has parentheses already, only the name.
fn call(function: &'static Function, span: Span, text: &str) -> Completion {
    let follows = text.get(span.end..).unwrap_or_default().trim_start().starts_with('(');
    let insert = if follows { function.name.to_owned() } else { format!("{}()", function.name) };
    let inside = if follows || function.parameters.is_empty() { insert.len() } else { insert.len() - 1 };
    Completion {
        kind: CompletionKind::Function,
        label: function.name.to_owned(),
        detail: function.signature(),
        span,
        insert,
        cursor: span.start + inside,
    }
}

/// The constants that the parameter at the cursor takes, with their meaning.
fn constants(call: Option<&OpenCall>) -> &'static [(&'static str, &'static str)] {
    let Some(OpenCall { name: Some((name, _)), argument }) = call else { return &[] };
    match functions::find(name).and_then(|function| function.parameter(*argument)).map(|parameter| parameter.takes) {
        Some(Takes::OneOf(texts) | Takes::Offered(texts)) => texts,
        _ => &[],
    }
}

fn end_of_word(text: &str, cursor: usize) -> usize {
    let rest = text.get(cursor..).unwrap_or_default();
    let length = rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len());
    cursor + length
}

#[cfg(test)]
mod tests {
    use super::*;

    const ATTRIBUTES: &[AttributeChoice<'_>] = &[
        AttributeChoice { name: "mail", about: "the e-mail address" },
        AttributeChoice { name: "mailNickname", about: "the alias" },
        AttributeChoice { name: "proxyAddresses", about: "" },
    ];

    fn at(marked: &str) -> (String, Vec<Completion>) {
        let cursor = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let found = complete(&text, cursor, ATTRIBUTES);
        (text, found)
    }

    fn labels(marked: &str) -> Vec<String> {
        at(marked).1.into_iter().map(|one| one.label).collect()
    }

    /// The text after the first proposal is taken, with a bar at the cursor.
    fn taken(marked: &str) -> String {
        let (text, found) = at(marked);
        let first = &found[0];
        let mut after = [&text[..first.span.start], &first.insert, &text[first.span.end..]].concat();
        after.insert(first.cursor, '|');
        after
    }

    #[test]
    fn a_name_completes_to_what_begins_so_first() {
        assert_eq!(labels("ToL|")[0], "ToLower");
        assert_eq!(labels("Append(mai|"), ["mail", "mailNickname", "DefaultDomain"]);
        assert_eq!(labels("inoe|")[0], "IsNullOrEmpty");
        assert_eq!(labels("Append([addr|, \"x\")"), ["proxyAddresses"]);
    }

    #[test]
    fn taking_one_leaves_the_cursor_where_typing_goes_on() {
        assert_eq!(taken("ToL|"), "ToLower(|)");
        assert_eq!(taken("ToL|([mail])"), "ToLower|([mail])");
        assert_eq!(taken("DefaultD|"), "DefaultDomain()|");
        assert_eq!(taken("Append([mai|, \"x\")"), "Append([mail]|, \"x\")");
        assert_eq!(taken("Append([m|ail], \"x\")"), "Append([mail]|, \"x\")");
        assert_eq!(taken("Append(mailN|)"), "Append([mailNickname]|)");
        assert_eq!(taken("Append([mailN| [b])"), "Append([mailNickname]| [b])");
    }

    #[test]
    fn an_empty_place_offers_everything_and_a_finished_one_nothing() {
        assert_eq!(labels("Append(|").len(), ATTRIBUTES.len() + FUNCTIONS.len() + WORDS.len());
        assert_eq!(labels("|").len(), labels("Append([mail], |)").len());
        for text in
            ["Append([mail]|", "Append([mail] |", "Append(\"a|b\")", "Append(\"ab\"|)", "Append()|", "Mid([mail], 1|"]
        {
            assert_eq!(labels(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn no_cursor_is_too_strange() {
        let text = "Append([mäil, “😀” & \"x";
        for cursor in 0..text.len() + 3 {
            complete(text, cursor, ATTRIBUTES);
        }
    }
}
