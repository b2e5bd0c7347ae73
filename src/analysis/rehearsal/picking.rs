//! The rows of a query, filtered and sorted in slices: a worker can stop between two of them.

use std::cmp::Ordering;

use super::outcomes::Outcome;
use super::query::{Query, SortBy};
use super::result::Rehearsal;
use crate::directory::people_file::Cell;

/// The columns of the file that a search looks at.
const SEARCHED: [&str; 6] = ["displayName", "userPrincipalName", "mail", "objectId", "givenName", "surname"];
/// Rows that are sorted at once, before the sorted parts are merged.
const PART: usize = 2_048;

/// A query at work on one rehearsal.
#[derive(Clone, Debug)]
pub struct Picking {
    query: Query,
    /// The problem as the bit of its rule.
    bit: Option<u64>,
    /// The text in lower case.
    text: String,
    /// Rows that are looked at.
    looked_at: usize,
    picked: Vec<Picked>,
    sorted: Sorted,
}

/// A row with what it is sorted by, as far as a number can tell.
#[derive(Clone, Copy, Debug)]
struct Picked {
    key: u64,
    row: u32,
}

/// How far the sorting is.
#[derive(Clone, Debug)]
enum Sorted {
    /// Rows up to this one are sorted, part by part.
    Parts(usize),
    /// Parts of this length are merged in pairs into parts that are twice as long.
    Pairs { length: usize, merged: Vec<Picked> },
    /// Everything is.
    All,
}

impl Picking {
    /// A query that has not looked at any row.
    pub fn new(rehearsal: &Rehearsal, query: Query) -> Self {
        Self {
            bit: query.problem.as_deref().map(|code| rehearsal.bit(code).unwrap_or_default()),
            text: query.text.trim().to_lowercase(),
            looked_at: 0,
            picked: Vec::new(),
            sorted: if query.sort.is_none_or(|sort| sort == SortBy::Line) { Sorted::All } else { Sorted::Parts(0) },
            query,
        }
    }

    /// Looks at so many rows, or sorts so many. Says whether everything is done.
    pub fn advance(&mut self, rehearsal: &Rehearsal, rows: usize) -> bool {
        if self.looked_at < rehearsal.len() {
            let end = self.looked_at.saturating_add(rows).min(rehearsal.len());
            self.pick(rehearsal, self.looked_at..end);
            self.looked_at = end;
        } else {
            self.sort(rehearsal, rows);
        }
        self.looked_at == rehearsal.len() && matches!(self.sorted, Sorted::All)
    }

    /// The rows, when everything is done.
    pub fn rows(self) -> Vec<u32> {
        let rows = self.picked.iter().map(|one| one.row);
        if self.query.descending { rows.rev().collect() } else { rows.collect() }
    }

    fn pick(&mut self, rehearsal: &Rehearsal, rows: std::ops::Range<usize>) {
        let columns: Vec<_> = SEARCHED.iter().filter_map(|name| rehearsal.people().column(name)).collect();
        let texts = |row: usize| {
            let cells = columns.iter().filter_map(move |column| match column.cell(row) {
                Cell::Text(text) => Some(text),
                _ => None,
            });
            cells.chain(rehearsal.columns.iter().map(move |column| column.get(row).text))
        };
        let query = &self.query;
        let picks = |row: usize, outcome: &Outcome| {
            query.action.is_none_or(|action| outcome.action == action)
                && self.bit.is_none_or(|bit| outcome.problems & bit != 0)
                && query.in_scope.is_none_or(|inside| outcome.scope.is_in() == inside)
                && query.matched.is_none_or(|matched| outcome.existing.is_some() == matched)
                && (!query.provisioned || outcome.is_provisioned())
                && query.value.as_ref().is_none_or(|(mapping, value)| rehearsal.value(row, *mapping).text == value)
                && query.state.is_none_or(|(mapping, state)| rehearsal.value(row, mapping).state == state)
                && (self.text.is_empty() || texts(row).any(|found| contains(found, &self.text)))
        };
        for row in rows {
            if let Some(outcome) = rehearsal.outcomes.get(row).filter(|outcome| picks(row, outcome))
                && let Ok(place) = u32::try_from(row)
            {
                self.picked.push(Picked { key: key(rehearsal, query.sort, row, outcome), row: place });
            }
        }
    }

    /// Sorts so many rows further.
    fn sort(&mut self, rehearsal: &Rehearsal, rows: usize) {
        let by = self.query.sort;
        let compare = |one: &Picked, other: &Picked| order(rehearsal, by, *one, *other);
        match &mut self.sorted {
            Sorted::All => {}
            Sorted::Parts(done) => {
                let end = done.saturating_add(rows.max(PART)).min(self.picked.len());
                while *done < end {
                    let part = self.picked.get_mut(*done..).unwrap_or_default();
                    let length = part.len().min(PART);
                    part.get_mut(..length).unwrap_or_default().sort_unstable_by(compare);
                    *done += PART;
                }
                if *done >= self.picked.len() {
                    self.sorted = Sorted::Pairs { length: PART, merged: Vec::new() };
                }
            }
            Sorted::Pairs { length, .. } if *length >= self.picked.len() => self.sorted = Sorted::All,
            Sorted::Pairs { length, merged } => {
                let end = merged.len().saturating_add(rows).min(self.picked.len());
                merged.reserve_exact(self.picked.len() - merged.len());
                while merged.len() < end {
                    merge_some(&self.picked, *length, end, merged, compare);
                }
                if end == self.picked.len() {
                    self.picked = std::mem::take(merged);
                    *length *= 2;
                }
            }
        }
    }
}

