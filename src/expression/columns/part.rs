//! The parts of an expression that is evaluated for many people at once.

use crate::expression::evaluate::OneText;

/// A part that yields texts.
#[derive(Debug)]
pub(super) enum Part {
    /// A column.
    Slot(usize),
    /// The same for everybody.
    Constant(Option<String>),
    /// A text becomes another one.
    Mapped(OneText, Box<Part>),
    /// The first is the separator between the others.
    Joined(Vec<Part>),
    /// The first that has a value.
    FirstPresent(Vec<Part>),
    /// The first if the condition holds, otherwise the second.
    Chosen(Box<Condition>, Box<[Part; 2]>),
    /// The value whose key is the source; the last value is for all others.
    Keyed { source: Box<Part>, keys: Vec<String>, values: Vec<Part> },
    /// A text is replaced.
    Replaced { of: Box<Part>, find: String, by: String },
    /// What a pattern matches is replaced.
    Matched { of: Box<Part>, pattern: String, by: String },
}

/// A part that is True or False.
#[derive(Debug)]
pub(super) enum Condition {
    /// Both sides have the same text. A missing value equals nothing.
    Equal(Part, Part),
    /// Both sides have a text, and not the same.
    Unequal(Part, Part),
    /// A function tests a text.
    Tested(fn(Option<&str>) -> bool, Part),
    /// The opposite.
    Not(Box<Condition>),
    /// A text that says True. Anything else counts as False.
    Says(Part),
}
