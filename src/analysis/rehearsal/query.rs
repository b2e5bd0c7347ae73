//! The rows of the table of people: filtered, and sorted by any column.

use serde::{Deserialize, Serialize};

use super::result::Rehearsal;
use super::values::State;
use super::{Action, outcomes::Outcome};
use crate::directory::people_file::Cell;

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

/// The columns of the file that a search looks at.
const SEARCHED: [&str; 6] = ["displayName", "userPrincipalName", "mail", "objectId", "givenName", "surname"];

impl Rehearsal {
    /// The rows that a query picks.
    pub fn rows(&self, query: &Query) -> Vec<u32> {
        let bit = query.problem.as_deref().map(|code| self.bit(code).unwrap_or_default());
        let text = query.text.trim().to_lowercase();
        let columns: Vec<_> = SEARCHED.iter().filter_map(|name| self.people().column(name)).collect();
        let texts = |row: usize| {
            let cells = columns.iter().filter_map(move |column| match column.cell(row) {
                Cell::Text(text) => Some(text),
                _ => None,
            });
            cells.chain((0..self.targets().len()).map(move |mapping| self.value(row, mapping).text))
        };
        let picks = |row: usize, outcome: &Outcome| {
            query.action.is_none_or(|action| outcome.action == action)
                && bit.is_none_or(|bit| outcome.problems & bit != 0)
                && query.in_scope.is_none_or(|inside| outcome.scope.is_in() == inside)
                && query.matched.is_none_or(|matched| outcome.existing.is_some() == matched)
                && (!query.provisioned || outcome.is_provisioned())
                && query.value.as_ref().is_none_or(|(mapping, value)| self.value(row, *mapping).text == value)
                && query.state.is_none_or(|(mapping, state)| self.value(row, mapping).state == state)
                && (text.is_empty() || texts(row).any(|found| contains(found, &text)))
        };
        let picked = self.outcomes.iter().enumerate().filter(|(row, outcome)| picks(*row, outcome));
        let mut rows: Vec<u32> = picked.filter_map(|(row, _)| u32::try_from(row).ok()).collect();
        if let Some(sort) = query.sort {
            self.sort(&mut rows, sort);
        }
        if query.descending {
            rows.reverse();
        }
        rows
    }

    fn sort(&self, rows: &mut [u32], by: SortBy) {
        let outcome = |row: &u32| self.outcomes.get(*row as usize);
        match by {
            SortBy::Line => rows.sort_unstable(),
            SortBy::Source(column) => {
                let column = self.people().columns.get(column);
                rows.sort_by_cached_key(|row| match column.map(|column| column.cell(*row as usize)) {
                    Some(Cell::Text(text) | Cell::Json(text)) => folded(text),
                    _ => String::new(),
                });
            }
            SortBy::Target(mapping) => rows.sort_by_cached_key(|row| folded(self.value(*row as usize, mapping).text)),
            SortBy::Action => rows.sort_by_key(|row| outcome(row).map(|one| one.action)),
            SortBy::Scope => rows.sort_by_key(|row| outcome(row).map(|one| one.scope)),
            SortBy::MatchedBy => rows.sort_by_key(|row| outcome(row).and_then(|one| one.matched_by)),
            SortBy::Problems => rows.sort_by_key(|row| outcome(row).map(|one| one.problems.count_ones())),
            SortBy::Requests => rows.sort_by_key(|row| outcome(row).map(|one| one.requests)),
        }
    }
}

/// The text as it is sorted: without regard to case, and what is empty last.
fn folded(text: &str) -> String {
    if text.is_empty() { char::MAX.to_string() } else { text.to_lowercase() }
}

/// Whether a text contains another, which is in lower case.
fn contains(text: &str, wanted: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().contains(wanted);
    }
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    text.len() >= wanted.len() && text.windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted))
}
