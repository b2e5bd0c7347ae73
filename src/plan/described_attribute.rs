//! What an application says about one of its attributes: the characteristics of RFC 7643 section 7.

use serde::{Deserialize, Serialize};

use super::{AttributePath, ObjectKind};

/// A closed list of words that a file spells exactly as RFC 7643 section 7 does.
macro_rules! words {
    ($(#[$doc:meta])+ $name:ident: $($(#[$variant_doc:meta])+ $variant:ident = $word:literal,)+) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])+ #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them, in the order of RFC 7643.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The spelling in RFC 7643.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one with this spelling in any case.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word().eq_ignore_ascii_case(word))
            }
        }
    };
}

words! {
    /// "type".
    ScimType:
    /// Text.
    #[default]
    String = "string",
    /// True or false.
    Boolean = "boolean",
    /// A number with a fraction.
    Decimal = "decimal",
    /// A whole number.
    Integer = "integer",
    /// A date with a time.
    DateTime = "dateTime",
    /// Bytes as Base64.
    Binary = "binary",
    /// An address of another resource.
    Reference = "reference",
    /// Sub-attributes.
    Complex = "complex",
}

words! {
    /// "mutability": whether a client may write it.
    Mutability:
    /// A client reads and writes it.
    #[default]
    ReadWrite = "readWrite",
    /// Only the application writes it.
    ReadOnly = "readOnly",
    /// A client writes it once, when it creates the resource.
    Immutable = "immutable",
    /// A client writes it and cannot read it.
    WriteOnly = "writeOnly",
}

words! {
    /// "returned": when an answer contains it.
    Returned:
    /// In every answer that does not leave it out.
    #[default]
    Default = "default",
    /// In every answer.
    Always = "always",
    /// In no answer.
    Never = "never",
    /// In answers to requests that ask for it.
    Request = "request",
}

words! {
    /// "uniqueness": who may have the same value.
    Uniqueness:
    /// Anybody.
    #[default]
    None = "none",
    /// Nobody at this endpoint.
    Server = "server",
    /// Nobody anywhere.
    Global = "global",
}

/// One attribute of the application with its characteristics. What a description leaves out has the value that RFC 7643
/// section 2.2 gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DescribedAttribute {
    /// Users or groups.
    pub kind: ObjectKind,
    /// The path: `userName`, `name.givenName`, `emails`, `emails.value`, `urn:…:User:department`.
    pub name: String,
    /// "type".
    #[serde(rename = "type")]
    pub scim_type: ScimType,
    /// "multiValued".
    pub multi_valued: bool,
    /// "required".
    pub required: bool,
    /// "canonicalValues".
    pub canonical_values: Vec<String>,
    /// "caseExact".
    pub case_exact: bool,
    /// "mutability".
    pub mutability: Mutability,
    /// "returned".
    pub returned: Returned,
    /// "uniqueness".
    pub uniqueness: Uniqueness,
}

impl DescribedAttribute {
    /// The characteristics in a line, those that differ from the defaults of RFC 7643 and the type.
    pub fn summary(&self) -> String {
        let mut parts = vec![self.scim_type.word().to_owned()];
        let flags = [
            (self.multi_valued, "multi-valued"),
            (self.required, "required"),
            (self.mutability == Mutability::ReadOnly, "read-only"),
            (self.mutability == Mutability::Immutable, "immutable"),
            (self.mutability == Mutability::WriteOnly, "write-only"),
            (self.case_exact, "case exact"),
            (self.uniqueness == Uniqueness::Server, "unique"),
            (self.uniqueness == Uniqueness::Global, "globally unique"),
            (self.returned == Returned::Always, "always returned"),
            (self.returned == Returned::Never, "never returned"),
            (self.returned == Returned::Request, "returned on request"),
        ];
        parts.extend(flags.into_iter().filter(|(on, _)| *on).map(|(_, word)| word.to_owned()));
        if !self.canonical_values.is_empty() {
            parts.push(format!("values: {}", self.canonical_values.join(", ")));
        }
        parts.join(", ")
    }

    /// The path of the attribute as a whole, without a sub-attribute: `emails` of `emails.value`.
    pub fn is_sub_attribute(&self) -> bool {
        AttributePath::parse(&self.name).is_ok_and(|path| path.sub_attribute.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_says_what_differs_from_the_defaults() {
        let plain = DescribedAttribute { name: "title".to_owned(), ..DescribedAttribute::default() };
        assert_eq!(plain.summary(), "string");
        let name = DescribedAttribute {
            required: true,
            uniqueness: Uniqueness::Server,
            canonical_values: vec!["a".to_owned(), "b".to_owned()],
            ..plain
        };
        assert_eq!(name.summary(), "string, required, unique, values: a, b");
    }

    #[test]
    fn a_word_is_read_in_any_case_and_written_as_in_the_rfc() {
        assert_eq!(ScimType::from_word("DATETIME"), Some(ScimType::DateTime));
        assert_eq!(Mutability::from_word("readonly"), Some(Mutability::ReadOnly));
        assert_eq!(Returned::from_word("sometimes"), None);
        assert_eq!(serde_json::to_string(&ScimType::DateTime).unwrap(), "\"dateTime\"");
        for one in ScimType::ALL {
            assert_eq!(ScimType::from_word(one.word()), Some(*one));
        }
    }
}
