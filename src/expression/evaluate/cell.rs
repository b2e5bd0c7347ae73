//! A value that borrows what it can.

use std::borrow::Cow;

use super::super::value::Value;

/// A value that may be borrowed from a row or from the expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// No value.
    Null,
    /// A text.
    Text(Cow<'a, str>),
    /// Any other value: a number, a list, …
    Other(Cow<'a, Value>),
}

impl<'a> Cell<'a> {
    /// A borrowed text.
    pub const fn borrowed(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// A text that is the value's own.
    pub(in super::super) const fn owned(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }

    /// The copy of a text.
    pub(in super::super) fn copied(text: &str) -> Self {
        Self::owned(text.to_owned())
    }

    /// True or False.
    pub(in super::super) const fn truth(value: bool) -> Self {
        Self::Other(Cow::Owned(Value::Boolean(value)))
    }

    /// Lends a value.
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Text(text) => Self::borrowed(text),
            other => Self::Other(Cow::Borrowed(other)),
        }
    }

    /// The value itself, copied only where it was borrowed.
    pub fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Text(text) => Value::Text(text.into_owned()),
            Self::Other(value) => value.into_owned(),
        }
    }

    /// Whether it is null, the empty text, or a list without items.
    pub fn is_null_or_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::Other(value) => value.is_null_or_empty(),
        }
    }
}

impl From<Value> for Cell<'_> {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Text(text) => Self::Text(Cow::Owned(text)),
            other => Self::Other(Cow::Owned(other)),
        }
    }
}