impl Rehearsal {
    /// The rows that a query picks.
    pub fn rows(&self, query: &Query) -> Vec<u32> {
        let mut picking = Picking::new(self, query.clone());
        while !picking.advance(self, usize::MAX) {}
        picking.rows()
    }
}

/// Merges two neighbouring parts of a length, from where `merged` ends up to a place.
fn merge_some(
    picked: &[Picked],
    length: usize,
    end: usize,
    merged: &mut Vec<Picked>,
    compare: impl Fn(&Picked, &Picked) -> Ordering,
) {
    let start = merged.len() / (2 * length) * (2 * length);
    let middle = (start + length).min(picked.len());
    let stop = (start + 2 * length).min(picked.len());
    let (left, right) = (picked.get(start..middle).unwrap_or_default(), picked.get(middle..stop).unwrap_or_default());
    // Of the rows that this pair has given, so many are of the left part.
    let given = merged.len() - start;
    let (mut from_left, mut from_right) = split(left, right, given, &compare);
    while merged.len() < end.min(stop) {
        let (one, other) = (left.get(from_left), right.get(from_right));
        let next = match (one, other) {
            (Some(one), Some(other)) if compare(other, one) == Ordering::Less => other,
            (Some(one), _) => one,
            (None, Some(other)) => other,
            (None, None) => return,
        };
        if one.is_some_and(|one| std::ptr::eq(one, next)) {
            from_left += 1;
        } else {
            from_right += 1;
        }
        merged.push(*next);
    }
}

/// How many of the first rows of two sorted parts are in each of them. No two rows are equal.
fn split(
    left: &[Picked],
    right: &[Picked],
    count: usize,
    compare: impl Fn(&Picked, &Picked) -> Ordering,
) -> (usize, usize) {
    let (mut least, mut most) = (count.saturating_sub(right.len()), count.min(left.len()));
    while least < most {
        let middle = usize::midpoint(least, most);
        let is_before = match (left.get(middle), right.get((count - middle).saturating_sub(1))) {
            (Some(one), Some(other)) => compare(one, other) == Ordering::Less,
            _ => false,
        };
        if is_before {
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    (least, count - least)
}

/// What a row is sorted by, as far as a number can tell. Equal numbers are compared by [`order`].
fn key(rehearsal: &Rehearsal, by: Option<SortBy>, row: usize, outcome: &Outcome) -> u64 {
    match by {
        None | Some(SortBy::Line | SortBy::Scope) => 0,
        Some(SortBy::Action) => outcome.action as u64,
        Some(SortBy::MatchedBy) => outcome.matched_by.map_or(0, |mapping| u64::from(mapping) + 1),
        Some(SortBy::Problems) => u64::from(outcome.problems.count_ones()),
        Some(SortBy::Requests) => u64::from(outcome.requests),
        Some(by @ (SortBy::Source(_) | SortBy::Target(_))) => start_of(text(rehearsal, by, row)),
    }
}

/// The order of two rows: without regard to case, what is empty last, and equal ones in the order of the file.
fn order(rehearsal: &Rehearsal, by: Option<SortBy>, one: Picked, other: Picked) -> Ordering {
    let rows = (one.row as usize, other.row as usize);
    let rest = || match by {
        Some(by @ (SortBy::Source(_) | SortBy::Target(_))) => {
            folded(text(rehearsal, by, rows.0)).cmp(folded(text(rehearsal, by, rows.1)))
        }
        Some(SortBy::Scope) => {
            let scope = |row: usize| rehearsal.outcomes.get(row).map(|outcome| outcome.scope);
            scope(rows.0).cmp(&scope(rows.1))
        }
        _ => Ordering::Equal,
    };
    one.key.cmp(&other.key).then_with(rest).then(one.row.cmp(&other.row))
}

fn text(rehearsal: &Rehearsal, by: SortBy, row: usize) -> &str {
    match by {
        SortBy::Target(mapping) => rehearsal.value(row, mapping).text,
        SortBy::Source(column) => match rehearsal.people().columns.get(column).map(|column| column.cell(row)) {
            Some(Cell::Text(text) | Cell::Json(text)) => text,
            _ => "",
        },
        _ => "",
    }
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// The first characters as a number in their order, three of them. An empty text has the highest.
fn start_of(text: &str) -> u64 {
    if text.is_empty() {
        return u64::MAX;
    }
    let characters = folded(text).map(u64::from).chain(std::iter::repeat(0));
    characters.take(3).fold(0, |number, one| number << 21 | one)
}

/// Whether a text contains another, which is in lower case.
fn contains(text: &str, wanted: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().contains(wanted);
    }
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    text.len() >= wanted.len() && text.windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted))
}
