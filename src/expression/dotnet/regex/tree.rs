//! A pattern as a tree.

use super::class::Set;

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Nothing.
    Empty,
    /// One character of a set.
    One(Set),
    /// One piece after the other.
    Sequence(Vec<Node>),
    /// The first that leads to a match.
    Choice(Vec<Node>),
    /// A piece several times.
    Repeat { node: Box<Node>, least: u32, most: u32, lazy: bool },
    /// A group that captures, by its place in the list of groups.
    Group { group: usize, node: Box<Node> },
    /// `(?>…)`: what it took is not given back.
    Atomic(Box<Node>),
    /// Look-ahead and look-behind.
    Look { behind: bool, negative: bool, node: Box<Node> },
    /// The text that a group captured, again.
    Back { group: Reference, fold: bool },
    /// A place.
    Anchor(Anchor),
}

/// How a pattern names one of its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// By .NET's number.
    Number(usize),
    /// By name.
    Name(String),
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// `\A`, and `^` without the option m.
    Start,
    /// `^` with it.
    LineStart,
    /// `\z`.
    End,
    /// `\Z`, and `$` without the option m: also before a line feed that ends the text.
    EndOrLineFeed,
    /// `$` with it.
    LineEnd,
    /// `\b`.
    Word,
    /// `\B`.
    NoWord,
    /// `\G`: where the search began.
    SearchStart,
}

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Tree {
    pub(super) node: Node,
    /// The groups in the order of their opening parentheses, each with its name.
    pub(in super::super) groups: Vec<Option<String>>,
}
