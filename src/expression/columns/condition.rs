//! Conditions for many people at once.

use super::Rows;
use super::part::{Condition, Part};
use crate::expression::value::Value;

impl Condition {
    /// Whether it holds, for each row.
    pub(super) fn holds(&self, rows: Rows<'_, '_>) -> Option<Vec<bool>> {
        match self {
            Self::Equal(left, right) => compared(left, right, rows, |left, right| left == right),
            Self::Unequal(left, right) => compared(left, right, rows, |left, right| left != right),
            Self::Tested(test, of) => Some(of.texts(rows)?.each(test)),
            Self::Not(of) => Some(of.holds(rows)?.into_iter().map(|holds| !holds).collect()),
            Self::Says(of) => Some(of.texts(rows)?.each(|text| text.and_then(Value::boolean_of) == Some(true))),
        }
    }
}

fn compared(left: &Part, right: &Part, rows: Rows<'_, '_>, holds: impl Fn(&str, &str) -> bool) -> Option<Vec<bool>> {
    let (left, right) = (left.texts(rows)?, right.texts(rows)?);
    let both =
        |left: Option<&str>, right: Option<&str>| left.zip(right).is_some_and(|(left, right)| holds(left, right));
    Some(if right.is_same() {
        left.each(|text| both(text, right.get(0)))
    } else if left.is_same() {
        right.each(|text| both(left.get(0), text))
    } else {
        left.iter().zip(right.iter()).map(|(left, right)| both(left, right)).collect()
    })
}
