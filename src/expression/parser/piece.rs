//! The text of one argument, before it is known what Entra makes of it: an expression, a condition that only IIF
//! can take, or a sum that only a text function can.

use super::super::ast::Expression;
use super::super::diagnostic::Diagnostic;
use super::super::other_languages::{call, text};
use super::{Parser, Span};

/// More conditions than this in one IIF get no fix: the nested form repeats its values.
const MOST_CONDITIONS: usize = 8;

/// The text of one argument.
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) form: Form,
}

pub(super) enum Form {
    /// Entra's own form.
    Plain(Expression),
    /// Conditions joined by And, Or and Not; the place of the first operator.
    Condition(Condition, Span),
    /// A sum or difference of two operands; the place of the operator.
    Arithmetic(Expression, char, Expression, Span),
}

pub(super) enum Condition {
    Test(Expression),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

impl Piece {
    pub(super) fn plain(tree: Expression) -> Self {
        Self { span: tree.span(), form: Form::Plain(tree) }
    }

    /// Whether the piece says true or false and has no other value.
    pub(super) fn is_condition(&self) -> bool {
        matches!(self.form, Form::Condition(..) | Form::Plain(Expression::Comparison { .. }))
    }

    pub(super) fn into_condition(self) -> Condition {
        match self.form {
            Form::Plain(tree) | Form::Arithmetic(tree, ..) => Condition::Test(tree),
            Form::Condition(condition, _) => condition,
        }
    }

    fn operator(&self) -> Option<Span> {
        match self.form {
            Form::Condition(_, at) => Some(at),
            _ => None,
        }
    }
}

impl Condition {
    fn count(&self) -> usize {
        match self {
            Self::Test(_) => 1,
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::count).sum(),
            Self::Not(inner) => inner.count(),
        }
    }

    pub(super) fn first_test(self) -> Expression {
        match self {
            Self::Test(tree) => tree,
            Self::All(parts) | Self::Any(parts) => {
                let first = parts.into_iter().next();
                first.map_or(Expression::Empty { span: Span::at(0) }, Self::first_test)
            }
            Self::Not(inner) => inner.first_test(),
        }
    }

    /// The IIF that yields `yes` where the condition holds, else `no`.
    fn decide(&self, yes: Expression, no: Expression, span: Span) -> Expression {
        match self {
            Self::Test(tree) => call("IIF", vec![tree.clone(), yes, no], span),
            Self::All(parts) => parts.iter().rev().fold(yes, |inner, part| part.decide(inner, no.clone(), span)),
            Self::Any(parts) => parts.iter().rev().fold(no, |inner, part| part.decide(yes.clone(), inner, span)),
            Self::Not(inner) => inner.decide(no, yes, span),
        }
    }

    /// The same, where the nested form stays readable.
    pub(super) fn decided(&self, yes: Expression, no: Expression, span: Span) -> Option<Expression> {
        (self.count() <= MOST_CONDITIONS).then(|| self.decide(yes, no, span))
    }
}

impl Parser<'_> {
    /// The piece as Entra's expression; what only IIF or a text function could take is an error here.
    pub(super) fn settle(&mut self, piece: Piece) -> Expression {
        let span = piece.span;
        let operator = piece.operator();
        match piece.form {
            Form::Plain(tree) => tree,
            Form::Arithmetic(left, _, _, operator) => {
                self.errors.push(no_arithmetic(operator));
                left
            }
            Form::Condition(Condition::Any(parts), operator) if parts.iter().all(is_value) => {
                let values = parts.into_iter().map(Condition::first_test).collect();
                let tree = call("Coalesce", values, span);
                let message = "Entra has no Or operator. For the first value that is not null, use Coalesce.";
                self.rewrite(Diagnostic::error("E004", operator, message), "Use Coalesce", &tree, span, false);
                tree
            }
            Form::Condition(condition, _) => {
                let message =
                    "Only IIF takes a condition, and it takes one. Put one IIF inside another for And and Or.";
                self.errors.push(Diagnostic::error("E004", operator.unwrap_or(span), message));
                condition.first_test()
            }
        }
    }

    /// A whole expression that is only a condition, as in a rule for dynamic groups.
    pub(super) fn condition_alone(&mut self, piece: Piece) -> Expression {
        let span = piece.span;
        let condition = piece.into_condition();
        let message = "A condition alone has no value to send. Use IIF(condition, value if true, value if false).";
        let found = Diagnostic::error("E053", span, message);
        let at = Span::at(span.end);
        if let Some(tree) = condition.decided(text("True", at), text("False", at), span) {
            self.rewrite(found, "Use IIF with True and False", &tree, span, false);
            tree
        } else {
            self.errors.push(found);
            condition.first_test()
        }
    }
}

fn is_value(condition: &Condition) -> bool {
    matches!(condition, Condition::Test(Expression::Attribute { .. } | Expression::Text { .. }))
}

pub(super) fn no_arithmetic(operator: Span) -> Diagnostic {
    let message = "Entra cannot calculate in an expression. For a part of a text, use Item and Split.";
    Diagnostic::error("E004", operator, message)
}
