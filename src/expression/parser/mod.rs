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
//! White space and line ends stand anywhere between tokens. Nesting is bounded: the parenthesis beyond the bound is a
//! diagnostic, and its content is skipped without recursion.

use super::ast::{Call, Comparator, Expression, WORDS};
use super::diagnostic::{Diagnostic, Severity};
use super::functions;
use super::lexer::{Token, TokenValue, lex};
use crate::text::{Span, utf16_offset};

/// How deep calls may nest.
pub const MAXIMUM_DEPTH: usize = 64;
/// How long an expression may be, in UTF-16 units (entra-docs, customize-application-attributes).
pub const MAXIMUM_LENGTH: usize = 10_000;

/// What a text holds: a tree where there is one, and every mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The tree; where a mistake could be read as meant, it is.
    pub tree: Option<Expression>,
    /// What is wrong, in the order of the text.
    pub errors: Vec<Diagnostic>,
}

impl Parsed {
    /// Whether Entra would refuse the text.
    pub fn is_broken(&self) -> bool {
        self.tree.is_none() || self.errors.iter().any(|error| error.severity == Severity::Error)
    }
}

/// Reads an expression. Never fails and never recurses deeper than [`MAXIMUM_DEPTH`].
pub fn parse(text: &str) -> Parsed {
    let length = utf16_offset(text, text.len());
    if length > MAXIMUM_LENGTH {
        let message = format!("The expression has {length} characters; Entra takes {MAXIMUM_LENGTH}. Shorten it.");
        return Parsed { tree: None, errors: vec![Diagnostic::error("E011", Span::new(0, text.len()), message)] };
    }
    let lexed = lex(text);
    let mut parser = Parser { text, tokens: lexed.tokens, at: 0, errors: lexed.errors, end: text.trim_end().len() };
    let tree = parser.top();
    let mut errors = parser.errors;
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    Parsed { tree, errors }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    errors: Vec<Diagnostic>,
    end: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&TokenValue> {
        self.tokens.get(self.at).map(|token| &token.value)
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
            let message = "An expression does not begin with an equals sign.";
            let diagnostic = Diagnostic::error("E026", self.span(), message);
            self.errors.push(diagnostic.fixed_by("Remove the equals sign", self.span(), ""));
            self.at += 1;
        }
        let tree = self.argument(0);
        self.behind_the_end();
        match tree {
            Expression::Empty { .. } => None,
            Expression::Attribute { ref name, span } => {
                let message = format!("An attribute alone is a Direct mapping of {name}, not an expression.");
                self.errors.push(Diagnostic::warning("E020", span, message));
                Some(tree)
            }
            Expression::Text { span, .. } | Expression::Number { span, .. } => {
                self.errors.push(Diagnostic::warning(
                    "E020",
                    span,
                    "A text alone is a Constant mapping, not an expression.",
                ));
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
            "There is a closing parenthesis too many."
        } else {
            "The expression ends before this; one function call is the whole expression."
        };
        let mut diagnostic = Diagnostic::error("E009", span, message).fixed_by("Remove what follows", span, "");
        if !only_closing {
            diagnostic = diagnostic.unsafely();
        }
        self.errors.push(diagnostic);
    }

    fn argument(&mut self, depth: usize) -> Expression {
        let left = self.joined(depth);
        let Some(TokenValue::Compare(comparator)) = self.peek() else { return left };
        let comparator = *comparator;
        let operator = self.span();
        self.at += 1;
        let right = self.joined(depth);
        for side in [&left, &right] {
            if let Expression::Empty { .. } = side {
                let message = format!("The comparison {} needs a value on either side.", comparator.symbol());
                self.errors.push(Diagnostic::error("E027", operator, message));
            }
        }
        if let Some(TokenValue::Compare(_)) = self.peek() {
            let message = "Only one comparison stands in an argument; nest IIF for more.";
            self.errors.push(Diagnostic::error("E027", self.span(), message));
            while matches!(self.peek(), Some(TokenValue::Compare(_))) {
                self.at += 1;
                self.joined(depth);
            }
        }
        Expression::Comparison { left: Box::new(left), comparator, right: Box::new(right) }
    }

    /// Operands with `&` between them, read as a call of Join, which has the same value.
    fn joined(&mut self, depth: usize) -> Expression {
        let first = self.operand(depth);
        if self.peek() != Some(&TokenValue::Ampersand) {
            return first;
        }
        let operator = self.span();
        let mut operands = vec![first];
        while self.peek() == Some(&TokenValue::Ampersand) {
            self.at += 1;
            operands.push(self.operand(depth));
        }
        if operands.iter().any(|operand| matches!(operand, Expression::Empty { .. })) {
            self.errors.push(Diagnostic::error("E029", operator, "& needs a text on either side."));
        }
        let spans = operands.iter().map(Expression::span);
        let span = spans.reduce(Span::cover).unwrap_or(operator);
        let slices: Vec<_> = operands.iter().map(|operand| operand.span().slice(self.text)).collect();
        let message = "Joining with & is documented for Cloud Sync only; Join and Append work everywhere.";
        let replacement = format!("Join(\"\", {})", slices.join(", "));
        self.errors.push(Diagnostic::warning("E029", span, message).fixed_by("Use Join", span, replacement));
        let separator = Expression::Text { value: String::new(), span: Span::at(operator.start) };
        let arguments = std::iter::once(separator).chain(operands).collect();
        Expression::Call(Call { name: "Join".to_owned(), name_span: operator, arguments, span })
    }

    fn operand(&mut self, depth: usize) -> Expression {
        let Some(token) = self.tokens.get(self.at) else { return Expression::Empty { span: Span::at(self.end) } };
        let span = token.span;
        let node = match token.value.clone() {
            TokenValue::Name(name) => {
                self.at += 1;
                return if self.peek() == Some(&TokenValue::Open) {
                    self.call(name, span, depth)
                } else {
                    self.word(&name, span);
                    Expression::Identifier { name, span }
                };
            }
            TokenValue::Attribute(name) => Expression::Attribute { name, span },
            TokenValue::Text(value) => Expression::Text { value, span },
            TokenValue::Number(text) => Expression::Number { text, span },
            TokenValue::Hex(value) => Expression::Hex { value, span },
            TokenValue::Open => return self.group(span, depth),
            TokenValue::Comma | TokenValue::Close | TokenValue::Compare(_) | TokenValue::Ampersand => {
                return Expression::Empty { span: Span::at(span.start) };
            }
        };
        self.at += 1;
        node
    }

    /// A bare word: the few that exist, else a text or an attribute without its marks.
    fn word(&mut self, name: &str, span: Span) {
        if WORDS.iter().any(|word| word.eq_ignore_ascii_case(name)) {
            return;
        }
        let diagnostic = |message: String| Diagnostic::error("E028", span, message);
        let diagnostic = if let Some(function) = functions::find(name) {
            let found = diagnostic(format!("{} is a function: its arguments stand in parentheses.", function.name));
            if function.parameters.is_empty() {
                found.fixed_by("Add the parentheses", span, format!("{}()", function.name))
            } else {
                found
            }
        } else if ["null", "authoritativenull"].contains(&name.to_ascii_lowercase().as_str()) {
            diagnostic(format!("There is no {name} here; an argument that is not given is left empty."))
                .fixed_by("Use an empty text", span, "\"\"")
                .unsafely()
        } else {
            let found = diagnostic(format!(
                "{name} is neither a text in quotes (\"{name}\") nor an attribute in brackets ([{name}])."
            ));
            // Attributes begin with a small letter, as constants rarely do.
            if name.starts_with(|first: char| first.is_ascii_lowercase()) && !["true", "false"].contains(&name) {
                found.fixed_by("Make it an attribute", span, format!("[{name}]")).unsafely()
            } else {
                found.fixed_by("Make it a text", span, format!("\"{name}\"")).unsafely()
            }
        };
        self.errors.push(diagnostic);
    }

    /// Parentheses around an argument: read as if they were not there.
    fn group(&mut self, open: Span, depth: usize) -> Expression {
        if depth >= MAXIMUM_DEPTH {
            return self.too_deep(open);
        }
        self.at += 1;
        let inner = self.argument(depth + 1);
        let inside = Span::new(open.end, self.span().start);
        let mut diagnostic = Diagnostic::error(
            "E019",
            open,
            "A function's name is missing before the parenthesis; parentheses do not group.",
        );
        if self.peek() == Some(&TokenValue::Close) {
            self.at += 1;
            let whole = Span::new(open.start, self.behind());
            diagnostic = diagnostic.fixed_by("Remove the parentheses", whole, inside.slice(self.text).trim());
        } else {
            // `("a", "b")`: a list without a function. What it holds cannot be placed.
            self.at = self.tokens.partition_point(|token| token.span.start < open.start);
            self.skip_group();
        }
        self.errors.push(diagnostic);
        inner
    }

    fn too_deep(&mut self, span: Span) -> Expression {
        let message = format!("Calls nest deeper than {MAXIMUM_DEPTH}; this one is not read.");
        self.errors.push(Diagnostic::error("E010", span, message));
        self.skip_group();
        Expression::Empty { span: Span::new(span.start, self.behind()) }
    }

    fn call(&mut self, name: String, name_span: Span, depth: usize) -> Expression {
        if depth >= MAXIMUM_DEPTH {
            return self.too_deep(name_span);
        }
        let open = self.span();
        self.at += 1;
        let mut arguments = Vec::new();
        if self.peek() == Some(&TokenValue::Close) {
            self.at += 1;
            let span = Span::new(name_span.start, self.behind());
            return Expression::Call(Call { name, name_span, arguments, span });
        }
        loop {
            arguments.push(self.argument(depth + 1));
            match self.peek() {
                Some(TokenValue::Comma) => self.at += 1,
                Some(TokenValue::Close) => {
                    self.at += 1;
                    break;
                }
                Some(_) => {
                    let here = self.behind();
                    self.errors.push(
                        Diagnostic::error("E007", self.span(), "A comma is missing before this argument.").fixed_by(
                            "Insert a comma",
                            Span::at(here),
                            ",",
                        ),
                    );
                }
                None => {
                    let message = format!("The closing parenthesis of {name} is missing.");
                    let missing = Diagnostic::error("E008", open, message);
                    let missing = missing.fixed_by("Close the parenthesis", Span::at(self.end), ")");
                    self.errors.push(missing);
                    break;
                }
            }
        }
        Expression::Call(Call { name, name_span, arguments, span: Span::new(name_span.start, self.behind()) })
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
}

#[cfg(test)]
mod mistake_tests;
