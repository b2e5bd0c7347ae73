//! Figures that are counted while a run goes on.

use super::outcomes::{Outcome, Scope};
use super::summary::Actions;

/// The figures until now.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) actions: Actions,
    pub(super) in_scope: usize,
    pub(super) assigned: usize,
    pub(super) matched: usize,
    pub(super) requests: usize,
}

impl Tally {
    pub(super) fn add(&mut self, outcome: &Outcome) {
        self.actions.add(outcome.action);
        self.in_scope += usize::from(outcome.scope.is_in());
        self.assigned += usize::from(outcome.scope != Scope::NotAssigned);
        self.matched += usize::from(outcome.existing.is_some());
        self.requests += usize::from(outcome.requests);
    }
}
