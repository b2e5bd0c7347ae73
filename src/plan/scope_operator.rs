//! The operators of a scoping filter, each with the one spelling that the portal, Graph and the plan file share.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! scope_operators {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal,)+) => {
        /// How a clause compares. An operator that Entra's list does not have is kept letter for letter.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum ScopeOperator {
            $($(#[$doc])+ $variant,)+
            /// Any other name, unchanged.
            Other(String),
        }

        impl ScopeOperator {
            /// Every operator that Entra lists, in the order of the portal.
            pub const LISTED: &[Self] = &[$(Self::$variant),+];

            /// The spelling in the portal, in Graph and in the plan file.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)+
                    Self::Other(name) => name,
                }
            }
        }

        impl From<&str> for ScopeOperator {
            fn from(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)+
                    other => Self::Other(other.to_owned()),
                }
            }
        }
    };
}

scope_operators! {
    /// The value equals the clause's value.
    Equals = "EQUALS",
    /// The value differs from the clause's value.
    NotEquals = "NOT EQUALS",
    /// The attribute is empty.
    IsNull = "IS NULL",
    /// The attribute has a value.
    IsNotNull = "IS NOT NULL",
    /// A Boolean attribute is true.
    IsTrue = "IS TRUE",
    /// A Boolean attribute is false.
    IsFalse = "IS FALSE",
    /// The value matches a regular expression.
    RegexMatch = "REGEX MATCH",
    /// The value does not match a regular expression.
    NotRegexMatch = "NOT REGEX MATCH",
    /// The value is a greater whole number.
    GreaterThan = "Greater_Than",
    /// The value is a whole number that is equal or greater.
    GreaterThanOrEquals = "Greater_Than_OR_EQUALS",
    /// The value contains a text.
    Includes = "Includes",
    /// The value ends with a text.
    EndsWith = "ENDS_WITH",
    /// Listed by the portal; what it compares is not documented clearly.
    Ampersand = "&",
    /// Listed by the portal; what it compares is not documented clearly.
    NotAmpersand = "!&",
    /// Listed by the portal; not documented.
    Present = "Present",
    /// Listed by the portal; not documented.
    ValidCertMatch = "Valid Cert Match",
}

impl From<String> for ScopeOperator {
    fn from(name: String) -> Self {
        match Self::from(name.as_str()) {
            Self::Other(_) => Self::Other(name),
            listed => listed,
        }
    }
}

impl Default for ScopeOperator {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl fmt::Display for ScopeOperator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Serialize for ScopeOperator {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for ScopeOperator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_comes_back_letter_for_letter() {
        let listed = ScopeOperator::LISTED.iter().map(ScopeOperator::name);
        for name in listed.chain(["", "equals", "IS_NULL", " EQUALS", "Größer\u{a0}als", "&&"]) {
            let json = serde_json::to_string(name).unwrap();
            let operator: ScopeOperator = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&operator).unwrap(), json);
            assert_eq!(operator, ScopeOperator::from(name.to_owned()));
            assert_eq!(ScopeOperator::LISTED.contains(&operator), !matches!(operator, ScopeOperator::Other(_)));
        }
    }
}
