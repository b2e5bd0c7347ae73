//! Calls: Entra's own, and those of other languages.

use super::super::ast::{Call, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::functions;
use super::super::lexer::{Foreign, TokenValue, attribute_of};
use super::super::other_languages::{self, Translation, call, number, text};
use super::super::print::print;
use super::piece::{Condition, Form, Piece};
use super::{MAXIMUM_DEPTH, Parser, Span};

impl Parser<'_> {
    /// A call whose name was read. The opening parenthesis is next.
    pub(super) fn call(&mut self, name: String, name_span: Span, depth: usize) -> Piece {
        if depth >= MAXIMUM_DEPTH {
            return Piece::plain(self.too_deep(name_span));
        }
        let pieces = self.arguments(&name, depth);
        let span = Span::new(name_span.start, self.behind());
        let lower = name.to_ascii_lowercase();
        if matches!(lower.as_str(), "and" | "or") && !pieces.is_empty() {
            let conditions = pieces.into_iter().map(Piece::into_condition).collect();
            let condition = if lower == "and" { Condition::All(conditions) } else { Condition::Any(conditions) };
            return Piece { span, form: Form::Condition(condition, name_span) };
        }
        if other_languages::is_iif(&name) && pieces.len() == 3 && matches!(pieces[0].form, Form::Condition(..)) {
            return Piece::plain(self.nested_iif(name, name_span, pieces, span));
        }
        if let Some(tree) = part_of_text(&name, &pieces, span) {
            for piece in pieces {
                if let Form::Plain(_) = piece.form {
                    self.settle(piece);
                }
            }
            let message =
                format!("Entra cannot calculate in an expression. For this part of the text, use {}.", print(&tree));
            self.rewrite(Diagnostic::error("E004", name_span, message), "Use Item and Split", &tree, span, false);
            return Piece::plain(tree);
        }
        let arguments: Vec<_> = pieces.into_iter().map(|piece| self.settle(piece)).collect();
        let as_written = |arguments| Expression::Call(Call { name: name.clone(), name_span, arguments, span });
        if functions::find(&name).is_some() {
            return Piece::plain(as_written(arguments));
        }
        Piece::plain(match translated(&name, arguments.clone(), span) {
            Some(translation) => self.translate(&name, name_span, translation, span),
            None => as_written(arguments),
        })
    }

    fn translate(&mut self, name: &str, name_span: Span, translation: Translation, span: Span) -> Expression {
        let Translation { tree, entra, note, is_safe } = translation;
        let message = format!("Unknown function {name}. {note}");
        self.rewrite(Diagnostic::error("E012", name_span, message), &format!("Use {entra}"), &tree, span, is_safe);
        tree
    }

    fn nested_iif(&mut self, name: String, name_span: Span, pieces: Vec<Piece>, span: Span) -> Expression {
        let mut pieces = pieces.into_iter();
        let (Some(condition), Some(yes), Some(no)) = (pieces.next(), pieces.next(), pieces.next()) else {
            return Expression::Empty { span };
        };
        let operator = match condition.form {
            Form::Condition(_, operator) => operator,
            _ => name_span,
        };
        let word = match &condition.form {
            Form::Condition(Condition::Any(_), _) => "Or",
            Form::Condition(Condition::Not(_), _) => "Not",
            _ => "And",
        };
        let condition = condition.into_condition();
        let (yes, no) = (self.settle(yes), self.settle(no));
        let message = format!(
            "Entra has no {word} operator, and IIF takes one condition. Put one IIF inside another: \
             IIF(first condition, IIF(second condition, …), …)."
        );
        let found = Diagnostic::error("E004", operator, message);
        if let Some(tree) = condition.decided(yes.clone(), no.clone(), span) {
            self.rewrite(found, "Put one IIF inside another", &tree, span, true);
            tree
        } else {
            self.errors.push(found);
            Expression::Call(Call { name, name_span, arguments: vec![text("", span), yes, no], span })
        }
    }

    /// The arguments up to the closing parenthesis.
    fn arguments(&mut self, name: &str, depth: usize) -> Vec<Piece> {
        let open = self.span();
        self.at += 1;
        let mut pieces = Vec::new();
        if self.peek() == Some(&TokenValue::Close) {
            self.at += 1;
            return pieces;
        }
        loop {
            pieces.push(self.argument(depth + 1));
            match self.peek() {
                Some(TokenValue::Comma) => self.at += 1,
                Some(TokenValue::Close) => {
                    self.at += 1;
                    return pieces;
                }
                Some(TokenValue::Foreign(Foreign::Colon)) => {
                    let message = "Separate arguments with a comma, not with a colon.";
                    self.errors.push(Diagnostic::error("E004", self.span(), message));
                    self.at += 1;
                }
                Some(_) => {
                    let here = self.behind();
                    let found = Diagnostic::error("E007", self.span(), "Insert a comma before this argument.");
                    self.errors.push(found.fixed_by("Insert a comma", Span::at(here), ","));
                }
                None => {
                    let message = format!("Add the closing parenthesis of {name}.");
                    let missing = Diagnostic::error("E008", open, message);
                    self.errors.push(missing.fixed_by("Close the parenthesis", Span::at(self.end), ")"));
                    return pieces;
                }
            }
        }
    }

    /// An operand and what other languages write behind one: `[0]`, `.method(…)`.
    pub(super) fn postfix_piece(&mut self, depth: usize) -> Piece {
        let mut piece = self.operand_piece(depth);
        loop {
            let touches = self.at > 0 && self.span().start == self.behind();
            match self.peek() {
                Some(TokenValue::Attribute(index)) if touches => {
                    let Ok(index) = index.trim().parse::<u32>() else { return piece };
                    if matches!(piece.form, Form::Plain(Expression::Empty { .. })) {
                        return piece;
                    }
                    piece = Piece::plain(self.indexed(piece, index));
                }
                Some(TokenValue::Foreign(Foreign::Dot)) if touches => piece = Piece::plain(self.method(piece, depth)),
                _ => return piece,
            }
        }
    }

    /// `Split([mail], "-")[2]`: other languages count from 0, Item counts from 1.
    fn indexed(&mut self, list: Piece, index: u32) -> Expression {
        let at = self.span();
        self.at += 1;
        let span = list.span.cover(at);
        let list = self.settle(list);
        let item = index.saturating_add(1);
        let tree = call("Item", vec![list, number(&item.to_string(), at)], span);
        let message = format!(
            "Entra has no [{index}] after a list. Use Item, which counts from 1: Item(…, {item}) if you count from 0."
        );
        self.rewrite(Diagnostic::error("E004", at, message), &format!("Use Item(…, {item})"), &tree, span, false);
        tree
    }

    /// `[mail].toLowerCase()`.
    fn method(&mut self, receiver: Piece, depth: usize) -> Expression {
        let start = receiver.span.start;
        let receiver = self.settle(receiver);
        self.at += 1;
        let name_span = self.span();
        let Some(TokenValue::Name(name)) = self.peek().cloned() else { return receiver };
        self.at += 1;
        let mut arguments = vec![receiver.clone()];
        if self.peek() == Some(&TokenValue::Open) && depth < MAXIMUM_DEPTH {
            let pieces = self.arguments(&name, depth);
            arguments.extend(pieces.into_iter().map(|piece| self.settle(piece)));
        }
        let span = Span::new(start, self.behind());
        if let Some(translation) = other_languages::method(&name, &arguments, span) {
            self.translate(&name, name_span, translation, span)
        } else {
            let message = format!("Unknown method {name}. An expression calls functions, like ToLower([mail]).");
            self.errors.push(Diagnostic::error("E012", name_span, message));
            receiver
        }
    }
}

