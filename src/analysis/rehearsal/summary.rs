//! The summary as JSON: the figures of a rehearsal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::result::Rehearsal;
use super::tally::{Actions, Tally};

/// The figures of a rehearsal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// People of the file.
    pub people: usize,
    /// People in scope.
    pub in_scope: usize,
    /// People for each action.
    pub actions: Actions,
    /// People with exactly one existing user.
    pub matched: usize,
    /// Existing users whom nobody matches.
    pub unmatched_existing: usize,
    /// People for each problem, by its code.
    pub problems: BTreeMap<String, usize>,
    /// Requests of the first cycle.
    pub requests: usize,
    /// Rows of the file that cannot be read.
    pub rows_skipped: usize,
    /// The source attributes that the plan reads and the file does not say.
    pub unknown_columns: Vec<String>,
}

/// The figures as a program reads them. They always have the same keys. A figure that is not known is `null`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownFigures {
    people: usize,
    in_scope: usize,
    actions: KnownActions,
    matched: usize,
    unmatched_existing: usize,
    problems: BTreeMap<String, usize>,
    requests: Option<usize>,
    rows_skipped: usize,
    unknown_columns: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct KnownActions {
    create: Option<usize>,
    update: Option<usize>,
    disable: Option<usize>,
    delete: Option<usize>,
    skip: Option<usize>,
    error: Option<usize>,
}

impl Rehearsal {
    /// The figures for a program.
    pub fn known_figures(&self) -> KnownFigures {
        let known = |count: usize| self.knows_actions().then_some(count);
        let Summary {
            people,
            in_scope,
            actions,
            matched,
            unmatched_existing,
            problems,
            requests,
            rows_skipped,
            unknown_columns,
        } = self.summary();
        KnownFigures {
            people,
            in_scope,
            actions: KnownActions {
                create: known(actions.create),
                update: known(actions.update),
                disable: known(actions.disable),
                delete: known(actions.delete),
                skip: known(actions.skip),
                error: known(actions.error),
            },
            matched,
            unmatched_existing,
            problems,
            requests: known(requests),
            rows_skipped,
            unknown_columns,
        }
    }

    /// The figures.
    pub fn summary(&self) -> Summary {
        self.summary_of(&self.problems())
    }

    pub(super) fn summary_of(&self, problems: &[Problem]) -> Summary {
        let Tally { actions, in_scope, matched, requests, .. } = self.tally;
        Summary {
            people: self.outcomes.len(),
            in_scope,
            actions,
            matched,
            unmatched_existing: self.unmatched_count(),
            problems: problems.iter().map(|problem| (problem.code.to_owned(), problem.count)).collect(),
            requests,
            rows_skipped: self.people().broken_count,
            unknown_columns: self.unknown().iter().map(|missing| missing.attribute.clone()).collect(),
        }
    }
}
