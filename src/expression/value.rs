//! Values, and the one table of conversions to text, to a number, and to True or False.

use std::fmt;

use super::role::{Role, RoleText};

/// The value of an expression or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// The attribute is absent. Not the same as an empty text.
    #[default]
    Null,
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with decimals, as written.
    Decimal(String),
    /// True or False.
    Boolean(bool),
    /// An application role.
    Role(Box<Role>),
    /// Several values.
    List(Vec<Value>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The number written as `text`.
    pub fn number(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Decimal(text.to_owned()), Self::Integer)
    }

    /// The text that Entra sends. Booleans are the texts True and False. Null has no text, and a list has one only if it has
    /// one item.
    pub fn to_text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Text(text) | Self::Decimal(text) => Some(text.clone()),
            Self::Integer(number) => Some(number.to_string()),
            Self::Boolean(value) => Some(if *value { "True" } else { "False" }.to_owned()),
            Self::Role(role) => Some(role.json_text()),
            Self::List(items) => match items.as_slice() {
                [item] => item.to_text(),
                _ => None,
            },
        }
    }

    /// As text, with nothing for null.
    pub fn to_text_or_empty(&self) -> String {
        self.to_text().unwrap_or_default()
    }

    /// Null, the empty text, or a list without items.
    pub fn is_null_or_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// Whether it is a number, not a text that looks like one.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Integer(_) | Self::Decimal(_))
    }

    /// As a whole number, if it is one. A text of digits counts.
    pub fn to_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            other => other.to_text()?.trim().parse().ok(),
        }
    }

    /// As True or False: the Boolean itself, or the texts True and False.
    pub fn to_boolean(&self) -> Option<bool> {
        match self {
            Self::Boolean(value) => Some(*value),
            Self::Text(text) => Self::boolean_of(text),
            _ => None,
        }
    }

    /// What a text is as True or False.
    pub fn boolean_of(text: &str) -> Option<bool> {
        if text.eq_ignore_ascii_case("true") {
            return Some(true);
        }
        text.eq_ignore_ascii_case("false").then_some(false)
    }

    /// How many UTF-16 units it has as text, all items together.
    pub fn utf16_length(&self) -> usize {
        match self {
            Self::Text(text) => text.encode_utf16().count(),
            Self::List(items) => items.iter().map(Self::utf16_length).sum(),
            Self::Role(role) => role.json_text().encode_utf16().count(),
            other => other.to_text_or_empty().len(),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("no value"),
            Self::List(items) => {
                let texts: Vec<_> = items.iter().map(ToString::to_string).collect();
                formatter.write_str(&texts.join(", "))
            }
            Self::Role(role) if role.text(RoleText::DisplayName).is_some() => {
                formatter.write_str(role.text(RoleText::DisplayName).unwrap_or_default())
            }
            other => formatter.write_str(&other.to_text_or_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_coercions() {
        let one = Value::List(vec![Value::text("a")]);
        for (value, text, integer, boolean, empty) in [
            (Value::Null, None, None, None, true),
            (Value::text(""), Some(""), None, None, true),
            (Value::text(" "), Some(" "), None, None, false),
            (Value::text("12"), Some("12"), Some(12), None, false),
            (Value::text("true"), Some("true"), None, Some(true), false),
            (Value::Integer(12), Some("12"), Some(12), None, false),
            (Value::number("12.5"), Some("12.5"), None, None, false),
            (Value::Boolean(true), Some("True"), None, Some(true), false),
            (Value::List(vec![]), None, None, None, true),
            (one, Some("a"), None, None, false),
        ] {
            assert_eq!(value.to_text().as_deref(), text, "{value:?}");
            assert_eq!(value.to_integer(), integer, "{value:?}");
            assert_eq!(value.to_boolean(), boolean, "{value:?}");
            assert_eq!(value.is_null_or_empty(), empty, "{value:?}");
        }
    }
}
