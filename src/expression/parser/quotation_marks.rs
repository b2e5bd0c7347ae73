//! Texts whose quotation marks do not pair: one missing, or all of them doubled or escaped by the file they come from.
//!
//! One wrong mark turns every text behind it inside out. Each likely repair is tried on the whole text; one that leaves no
//! error replaces all findings by one.

use super::super::ast::Expression;
use super::super::diagnostic::{Diagnostic, Severity};
use super::super::lexer::TokenValue;
use super::{Parsed, Span, lex, parse_as_written};

/// How many places for a missing mark are tried.
const MOST_PLACES: usize = 48;

/// What files and pages do to quotation marks: the search text, the right text, and how to say it.
const COPIED: [(&str, &str, &str); 3] = [
    ("\"\"", "\"", "Write each quotation mark once. This text has doubled ones, as a CSV file writes them."),
    ("\\\"", "\"", "Remove the backslashes before the quotation marks. This text comes from a JSON file."),
    ("&quot;", "\"", "Write quotation marks as \". This text comes from the source of a web page."),
];

/// One finding in place of all, where a repair of the quotation marks leaves no error.
pub(super) fn mend(text: &str, parsed: &Parsed) -> Option<Parsed> {
    if let Some(repaired) = copied(text) {
        return Some(repaired);
    }
    let mut errors = parsed.errors.iter().filter(|error| error.severity == Severity::Error);
    let (first, second) = (errors.next(), errors.next());
    // A single finding with a fix that leaves no error says enough.
    let is_said =
        second.is_none() && first.and_then(|error| error.fix.as_ref()).is_some_and(|fix| is_right(&fix.apply(text)));
    if is_said { None } else { missing(text) }
}

fn is_right(text: &str) -> bool {
    !parse_as_written(text).is_broken()
}

/// A whole expression in quotation marks, or with all marks doubled or escaped.
fn copied(text: &str) -> Option<Parsed> {
    let trimmed = text.trim();
    for (wrong, right, message) in COPIED {
        if !text.contains(wrong) {
            continue;
        }
        let inside = trimmed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        for candidate in [Some(trimmed), inside].into_iter().flatten() {
            let repaired =
                candidate.replace(wrong, right).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            let again = parse_as_written(&repaired);
            if !again.is_broken() && matches!(again.tree, Some(Expression::Call(_))) {
                let span = Span::new(0, text.len());
                let found =
                    Diagnostic::error("E015", span, message).fixed_by("Repair the quotation marks", span, repaired);
                return Some(Parsed { tree: None, errors: vec![found], rewritten: vec![span] });
            }
        }
    }
    None
}

/// One mark is missing: before a word, or behind one.
fn missing(text: &str) -> Option<Parsed> {
    if text.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let mut repairs = Vec::new();
    for (at, is_opening) in places(text).into_iter().take(MOST_PLACES) {
        let repaired = format!("{}\"{}", text.get(..at)?, text.get(at..)?);
        let again = parse_as_written(&repaired);
        if !again.is_broken() {
            repairs.push((at, is_opening, again));
        }
    }
    let is_safe = repairs.len() == 1;
    let (at, is_opening, again) = repairs.into_iter().next()?;
    let word = text.get(at..).unwrap_or_default();
    let length = word.find(['"', ',', ')', ' ']).unwrap_or(word.len());
    let (span, message) = if is_opening {
        (
            Span::new(at, at + length),
            format!("Add a quotation mark (\") before {}.", Span::new(at, at + length).slice(text)),
        )
    } else {
        (Span::at(at), "Close the text with a quotation mark (\").".to_owned())
    };
    let mut found = Diagnostic::error("E002", span, message).fixed_by("Add the quotation mark", Span::at(at), "\"");
    if !is_safe {
        found = found.unsafely();
    }
    let whole = Span::new(0, text.len());
    let tree = again.tree.map(|tree| tree.moved(&|offset| if offset > at { offset - 1 } else { offset }));
    Some(Parsed { tree, errors: vec![found], rewritten: vec![whole] })
}

/// Where a mark may be missing: before a word that begins an argument, and before a comma or parenthesis.
fn places(text: &str) -> Vec<(usize, bool)> {
    let mut places = Vec::new();
    let mut before = None;
    for token in lex(text).tokens {
        if matches!(token.value, TokenValue::Name(_) | TokenValue::Number(_))
            && matches!(before, Some(TokenValue::Comma | TokenValue::Open | TokenValue::Compare(_)))
        {
            places.push((token.span.start, true));
        }
        before = Some(token.value);
    }
    let ends = text.char_indices().filter(|(_, character)| matches!(character, ',' | ')')).map(|(at, _)| (at, false));
    places.extend(ends);
    places
}
