//! Tokens to a tree, with recovery.
//!
//! ```text
//! expression = call
//! call       = name "(" [ argument { "," argument } ] ")"
//! argument   = nothing | joined [ comparator joined ]
//! joined     = operand { "&" operand }          Cloud Sync only: read as Join, with a warning
//! operand    = call | "[" name "]" | text | number | hex | word
//! ```
//!
//! White space and line ends may appear anywhere between tokens. Nesting is bounded: the parenthesis beyond the bound is
//! a diagnostic, and its content is skipped without recursion.
//!
//! The parser also reads what people bring from other languages (`operators`, `piece`, `calls`, `words`): each such form becomes
//! one finding and the tree that Entra needs. `quotation_marks` repairs a text whose quotation marks do not pair.

mod calls;
mod operators;
mod piece;
mod quotation_marks;
mod words;

use std::collections::BTreeMap;

use super::ast::{Call, Comparator, Expression};
use super::diagnostic::{Diagnostic, Severity};
use super::environment::{AttributeLookup, EveryAttribute};
use super::lexer::{Foreign, Token, TokenValue, lex};
use super::print::print;
use crate::text::{Span, utf16_offset};
use piece::Piece;

/// How deep calls may nest.
pub const MAXIMUM_DEPTH: usize = 64;
/// How long an expression may be, in UTF-16 units (entra-docs, customize-application-attributes).
pub const MAXIMUM_LENGTH: usize = 10_000;

/// The tree of a text, where there is one, and every mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The tree. Where the meaning of a mistake is clear, the tree has that meaning.
    pub tree: Option<Expression>,
    /// Every mistake, in the order of the text.
    pub errors: Vec<Diagnostic>,
    /// Pieces of the text that the tree holds in Entra's form instead. Findings about them belong to their diagnostic.
    pub(super) rewritten: Vec<Span>,
}

impl Parsed {
    /// Whether Entra would refuse the text.
    pub fn is_broken(&self) -> bool {
        self.tree.is_none() || self.errors.iter().any(|error| error.severity == Severity::Error)
    }

    /// What [`check`](super::check()) finds in the tree, without findings about pieces that are not in the text as they
    /// are in the tree.
    pub fn check(&self, lookup: &dyn AttributeLookup) -> Vec<Diagnostic> {
        let mut found = self.tree.as_ref().map(|tree| super::check(tree, lookup)).unwrap_or_default();
        let is_rewritten = |span: Span| {
            self.rewritten.iter().any(|rewritten| rewritten.start <= span.start && span.end <= rewritten.end)
        };
        found.retain(|diagnostic| !is_rewritten(diagnostic.span));
        found
    }
}

#[cfg(test)]
thread_local! {
    static PARSES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How many texts this thread has parsed.
#[cfg(test)]
pub(crate) fn parses() -> usize {
    PARSES.get()
}

/// Reads an expression. Never fails and never recurses deeper than [`MAXIMUM_DEPTH`].
pub fn parse(text: &str) -> Parsed {
    #[cfg(test)]
    PARSES.set(PARSES.get() + 1);
    let length = utf16_offset(text, text.len());
    if length > MAXIMUM_LENGTH {
        let message = format!("The expression has {length} characters. Entra accepts {MAXIMUM_LENGTH}. Shorten it.");
        let errors = vec![Diagnostic::error("E011", Span::new(0, text.len()), message)];
        return Parsed { tree: None, errors, rewritten: Vec::new() };
    }
    let parsed = parse_as_written(text);
    if !parsed.is_broken() {
        return parsed;
    }
    let mut parsed = quotation_marks::mend(text, &parsed).unwrap_or(parsed);
    confirm_fixes(text, &mut parsed);
    parsed
}

/// How many fixes of one text are tried. Nobody reads more findings about one expression.
const MOST_CONFIRMED: usize = 16;

/// Keeps a fix safe only where it removes its error and adds none, and drops one that leaves more errors than before.
fn confirm_fixes(text: &str, parsed: &mut Parsed) {
    let before = error_codes(parsed);
    let total = |codes: &BTreeMap<&str, usize>| codes.values().sum::<usize>();
    for (index, error) in parsed.errors.iter_mut().enumerate() {
        let Some(fix) = &mut error.fix else { continue };
        if index >= MOST_CONFIRMED {
            fix.safe = false;
            continue;
        }
        let after = error_codes(&parse_as_written(&fix.apply(text)));
        let adds = after.iter().any(|(code, count)| before.get(code).is_none_or(|known| known < count));
        if total(&after) > total(&before) {
            error.fix = None;
        } else if adds || (error.severity == Severity::Error && total(&after) == total(&before)) {
            fix.safe = false;
        }
    }
}

/// How often each code of severity Error was found, as far as it does not depend on the attributes there are.
fn error_codes(parsed: &Parsed) -> BTreeMap<&'static str, usize> {
    let checked = parsed.check(&EveryAttribute);
    let errors = parsed.errors.iter().chain(&checked).filter(|found| found.severity == Severity::Error);
    let mut codes = BTreeMap::new();
    errors.for_each(|found| *codes.entry(found.code).or_default() += 1);
    codes
}

