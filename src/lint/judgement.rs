//! What a rule judges of people. The same predicate judges the sample people in the editor and everybody in a rehearsal.

use std::borrow::Cow;

use super::Row;
use crate::plan::Plan;

/// A judgement, with what a rehearsal says about the people it is true of.
#[derive(Clone, Copy)]
pub struct Judgement {
    /// What is judged.
    pub judges: Judges,
    /// The rest of a sentence that begins with "1 person" and with "2 people".
    pub says: (&'static str, &'static str),
}

/// What is judged. Everything that is about a mapping says which mappings of users it is about.
#[derive(Clone, Copy)]
pub enum Judges {
    /// A text that a mapping sends: whether it is wrong.
    Value(fn(&Row<'_>) -> bool, fn(&Row<'_>, &str) -> bool),
    /// That a mapping sends nothing.
    Absence(fn(&Row<'_>) -> bool),
    /// That several people get the same. The function gives the text that is compared.
    Repetition(fn(&Row<'_>) -> bool, fn(&str) -> Cow<'_, str>),
    /// A source attribute of the person: whether its value is wrong.
    Attribute(fn(&Row<'_>) -> bool, &'static str, fn(&serde_json::Value) -> bool),
    /// That a mapping sends nothing although what it reads has values.
    Loss(fn(&Row<'_>) -> bool),
    /// A person among all people and the users of the target.
    Person(fn(&Rehearsed) -> bool),
    /// All people and all users of the target: how many are concerned. What is said begins with the number.
    Everybody(fn(&Everybody<'_>) -> usize),
}

/// What a rehearsal knows about a person besides the values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rehearsed {
    /// How many users of the target match.
    pub matches: usize,
    /// Whether a matching attribute has a value.
    pub has_matching_value: bool,
    /// Whether a mapping fails.
    pub fails: bool,
    /// Whether the person's user at the target is disabled or deleted.
    pub loses_access: bool,
    /// What becomes of the reference to the manager.
    pub manager: Manager,
}

/// What becomes of the reference to a manager.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manager {
    /// The person has none, or no mapping sends it.
    #[default]
    None,
    /// Entra can resolve it.
    Resolves,
    /// The manager is not in scope.
    OutOfScope,
    /// The manager is not active and has no user at the target.
    NotActive,
    /// The file does not have the manager.
    NotInFile,
}

/// What a rehearsal knows about all people and all users of the target.
#[derive(Clone, Copy, Debug)]
pub struct Everybody<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Users of the target whom nobody matches.
    pub unmatched_existing: usize,
    /// People whose user at the target is disabled or deleted.
    pub lose_access: usize,
}
