//! The rows of the table of people: filtered, and sorted by any column.

use serde::{Deserialize, Serialize};

use super::Action;
use super::values::State;

/// Which people to show, and in which order. The default is everybody in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Only this action.
    pub action: Option<Action>,
    /// Only people with this problem.
    pub problem: Option<String>,
    /// Only people in scope, or only people out of scope.
    pub in_scope: Option<bool>,
    /// Only people with an existing user, or only people without.
    pub matched: Option<bool>,
    /// Only people whom the first cycle provisions: in scope and active.
    pub provisioned: bool,
    /// Only people for whom the mapping at this place yields this value.
    pub value: Option<(usize, String)>,
    /// Only people for whom the mapping at this place is in this state.
    pub state: Option<(usize, State)>,
    /// Only people in whose names or target values this text is, in any case.
    pub text: String,
    /// The order.
    pub sort: Option<SortBy>,
    /// Whether the order is reversed.
    pub descending: bool,
}

/// A column by which the table can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortBy {
    /// The line in the file.
    Line,
    /// The column of the file at this place.
    Source(usize),
    /// The value of the mapping at this place.
    Target(usize),
    /// The action.
    Action,
    /// In scope or not.
    Scope,
    /// The target attribute by which an existing user matches.
    MatchedBy,
    /// How many problems there are.
    Problems,
    /// How many requests are sent.
    Requests,
}
