//! Where Entra's requests differ from RFC 7643 and RFC 7644, so that a strict server would fail.

/// One way in which a request differs from RFC 7644 section 3.5.2, or from RFC 7643 section 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deviation {
    /// `Add`, `Replace`, `Remove` with a capital letter.
    OperationCase,
    /// The text `True` or `False` for a Boolean attribute.
    BooleanText,
    /// Keys like `name.givenName` in the value of an operation without a path.
    DottedKeys,
    /// A filter in the path that no element matches yet.
    FilterWithoutMatch,
    /// A bare text for the manager, a complex attribute.
    BareManager,
    /// A `value` with `remove`: taken literally, it empties the whole attribute.
    RemoveWithValue,
    /// A role as JSON inside a text.
    RoleAsText,
    /// A custom extension whose URN `schemas` does not list.
    ExtensionNotInSchemas,
}

impl Deviation {
    /// What a strict server does with it.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::OperationCase => "RFC 7644 writes operation names in lower case: a strict server may refuse these.",
            Self::BooleanText => "A strict server refuses a text for a Boolean attribute.",
            Self::DottedKeys => "The operation without a path uses paths as keys. A strict server does not read them.",
            Self::FilterWithoutMatch => {
                "If no element of that type exists yet, a strict server answers 400 noTarget and does not create it."
            }
            Self::BareManager => "A strict server expects an object with value for the manager.",
            Self::RemoveWithValue => {
                "A strict server removes every member of the group. With the flag aadOptscim062020, Entra sends a filter instead."
            }
            Self::RoleAsText => "The role is JSON inside a text. A strict server stores the text unchanged.",
            Self::ExtensionNotInSchemas => {
                "Entra does not list the URN of a custom extension in schemas. A strict server refuses the request: \
                 test it with one user."
            }
        }
    }
}
