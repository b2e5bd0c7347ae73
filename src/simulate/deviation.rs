//! Where Entra's PATCH leaves RFC 7644, and a server that takes the standard to the letter would stumble.

/// One way in which a request differs from RFC 7644 section 3.5.2.
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
    /// A `value` beside `remove`: read to the letter it empties the whole attribute.
    RemoveWithValue,
    /// A role as JSON inside a text.
    RoleAsText,
}

impl Deviation {
    /// What a strict server makes of it.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::OperationCase => "RFC 7644 writes operation names in lower case: a strict server may refuse these.",
            Self::BooleanText => "A strict server refuses a text for a Boolean attribute.",
            Self::DottedKeys => {
                "The keys of the operation without a path are paths, which a strict server does not read."
            }
            Self::FilterWithoutMatch => {
                "Where no element of that type exists yet, a strict server answers 400 noTarget instead of creating it."
            }
            Self::BareManager => "A strict server expects an object with value for the manager.",
            Self::RemoveWithValue => {
                "Read to the letter, this removal empties the group: the flag aadOptscim062020 sends a filter instead."
            }
            Self::RoleAsText => "The role is JSON inside a text, which a strict server stores as it stands.",
        }
    }
}