fn parse_as_written(text: &str) -> Parsed {
    let lexed = lex(text);
    let mut parser = Parser {
        text,
        tokens: lexed.tokens,
        at: 0,
        errors: lexed.errors,
        rewritten: Vec::new(),
        end: text.trim_end().len(),
    };
    let tree = parser.top();
    let mut errors = parser.errors;
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    Parsed { tree, errors, rewritten: parser.rewritten }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    errors: Vec<Diagnostic>,
    rewritten: Vec<Span>,
    end: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&TokenValue> {
        self.tokens.get(self.at).map(|token| &token.value)
    }

    fn peek_foreign(&self) -> Option<Foreign> {
        match self.peek() {
            Some(TokenValue::Foreign(operator)) => Some(*operator),
            _ => None,
        }
    }

    fn span(&self) -> Span {
        self.tokens.get(self.at).map_or(Span::at(self.end), |token| token.span)
    }

    /// The end of the token read last.
    fn behind(&self) -> usize {
        self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |token| token.span.end)
    }

    fn top(&mut self) -> Option<Expression> {
        if self.tokens.is_empty() {
            if self.errors.is_empty() {
                let message = "The expression is empty. Begin with a function, like Switch(…).";
                self.errors.push(Diagnostic::error("E001", Span::at(0), message));
            }
            return None;
        }
        if self.peek() == Some(&TokenValue::Compare(Comparator::Equal)) {
            let message = "Begin an expression without an equals sign.";
            let diagnostic = Diagnostic::error("E026", self.span(), message);
            self.errors.push(diagnostic.fixed_by("Remove the equals sign", self.span(), ""));
            self.at += 1;
        }
        if self.is_statement() {
            return None;
        }
        let before = self.errors.len();
        let piece = self.argument(0);
        let is_condition = piece.is_condition();
        let tree = if is_condition { self.condition_alone(piece) } else { self.settle(piece) };
        self.behind_the_end();
        match tree {
            Expression::Empty { .. } => None,
            Expression::Attribute { ref name, span } if self.errors.len() == before => {
                let message = format!("This expression only copies {name}. Use a Direct mapping of {name} instead.");
                self.errors.push(Diagnostic::warning("E020", span, message));
                Some(tree)
            }
            Expression::Text { span, .. } | Expression::Number { span, .. } if self.errors.len() == before => {
                let message = "This expression is only a text. Use a Constant mapping instead.";
                self.errors.push(Diagnostic::warning("E020", span, message));
                Some(tree)
            }
            tree => Some(tree),
        }
    }

    fn behind_the_end(&mut self) {
        let Some(token) = self.tokens.get(self.at) else { return };
        let span = Span::new(token.span.start, self.end);
        let only_closing = self.tokens.iter().skip(self.at).all(|token| token.value == TokenValue::Close);
        let message = if token.value == TokenValue::Close {
            "Remove the extra closing parenthesis."
        } else {
            "The expression ends before this. An expression is one function call."
        };
        let mut diagnostic = Diagnostic::error("E009", span, message).fixed_by("Remove the rest", span, "");
        if !only_closing {
            diagnostic = diagnostic.unsafely();
        }
        self.errors.push(diagnostic);
    }

    /// Operands with `&` between them, read as a call of Join, which has the same value.
    fn joined_with_ampersand(&mut self, first: Expression, depth: usize) -> Expression {
        let operator = self.span();
        let mut operands = vec![first];
        while self.peek() == Some(&TokenValue::Ampersand) {
            self.at += 1;
            operands.push(self.postfix(depth));
        }
        if operands.iter().any(|operand| matches!(operand, Expression::Empty { .. })) {
            self.errors.push(Diagnostic::error("E029", operator, "Write a text before and after &."));
        }
        let spans = operands.iter().map(Expression::span);
        let span = spans.reduce(Span::cover).unwrap_or(operator);
        let slices: Vec<_> = operands.iter().map(|operand| operand.span().slice(self.text)).collect();
        let message = "Microsoft documents & for Cloud Sync only. Use Join or Append, which work everywhere.";
        let replacement = format!("Join(\"\", {})", slices.join(", "));
        self.errors.push(Diagnostic::warning("E029", span, message).fixed_by("Use Join", span, replacement));
        let separator = Expression::Text { value: String::new(), span: Span::at(operator.start) };
        let arguments = std::iter::once(separator).chain(operands).collect();
        Expression::Call(Call { name: "Join".to_owned(), name_span: operator, arguments, span })
    }

    fn operand_piece(&mut self, depth: usize) -> Piece {
        let Some(token) = self.tokens.get(self.at) else {
            return Piece::plain(Expression::Empty { span: Span::at(self.end) });
        };
        let span = token.span;
        let node = match token.value.clone() {
            TokenValue::Name(name) => {
                self.at += 1;
                return if self.peek() == Some(&TokenValue::Open) {
                    self.call(name, span, depth)
                } else {
                    Piece::plain(self.word(name, span))
                };
            }
            TokenValue::Attribute(name) => Expression::Attribute { name, span },
            TokenValue::Text(value) => Expression::Text { value, span },
            TokenValue::Number(text) => Expression::Number { text, span },
            TokenValue::Hex(value) => Expression::Hex { value, span },
            TokenValue::Open => return self.group(span, depth),
            TokenValue::Comma | TokenValue::Close | TokenValue::Compare(_) | TokenValue::Ampersand => {
                return Piece::plain(Expression::Empty { span: Span::at(span.start) });
            }
            TokenValue::Foreign(_) => {
                let message = format!("{} has no meaning outside quotation marks.", span.slice(self.text));
                self.errors.push(Diagnostic::error("E004", span, message));
                Expression::Empty { span: Span::at(span.start) }
            }
        };
        self.at += 1;
        Piece::plain(node)
    }

    /// Parentheses around an argument: read as if they were not there.
    fn group(&mut self, open: Span, depth: usize) -> Piece {
        if depth >= MAXIMUM_DEPTH {
            return Piece::plain(self.too_deep(open));
        }
        self.at += 1;
        let inner = self.argument(depth + 1);
        let inside = Span::new(open.end, self.span().start);
        let message = "Write a function name before the parenthesis. Parentheses do not group.";
        let mut diagnostic = Diagnostic::error("E019", open, message);
        if self.peek() == Some(&TokenValue::Close) {
            self.at += 1;
            let whole = Span::new(open.start, self.behind());
            diagnostic = diagnostic.fixed_by("Remove the parentheses", whole, inside.slice(self.text).trim());
        } else {
            // `("a", "b")`: a list without a function. Its items have no place.
            self.at = self.tokens.partition_point(|token| token.span.start < open.start);
            self.skip_group();
        }
        self.errors.push(diagnostic);
        Piece { span: inner.span.cover(Span::new(open.start, self.behind())), form: inner.form }
    }

    fn too_deep(&mut self, span: Span) -> Expression {
        let message = format!("Calls are nested more than {MAXIMUM_DEPTH} deep. This one is not read.");
        self.errors.push(Diagnostic::error("E010", span, message));
        self.skip_group();
        Expression::Empty { span: Span::new(span.start, self.behind()) }
    }

    /// Skips from an opening parenthesis to its match, without recursion.
    fn skip_group(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.tokens.get(self.at) {
            self.at += 1;
            match token.value {
                TokenValue::Open => depth += 1,
                TokenValue::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Replaces a form of another language by one finding: `tree` is Entra's form of `span`. Findings inside that the new
    /// form mends go into this one. Without a fix where the new form would still have an error.
    fn rewrite(&mut self, mut found: Diagnostic, label: &str, tree: &Expression, span: Span, is_safe: bool) {
        let replacement = print(tree);
        if is_clean(tree, &replacement) {
            let (inside, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.errors)
                .into_iter()
                .partition(|error| span.start <= error.span.start && error.span.end <= span.end && error.fix.is_some());
            self.errors = others;
            let is_safe = is_safe && inside.iter().all(|error| error.fix.as_ref().is_some_and(|fix| fix.safe));
            found = found.fixed_by(label, span, replacement);
            if !is_safe {
                found = found.unsafely();
            }
            self.rewritten.push(span);
        }
        self.errors.push(found);
    }
}

/// Whether Entra would accept a tree in its place, whatever its attributes are.
fn is_clean(tree: &Expression, printed: &str) -> bool {
    // A comparison needs a call around it.
    let whole = match tree {
        Expression::Comparison { .. } => format!("Not({printed})"),
        _ => printed.to_owned(),
    };
    if utf16_offset(&whole, whole.len()) > MAXIMUM_LENGTH {
        return false;
    }
    let parsed = parse_as_written(&whole);
    parsed.tree.is_some() && error_codes(&parsed).is_empty()
}

#[cfg(test)]
mod mistake_tests;
