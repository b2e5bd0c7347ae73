//! Comparing two values: `=`, `<>` and the four orders.

use std::cmp::Ordering;

use super::{Comparator, Value};

/// Compares two values. Where one is a number and the other a text that reads as one, they compare as numbers; a
/// number and any other text are unequal. Texts are compared letter by letter, including their case (not documented;
/// assumed).
pub(super) fn compare(left: &Value, comparator: Comparator, right: &Value) -> bool {
    let order = if left.is_number() || right.is_number() {
        numeric(left).zip(numeric(right)).and_then(|(left, right)| left.partial_cmp(&right))
    } else {
        Some(left.to_text_or_empty().cmp(&right.to_text_or_empty()))
    };
    match comparator {
        Comparator::Equal => order == Some(Ordering::Equal),
        Comparator::NotEqual => order != Some(Ordering::Equal),
        Comparator::Less => order == Some(Ordering::Less),
        Comparator::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Comparator::Greater => order == Some(Ordering::Greater),
        Comparator::GreaterOrEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// Whole numbers stay exact; only decimals go through floating point.
#[derive(Clone, Copy, PartialEq)]
enum Number {
    Integer(i64),
    Decimal(f64),
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        #[expect(clippy::cast_precision_loss, reason = "one side has decimals anyway")]
        let float = |number: &Self| match number {
            Self::Integer(value) => *value as f64,
            Self::Decimal(value) => *value,
        };
        match (self, other) {
            (Self::Integer(left), Self::Integer(right)) => Some(left.cmp(right)),
            _ => float(self).partial_cmp(&float(other)),
        }
    }
}

fn numeric(value: &Value) -> Option<Number> {
    value.to_integer().map(Number::Integer).or_else(|| value.to_text()?.trim().parse().ok().map(Number::Decimal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_as_numbers_and_texts_letter_by_letter() {
        let equal = |left: Value, right: Value| compare(&left, Comparator::Equal, &right);
        assert!(equal(Value::Integer(10), Value::text("10")));
        assert!(equal(Value::number("1.50"), Value::number("1.5")));
        assert!(!equal(Value::Integer(10), Value::text("ten")));
        assert!(!equal(Value::text("a"), Value::text("A")));
        assert!(equal(Value::Boolean(true), Value::text("True")));
        assert!(compare(&Value::Integer(9), Comparator::Less, &Value::text("10")));
        assert!(!equal(Value::Integer(i64::MAX), Value::Integer(i64::MAX - 1)));
    }
}
