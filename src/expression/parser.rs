//! Tokens to a tree, with recovery.
//!
//! ```text
//! expression = call
//! call       = name "(" [ argument { "," argument } ] ")"
//! argument   = nothing | operand [ comparator operand ]
//! operand    = call | "[" name "]" | text | number | hex | word
//! ```
//!
//! White space and line ends stand anywhere between tokens. Nesting is bounded: the parenthesis beyond the bound is a
//! diagnostic, and its content is skipped without recursion.

use super::ast::{Call, Expression};
use super::diagnostic::{Diagnostic, Severity};
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
    let mut parser = Parser { tokens: lexed.tokens, at: 0, errors: lexed.errors, end: text.len() };
    let tree = parser.top();
    let mut errors = parser.errors;
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    Parsed { tree, errors }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    errors: Vec<Diagnostic>,
    end: usize,
}

impl Parser {
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
        let tree = self.argument(0);
        if let Some(token) = self.tokens.get(self.at) {
            let span = Span::new(token.span.start, self.end);
            let message = if token.value == TokenValue::Close {
                "There is a closing parenthesis too many."
            } else {
                "The expression ends before this; one function call is the whole expression."
            };
            self.errors.push(Diagnostic::error("E009", span, message).fixed_by("Remove what follows", span, ""));
        }
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

    fn argument(&mut self, depth: usize) -> Expression {
        let left = self.operand(depth);
        let Some(TokenValue::Compare(comparator)) = self.peek() else { return left };
        let comparator = *comparator;
        let operator = self.span();
        self.at += 1;
        let right = self.operand(depth);
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
                self.operand(depth);
            }
        }
        Expression::Comparison { left: Box::new(left), comparator, right: Box::new(right) }
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
                    Expression::Identifier { name, span }
                };
            }
            TokenValue::Attribute(name) => Expression::Attribute { name, span },
            TokenValue::Text(value) => Expression::Text { value, span },
            TokenValue::Number(text) => Expression::Number { text, span },
            TokenValue::Hex(value) => Expression::Hex { value, span },
            TokenValue::Open => {
                self.errors.push(Diagnostic::error(
                    "E019",
                    span,
                    "A function's name is missing before the parenthesis; parentheses do not group.",
                ));
                self.skip_group();
                return Expression::Empty { span };
            }
            TokenValue::Comma | TokenValue::Close | TokenValue::Compare(_) => {
                return Expression::Empty { span: Span::at(span.start) };
            }
        };
        self.at += 1;
        node
    }

    fn call(&mut self, name: String, name_span: Span, depth: usize) -> Expression {
        if depth >= MAXIMUM_DEPTH {
            let message = format!("Calls nest deeper than {MAXIMUM_DEPTH}; this one is not read.");
            self.errors.push(Diagnostic::error("E010", name_span, message));
            self.skip_group();
            return Expression::Empty { span: Span::new(name_span.start, self.behind()) };
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
                    let mut missing = Diagnostic::error("E008", open, message);
                    // Within an unclosed text a parenthesis would only become part of the text.
                    if !self.errors.iter().any(|error| error.code == "E002") {
                        missing = missing.fixed_by("Close the parenthesis", Span::at(self.end), ")");
                    }
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
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        parse(text).errors.iter().map(|error| error.code).collect()
    }

    #[test]
    fn the_reference_switch_has_its_empty_argument() {
        let parsed = parse(r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#);
        assert!(parsed.errors.is_empty());
        let Some(Expression::Call(call)) = parsed.tree else { panic!("a call") };
        assert_eq!(call.arguments.len(), 6);
        assert!(matches!(call.arguments[1], Expression::Empty { .. }));
    }

    #[test]
    fn each_mistake_has_its_code() {
        for (text, code) in [
            ("", "E001"),
            (r#"ToLower("a)"#, "E002"),
            ("ToLower([mail)", "E003"),
            ("ToLower(@)", "E004"),
            ("ToLower(“a”)", "E005"),
            (r#"Append([a]; "b")"#, "E006"),
            (r#"Append([a] "b")"#, "E007"),
            ("ToLower([a]", "E008"),
            ("ToLower([a]))", "E009"),
            ("ToLower([a]) x", "E009"),
            ("ToLower(\u{a0}[a])", "E018"),
            ("(ToLower([a]))", "E019"),
            ("[mail]", "E020"),
            ("IIF([a]=, \"b\", \"c\")", "E027"),
        ] {
            assert!(codes(text).contains(&code), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn every_fix_of_a_syntax_error_leaves_one_error_less() {
        for text in [
            r#"ToLower("a"#,
            "ToLower([mail",
            "ToLower(‘a’)",
            r#"Append([a]; "b")"#,
            r#"Append([a] "b")"#,
            "ToLower([a]",
        ] {
            let mut text = text.to_owned();
            for _ in 0..4 {
                let parsed = parse(&text);
                let Some(fix) = parsed.errors.iter().find_map(|error| error.fix.clone()) else { break };
                let before = parsed.errors.len();
                text = fix.apply(&text);
                assert!(parse(&text).errors.len() <= before, "{text}");
            }
            assert_eq!(codes(&text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn hostile_nesting_is_a_diagnostic() {
        for text in ["(".repeat(9_999), "[".repeat(9_999), "a(".repeat(4_999)] {
            assert!(parse(&text).is_broken());
        }
        assert_eq!(codes(&"(".repeat(100_000)), ["E011"]);
        let deep = format!("{}[a]{}", "ToLower(".repeat(64), ")".repeat(64));
        assert!(parse(&deep).errors.is_empty());
        let deeper = format!("{}[a]{}", "ToLower(".repeat(65), ")".repeat(65));
        assert_eq!(codes(&deeper), ["E010"]);
    }
}
