//! Decisions that were made before. People who agree in everything that a decision depends on share it.
//!
//! The decision itself is always that of [`crate::simulate`], for the first person of a class.

use std::collections::HashMap;

use super::outcomes::{NO_CLASS, Outcome, Scope};
use crate::text::QuickHash;

/// The decisions until now, by everything that they depend on.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    decisions: HashMap<Box<[u8]>, Outcome, QuickHash>,
    scopes: HashMap<Box<[u8]>, (Scope, u32), QuickHash>,
    /// The key that was asked for last, and its decision: people who follow each other often agree.
    last: Option<(Vec<u8>, Outcome)>,
    /// The same of scopes.
    last_scope: Option<(Vec<u8>, (Scope, u32))>,
}

/// Different classes that are kept. More than this are simulated one by one.
const MOST: usize = 100_000;

impl Classes {
    /// The decision about everybody with a key.
    pub(super) fn decision(&mut self, key: &[u8]) -> Option<Outcome> {
        if let Some((last, outcome)) = &self.last
            && last == key
        {
            return Some(*outcome);
        }
        let known = *self.decisions.get(key)?;
        let mut last = self.last.take().map(|(last, _)| last).unwrap_or_default();
        last.clear();
        last.extend(key);
        self.last = Some((last, known));
        Some(known)
    }

    /// Keeps a decision for everybody with the same key, and numbers their class.
    pub(super) fn decided(&mut self, key: &[u8], mut decision: Outcome) -> Outcome {
        if self.decisions.len() < MOST {
            decision.class = u32::try_from(self.decisions.len()).unwrap_or(NO_CLASS);
            self.decisions.insert(key.into(), decision);
        }
        decision
    }

    /// The scope of everybody with these values, and a number for it.
    pub(super) fn scope(&mut self, key: &[u8], judge: impl FnOnce() -> Scope) -> (Scope, u32) {
        if let Some((last, known)) = &self.last_scope
            && last == key
        {
            return *known;
        }
        let known = self.scopes.get(key).copied().unwrap_or_else(|| self.judged(key, judge));
        let mut last = self.last_scope.take().map(|(last, _)| last).unwrap_or_default();
        last.clear();
        last.extend(key);
        self.last_scope = Some((last, known));
        known
    }

    fn judged(&mut self, key: &[u8], judge: impl FnOnce() -> Scope) -> (Scope, u32) {
        let scope = judge();
        let number = scope.number();
        if self.scopes.len() < MOST {
            self.scopes.insert(key.into(), (scope, number));
        }
        (scope, number)
    }
}
