//! Words without marks: the few that Entra knows, and attributes, texts and statements of other languages.

use super::super::ast::{Call, Expression, WORDS};
use super::super::diagnostic::Diagnostic;
use super::super::functions;
use super::super::lexer::{TokenValue, attribute_of};
use super::{Parser, Span};

/// Words that begin a statement in other languages.
const STATEMENTS: [&str; 11] =
    ["if", "case", "when", "return", "let", "var", "const", "function", "select", "param", "foreach"];

impl Parser<'_> {
    /// A bare word. The tree has what the word most likely means.
    pub(super) fn word(&mut self, name: String, span: Span) -> Expression {
        if WORDS.iter().any(|word| word.eq_ignore_ascii_case(&name)) {
            return Expression::Identifier { name, span };
        }
        let diagnostic = |message: String| Diagnostic::error("E028", span, message);
        if let Some(function) = functions::find(&name) {
            let found =
                diagnostic(format!("{} is a function. Put its arguments in parentheses after it.", function.name));
            if function.parameters.is_empty() {
                self.errors.push(found.fixed_by("Add the parentheses", span, format!("{}()", function.name)));
                return Expression::Call(Call { name, name_span: span, arguments: Vec::new(), span });
            }
            self.errors.push(found);
            return Expression::Identifier { name, span };
        }
        let lower = name.to_ascii_lowercase();
        let (message, label, tree) = match lower.as_str() {
            "null" | "nil" | "nothing" | "none" | "undefined" | "authoritativenull" => (
                format!("Entra does not know {name}. Leave the argument empty, or use an empty text."),
                "Use an empty text",
                Expression::Text { value: String::new(), span },
            ),
            "true" => (marks(&name), "Make it a text", Expression::Text { value: "True".to_owned(), span }),
            "false" => (marks(&name), "Make it a text", Expression::Text { value: "False".to_owned(), span }),
            // Attributes begin with a small letter, as constants rarely do.
            _ if name.contains('.') || name.starts_with(|first: char| first.is_ascii_lowercase()) => {
                let attribute = attribute_of(&name).to_owned();
                (marks(&attribute), "Make it an attribute", Expression::Attribute { name: attribute, span })
            }
            _ => (marks(&name), "Make it a text", Expression::Text { value: name, span }),
        };
        let replacement = super::print(&tree);
        self.errors.push(diagnostic(message).fixed_by(label, span, replacement).unsafely());
        tree
    }

    /// `if (…) { … }` and other statements: one finding for all of it.
    pub(super) fn is_statement(&mut self) -> bool {
        let (Some(first), second) = (self.tokens.first(), self.tokens.get(1)) else { return false };
        let TokenValue::Name(name) = &first.value else { return false };
        let is_statement = STATEMENTS.iter().any(|word| word.eq_ignore_ascii_case(name));
        let is_called = second.is_some_and(|second| second.value == TokenValue::Open);
        // `If(…)` is a call, unless braces or THEN follow it.
        let goes_on =
            self.text.contains("){") || self.text.contains(") {") || self.text.to_ascii_lowercase().contains(" then ");
        if !is_statement || second.is_none() || (is_called && !goes_on) {
            return false;
        }
        let message = format!(
            "An expression has no {name} statement. Use IIF(condition, value if true, value if false), or Switch for a list of values."
        );
        let span = Span::new(first.span.start, self.end);
        self.errors = vec![Diagnostic::error("E053", span, message)];
        true
    }
}

fn marks(name: &str) -> String {
    format!("Put an attribute in square brackets, like [{name}], or a text in straight double quotes, like \"{name}\".")
}