/// A function of another language, or a method of an attribute that is written without brackets.
fn translated(name: &str, arguments: Vec<Expression>, span: Span) -> Option<Translation> {
    if let Some(found) = other_languages::function(name, &arguments, span) {
        return Some(found);
    }
    let (receiver, method) = name.rsplit_once('.')?;
    let receiver = Expression::Attribute { name: attribute_of(receiver).to_owned(), span };
    let mut all = vec![receiver];
    all.extend(arguments);
    other_languages::method(method, &all, span).map(|found| Translation { is_safe: false, ..found })
}

/// `Left([mail], InStr([mail], "@") - 1)` is the first item of a Split, `Mid([mail], InStr([mail], "@") + 1, …)` and
/// `Right([mail], Len([mail]) - InStr([mail], "@"))` are the second.
fn part_of_text(name: &str, pieces: &[Piece], span: Span) -> Option<Expression> {
    let plain = |index: usize| match &pieces.get(index)?.form {
        Form::Plain(tree) => Some(tree),
        _ => None,
    };
    let source = plain(0)?;
    let position = |piece: &Piece, wanted: char| match &piece.form {
        Form::Arithmetic(left, sign, Expression::Number { text, .. }, _) if *sign == wanted && text == "1" => {
            delimiter(left, source)
        }
        _ => None,
    };
    let is_one = |tree: &Expression| matches!(tree, Expression::Number { text, .. } if text == "1" || text == "0");
    let (item, delimiter) = match name.to_ascii_lowercase().as_str() {
        "left" => ("1", position(pieces.get(1)?, '-')?),
        "mid" | "substring" | "substr" if plain(1).is_some_and(is_one) => ("1", position(pieces.get(2)?, '-')?),
        "mid" | "substring" | "substr" => ("2", position(pieces.get(1)?, '+')?),
        "right" => match &pieces.get(1)?.form {
            Form::Arithmetic(Expression::Call(len), '-', right, _)
                if len.name.eq_ignore_ascii_case("Len") && len.arguments.first().map(print) == Some(print(source)) =>
            {
                ("2", delimiter(right, source)?)
            }
            _ => return None,
        },
        _ => return None,
    };
    let split = call("Split", vec![source.clone(), delimiter], span);
    Some(call("Item", vec![split, number(item, span)], span))
}

/// The part that InStr looks for in the same source.
fn delimiter(position: &Expression, source: &Expression) -> Option<Expression> {
    let Expression::Call(found) = position else { return None };
    let is_position = found.name.eq_ignore_ascii_case("InStr") && found.arguments.len() == 2;
    let same = found.arguments.first().map(print) == Some(print(source));
    (is_position && same).then(|| found.arguments.get(1).cloned()).flatten()
}
