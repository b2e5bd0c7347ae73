//! Operators, from the weakest to the strongest. Entra has the comparisons alone; the others come from other languages and
//! are read so that the finding can show Entra's form.

use super::super::ast::{Call, Comparator, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::lexer::{Foreign, TokenValue, comparing_word, testing_word};
use super::super::other_languages::{call, number, text};
use super::piece::{Condition, Form, Piece, no_arithmetic};
use super::{MAXIMUM_DEPTH, Parser, Span};

impl Parser<'_> {
    /// `condition ? value : value` or anything stronger.
    pub(super) fn argument(&mut self, depth: usize) -> Piece {
        let condition = self.any_of(depth);
        if self.peek_foreign() != Some(Foreign::Question) {
            return condition;
        }
        let operator = self.span();
        if depth >= MAXIMUM_DEPTH {
            self.at = self.tokens.len();
            return condition;
        }
        self.at += 1;
        let yes = self.argument(depth + 1);
        let yes = self.settle(yes);
        let mut no = text("", Span::at(self.behind()));
        if self.peek_foreign() == Some(Foreign::Colon) {
            self.at += 1;
            let piece = self.argument(depth + 1);
            no = self.settle(piece);
        }
        let span = Span::new(condition.span.start, self.behind().max(condition.span.end));
        let message = "Entra has no ? operator. Use IIF(condition, value if true, value if false).";
        let found = Diagnostic::error("E004", operator, message);
        let condition = condition.into_condition();
        if let Some(tree) = condition.decided(yes, no, span) {
            self.rewrite(found, "Use IIF", &tree, span, true);
            Piece { span, form: Form::Plain(tree) }
        } else {
            self.errors.push(found);
            Piece { span, form: Form::Plain(condition.first_test()) }
        }
    }

    /// Operands joined by Or, or by `??`.
    fn any_of(&mut self, depth: usize) -> Piece {
        let first = self.all_of(depth);
        if self.peek_foreign() == Some(Foreign::Fallback) {
            return self.fallback(first, depth);
        }
        self.joined_conditions(
            first,
            |parser| parser.is_operator(Foreign::Or, "or"),
            Self::all_of,
            depth,
            Condition::Any,
        )
    }

    fn all_of(&mut self, depth: usize) -> Piece {
        let first = self.negated(depth);
        self.joined_conditions(
            first,
            |parser| parser.is_operator(Foreign::And, "and"),
            Self::negated,
            depth,
            Condition::All,
        )
    }

    fn is_operator(&self, operator: Foreign, word: &str) -> bool {
        match self.peek() {
            Some(TokenValue::Foreign(found)) => *found == operator,
            Some(TokenValue::Name(name)) => name.eq_ignore_ascii_case(word),
            _ => false,
        }
    }

    fn joined_conditions(
        &mut self,
        first: Piece,
        is_operator: fn(&Self) -> bool,
        next: fn(&mut Self, usize) -> Piece,
        depth: usize,
        join: fn(Vec<Condition>) -> Condition,
    ) -> Piece {
        if !is_operator(self) || matches!(first.form, Form::Plain(Expression::Empty { .. })) {
            return first;
        }
        let operator = self.span();
        let mut span = first.span;
        let mut conditions = vec![first.into_condition()];
        while is_operator(self) {
            self.at += 1;
            let piece = next(self, depth);
            span = span.cover(piece.span);
            conditions.push(piece.into_condition());
        }
        Piece { span, form: Form::Condition(join(conditions), operator) }
    }

    /// `[a] ?? [b]`: the first that has a value.
    fn fallback(&mut self, first: Piece, depth: usize) -> Piece {
        let operator = self.span();
        let mut span = first.span;
        let mut values = vec![self.settle(first)];
        while self.peek_foreign() == Some(Foreign::Fallback) {
            self.at += 1;
            let piece = self.all_of(depth);
            span = span.cover(piece.span);
            values.push(self.settle(piece));
        }
        let tree = call("Coalesce", values, span);
        let message = "Entra has no ?? operator. Use Coalesce, which gives the first value that is not null.";
        self.rewrite(Diagnostic::error("E004", operator, message), "Use Coalesce", &tree, span, true);
        Piece { span, form: Form::Plain(tree) }
    }

    /// `!condition`, `-not condition`.
    fn negated(&mut self, depth: usize) -> Piece {
        let operator = self.span();
        let mut negations = 0_usize;
        while self.peek_foreign() == Some(Foreign::Not) {
            self.at += 1;
            negations += 1;
        }
        let piece = self.comparison(depth);
        if negations == 0 {
            return piece;
        }
        let span = operator.cover(piece.span);
        let tree = match piece.form {
            Form::Condition(condition, _) => {
                let condition = if negations % 2 == 1 { Condition::Not(Box::new(condition)) } else { condition };
                return Piece { span, form: Form::Condition(condition, operator) };
            }
            Form::Plain(tree) | Form::Arithmetic(tree, ..) => tree,
        };
        let tree = match tree {
            tree if negations.is_multiple_of(2) => tree,
            Expression::Comparison { left, comparator, right } => {
                Expression::Comparison { left, comparator: comparator.opposite(), right }
            }
            tree => call("Not", vec![tree], span),
        };
        let written = operator.slice(self.text);
        let message = format!("Entra has no {written} operator. Write <> for \"is not equal\", or use Not(…).");
        self.rewrite(Diagnostic::error("E004", operator, message), "Write it as Entra does", &tree, span, true);
        Piece { span, form: Form::Plain(tree) }
    }

    fn comparison(&mut self, depth: usize) -> Piece {
        let left = self.sum(depth);
        if let Some(test) = self.test() {
            return self.tested(left, test, depth);
        }
        let Some(comparator) = self.comparator() else { return left };
        let left = self.settle(left);
        let operator = self.span();
        self.at += 1;
        let right = self.sum(depth);
        let right = self.settle(right);
        for side in [&left, &right] {
            if let Expression::Empty { .. } = side {
                let message = format!("Write a value on both sides of {}.", comparator.symbol());
                self.errors.push(Diagnostic::error("E027", operator, message));
            }
        }
        if self.comparator().is_some() {
            let message = "An argument can contain one comparison. For more, put one IIF inside another.";
            self.errors.push(Diagnostic::error("E027", self.span(), message));
            while self.comparator().is_some() {
                self.at += 1;
                let piece = self.sum(depth);
                self.settle(piece);
            }
        }
        Piece::plain(Expression::Comparison { left: Box::new(left), comparator, right: Box::new(right) })
    }

    /// The next comparison. A word of another language is reported.
    fn comparator(&mut self) -> Option<Comparator> {
        match self.peek()? {
            TokenValue::Compare(comparator) => Some(*comparator),
            TokenValue::Name(name) => {
                let comparator = comparing_word(name)?;
                let (span, symbol) = (self.span(), comparator.symbol());
                let message =
                    format!("Write this comparison as {symbol} in an expression, not as {}.", span.slice(self.text));
                let found = Diagnostic::error("E004", span, message);
                self.errors.push(found.fixed_by(format!("Use {symbol}"), span, symbol));
                if let Some(token) = self.tokens.get_mut(self.at) {
                    token.value = TokenValue::Compare(comparator);
                }
                Some(comparator)
            }
            _ => None,
        }
    }

    fn test(&self) -> Option<&'static str> {
        match self.peek()? {
            TokenValue::Foreign(Foreign::Test(test)) => Some(test),
            TokenValue::Name(name) => testing_word(name),
            _ => None,
        }
    }

    /// `[a] -contains "b"`: the tests that a function can express get it as a fix.
    fn tested(&mut self, left: Piece, test: &'static str, depth: usize) -> Piece {
        let operator = self.span();
        let left = self.settle(left);
        self.at += 1;
        let right = self.sum(depth);
        let right = self.settle(right);
        let span = left.span().cover(operator).cover(right.span());
        let found = |comparator, digits| {
            let position = call("InStr", vec![left.clone(), right.clone()], span);
            let (left, right) = (Box::new(position), Box::new(number(digits, span)));
            Expression::Comparison { left, comparator, right }
        };
        let written = operator.slice(self.text);
        let (tree, message) = match test {
            "contains" => (Some(found(Comparator::Greater, "0")), "Use InStr(text, part) > 0."),
            "notcontains" => (Some(found(Comparator::Equal, "0")), "Use InStr(text, part) = 0."),
            "startswith" => (Some(found(Comparator::Equal, "1")), "Use InStr(text, part) = 1."),
            "notstartswith" => (Some(found(Comparator::NotEqual, "1")), "Use InStr(text, part) <> 1."),
            "split" => (Some(call("Split", vec![left.clone(), right.clone()], span)), "Use Split(source, delimiter)."),
            "in" | "notin" => (None, "Use Switch with one key for each value, or one IIF inside another."),
            _ => (None, "Use Replace with a regular expression, and compare its result."),
        };
        let found = Diagnostic::error("E004", operator, format!("Entra has no {written} operator. {message}"));
        if let Some(tree) = tree {
            self.rewrite(found, "Write it as Entra does", &tree, span, false);
            Piece { span, form: Form::Plain(tree) }
        } else {
            self.errors.push(found);
            Piece { span, form: Form::Plain(left) }
        }
    }

    /// Operands with `&`, `+`, `-`, `*` or `/` between them.
    fn sum(&mut self, depth: usize) -> Piece {
        let first = self.postfix_piece(depth);
        if self.peek() == Some(&TokenValue::Ampersand) {
            let first = self.settle(first);
            return Piece::plain(self.joined_with_ampersand(first, depth));
        }
        if self.sign().is_none() || matches!(first.form, Form::Plain(Expression::Empty { .. })) {
            return first;
        }
        let operator = self.span();
        let mut signs = Vec::new();
        let mut operands = vec![self.settle(first)];
        while let Some(sign) = self.sign() {
            signs.push(sign);
            let here = self.span();
            if let Some(TokenValue::Number(digits)) = self.peek().cloned() {
                // `InStr(…) -1`: the sign belongs to the number's token.
                operands.push(number(digits.trim_start_matches('-'), here));
                self.at += 1;
            } else {
                self.at += 1;
                operands.push(self.postfix(depth));
            }
        }
        let span = operands.iter().map(Expression::span).fold(operator, Span::cover);
        let is_number = |operand: &Expression| matches!(operand, Expression::Number { .. } | Expression::Empty { .. });
        if signs.iter().all(|sign| *sign == '+') && !operands.iter().any(is_number) {
            let has_text = operands.iter().any(|operand| matches!(operand, Expression::Text { .. }));
            let tree = joined_flat(operands, span);
            let message = "Entra does not join texts with +. Use Join or Append.";
            self.rewrite(Diagnostic::error("E004", operator, message), "Use Join", &tree, span, has_text);
            return Piece { span, form: Form::Plain(tree) };
        }
        let mut operands = operands.into_iter();
        match (operands.next(), operands.next(), operands.next(), signs.first()) {
            (Some(left), Some(right), None, Some(sign @ ('+' | '-'))) => {
                Piece { span, form: Form::Arithmetic(left, *sign, right, operator) }
            }
            (first, ..) => {
                self.errors.push(no_arithmetic(operator));
                let tree = first.unwrap_or(Expression::Empty { span });
                Piece { span, form: Form::Plain(tree) }
            }
        }
    }

    fn sign(&self) -> Option<char> {
        match self.peek()? {
            TokenValue::Foreign(Foreign::Arithmetic(sign)) => Some(*sign),
            TokenValue::Number(digits) if digits.starts_with('-') && self.at > 0 => {
                let behind_operand = !matches!(
                    self.tokens.get(self.at - 1).map(|token| &token.value),
                    Some(TokenValue::Open | TokenValue::Comma | TokenValue::Compare(_) | TokenValue::Foreign(_))
                );
                behind_operand.then_some('-')
            }
            _ => None,
        }
    }

    pub(super) fn postfix(&mut self, depth: usize) -> Expression {
        let piece = self.postfix_piece(depth);
        self.settle(piece)
    }
}

/// One Join of all operands; a Join that a sum inside made is taken apart.
fn joined_flat(operands: Vec<Expression>, span: Span) -> Expression {
    let mut arguments = vec![text("", Span::at(span.start))];
    for operand in operands {
        match operand {
            Expression::Call(Call { name, arguments: inner, .. })
                if name == "Join"
                    && matches!(inner.first(), Some(Expression::Text { value, .. }) if value.is_empty()) =>
            {
                arguments.extend(inner.into_iter().skip(1));
            }
            other => arguments.push(other),
        }
    }
    call("Join", arguments, span)
}
