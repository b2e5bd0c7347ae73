//! Problems as rows that stay the same row while the plan changes: a reason that is being typed stays with its problem.

use crate::{expression::Severity, lint::Diagnostic};

/// A problem with what tells it apart from the others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeyedProblem {
    /// The rule, the target attribute or the table, and which of them it is.
    pub(super) key: (&'static str, String, usize),
    /// Its place in the list of open problems.
    pub(super) at: usize,
    pub(super) problem: Diagnostic,
}

/// The open problems of a severity, or all of them.
pub(super) fn keyed(problems: impl Iterator<Item = Diagnostic>, wanted: Option<Severity>) -> Vec<KeyedProblem> {
    let mut rows: Vec<KeyedProblem> = Vec::new();
    for (at, problem) in problems.enumerate() {
        let about = format!("{:?} {:?} {:?}", problem.target, problem.place.kind, problem.place.field);
        let same = rows.iter().filter(|row| row.key.0 == problem.code && row.key.1 == about).count();
        rows.push(KeyedProblem { key: (problem.code, about, same), at, problem });
    }
    rows.retain(|row| wanted.is_none_or(|wanted| wanted == row.problem.severity));
    rows
}
