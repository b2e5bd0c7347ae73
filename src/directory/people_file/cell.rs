//! One cell of a file of people.

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing is there.
    Empty,
    /// Text.
    Text(&'a str),
    /// JSON that is not a text: a Boolean, a number, a list or an object.
    Json(&'a str),
    /// PowerShell left a type's name instead of the value.
    Lost,
}
