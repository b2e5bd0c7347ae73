//! Figures that are counted while a run goes on.

use serde::{Deserialize, Serialize};

use super::Action;
use super::outcomes::{Outcome, Scope};

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
    /// Counts so many people with an outcome.
    pub(super) fn add(&mut self, outcome: &Outcome, people: usize) {
        self.actions.add(outcome.action, people);
        self.in_scope += usize::from(outcome.scope.is_in()) * people;
        self.assigned += usize::from(outcome.scope != Scope::NotAssigned) * people;
        self.matched += usize::from(outcome.existing.is_some()) * people;
        self.requests += usize::from(outcome.requests) * people;
    }
}

/// People for each action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actions {
    /// [`Action::Create`].
    pub create: usize,
    /// [`Action::Update`].
    pub update: usize,
    /// [`Action::Disable`].
    pub disable: usize,
    /// [`Action::Delete`].
    pub delete: usize,
    /// [`Action::Skip`].
    pub skip: usize,
    /// [`Action::Error`].
    pub error: usize,
}

impl Actions {
    /// People with an action.
    pub const fn count(&self, action: Action) -> usize {
        match action {
            Action::Create => self.create,
            Action::Update => self.update,
            Action::Disable => self.disable,
            Action::Delete => self.delete,
            Action::Skip => self.skip,
            Action::Error => self.error,
        }
    }

    const fn add(&mut self, action: Action, people: usize) {
        let count = match action {
            Action::Create => &mut self.create,
            Action::Update => &mut self.update,
            Action::Disable => &mut self.disable,
            Action::Delete => &mut self.delete,
            Action::Skip => &mut self.skip,
            Action::Error => &mut self.error,
        };
        *count += people;
    }
}
