//! Foreign calls whose arguments Entra takes in another order or number.

use super::super::ast::{Comparator, Expression};
use super::{Span, call, empty, number, text};

/// `Concat(a, b)`: Join with an empty separator.
pub(super) fn concatenated(arguments: &[Expression], span: Span) -> Option<Expression> {
    let first = arguments.first()?;
    if let [Expression::Text { .. }] = arguments {
        return Some(first.clone());
    }
    let mut all = vec![text("", Span::at(first.span().start))];
    all.extend(arguments.iter().cloned());
    Some(call("Join", all, span))
}

/// Excel's `TEXTJOIN(delimiter, ignore_empty, text, …)`.
pub(super) fn text_joined(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [separator, _, rest @ ..] = arguments else { return None };
    let mut all = vec![separator.clone()];
    all.extend(rest.iter().cloned());
    (!rest.is_empty()).then(|| call("Join", all, span))
}

/// `Substring(text, 0, length)`, which counts from 0.
pub(super) fn substring(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, start, length] = arguments else { return None };
    let Expression::Number { text: digits, span: at } = start else { return None };
    let start: u32 = digits.parse().ok()?;
    if start == 0
        && let Expression::Call(found) = length
        && found.name.eq_ignore_ascii_case("InStr")
        && let [looked_in, delimiter] = found.arguments.as_slice()
        && super::super::print(looked_in) == super::super::print(source)
    {
        return Some(item_of_split(source, delimiter, "1", span));
    }
    if start == 0 {
        return Some(call("Left", vec![source.clone(), length.clone()], span));
    }
    Some(call("Mid", vec![source.clone(), number(&(start + 1).to_string(), *at), length.clone()], span))
}

/// `Right(text, 4)` by a pattern.
pub(super) fn right(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, Expression::Number { text: digits, .. }] = arguments else { return None };
    let length: u32 = digits.parse().ok()?;
    Some(replaced_by_pattern(source, &format!("^.*(.{{{length}}})$"), text("$1", span), span))
}

/// Excel's `FIND(part, text)`.
pub(super) fn found_part_first(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [part, source] = arguments else { return None };
    Some(call("InStr", vec![source.clone(), part.clone()], span))
}

/// `IndexOf(text, part)`.
pub(super) fn found(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, part] = arguments else { return None };
    Some(call("InStr", vec![source.clone(), part.clone()], span))
}

/// `Substitute(text, old, new)`: Replace with its empty arguments.
pub(super) fn replaced(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, old, new] = arguments else { return None };
    let at = Span::at(new.span().start);
    let rest = [empty(at), empty(at), new.clone(), empty(at), empty(at)];
    Some(call("Replace", [source.clone(), old.clone()].into_iter().chain(rest).collect(), span))
}

/// `RegexReplace(text, pattern, new)`.
pub(super) fn pattern_replaced(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, Expression::Text { value, .. }, new] = arguments else { return None };
    Some(replaced_by_pattern(source, value, new.clone(), span))
}

fn replaced_by_pattern(source: &Expression, pattern: &str, new: Expression, span: Span) -> Expression {
    let at = Span::at(span.end);
    let all = vec![source.clone(), empty(at), text(pattern, at), empty(at), new, empty(at), empty(at)];
    call("Replace", all, span)
}

/// `IFS(condition, value, …)`.
pub(super) fn conditions_in_pairs(arguments: &[Expression], span: Span) -> Option<Expression> {
    if arguments.len() < 2 || arguments.len() > 40 {
        return None;
    }
    let (pairs, rest) = arguments.as_chunks::<2>();
    let at = Span::at(span.end);
    let last = rest.first().cloned().unwrap_or_else(|| text("", at));
    Some(pairs.iter().rev().fold(last, |otherwise, [condition, value]| {
        if matches!(condition, Expression::Text { value, .. } if value.eq_ignore_ascii_case("true")) {
            return value.clone();
        }
        call("IIF", vec![condition.clone(), value.clone(), otherwise], span)
    }))
}

/// `Decode(source, key, value, …, default)`.
pub(super) fn keys_in_pairs(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, pairs @ ..] = arguments else { return None };
    if pairs.len() < 2 {
        return None;
    }
    let (default, pairs) = match pairs {
        [pairs @ .., last] if pairs.len() % 2 == 0 => (last.clone(), pairs),
        pairs => (empty(Span::at(source.span().end)), pairs),
    };
    let mut all = vec![source.clone(), default];
    all.extend(pairs.iter().cloned());
    Some(call("Switch", all, span))
}

/// `Includes(text, part)`: InStr is greater than 0.
pub(super) fn contains(arguments: &[Expression], span: Span) -> Option<Expression> {
    Some(compared(found(arguments, span)?, Comparator::Greater, "0", span))
}

/// `StartsWith(text, part)`: InStr is 1.
pub(super) fn starts_with(arguments: &[Expression], span: Span) -> Option<Expression> {
    Some(compared(found(arguments, span)?, Comparator::Equal, "1", span))
}

fn compared(left: Expression, comparator: Comparator, digits: &str, span: Span) -> Expression {
    let right = Box::new(number(digits, Span::at(span.end)));
    Expression::Comparison { left: Box::new(left), comparator, right }
}

/// Okta's `substringBefore(text, delimiter)`.
pub(super) fn before(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, delimiter] = arguments else { return None };
    Some(item_of_split(source, delimiter, "1", span))
}

/// Okta's `substringAfter(text, delimiter)`.
pub(super) fn after(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source, delimiter] = arguments else { return None };
    Some(item_of_split(source, delimiter, "2", span))
}

/// The first item of a list.
pub(super) fn first(arguments: &[Expression], span: Span) -> Option<Expression> {
    let [source] = arguments else { return None };
    Some(call("Item", vec![source.clone(), number("1", Span::at(span.end))], span))
}

fn item_of_split(source: &Expression, delimiter: &Expression, item: &str, span: Span) -> Expression {
    let split = call("Split", vec![source.clone(), delimiter.clone()], span);
    call("Item", vec![split, number(item, Span::at(span.end))], span)
}

/// A function that has no arguments in Entra.
pub(super) fn now(arguments: &[Expression], span: Span) -> Option<Expression> {
    arguments.is_empty().then(|| call("Now", Vec::new(), span))
}
