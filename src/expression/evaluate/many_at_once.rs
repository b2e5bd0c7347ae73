//! What a function says about calls for many people at once.

/// How a call is evaluated for many people at once.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum ManyAtOnce {
    /// Each person alone.
    No,
    /// The first argument becomes another text. No value is the empty text.
    Text(OneText),
    /// The first argument is the separator between the others.
    Joined,
    /// Two texts become one.
    Appended,
    /// The first argument that has a value.
    FirstPresent,
    /// A test of the first argument.
    Test(fn(Option<&str>) -> bool),
    /// The opposite of a condition.
    Opposite,
    /// A condition decides between two values.
    ByCondition,
    /// A source, a default value, and keys with values.
    ByKey,
    /// The arguments of `Replace`.
    Replaced,
}

/// A function from one text to another.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct OneText {
    /// Appends the other text.
    pub(in super::super) append: fn(&str, &mut String),
    /// Whether any part of a text could become another one. It may say so where nothing does.
    pub(in super::super) changes: fn(&str) -> bool,
    /// The ASCII character that it takes out, if it does nothing else.
    pub(in super::super) removes: Option<u8>,
    /// Whether each ASCII character becomes one, whatever is before and after it.
    pub(in super::super) keeps_ascii_places: bool,
    /// How many bytes a byte becomes at most.
    pub(in super::super) growth: usize,
}
