//! Undo and redo by snapshot. A plan is small, and a snapshot restores exactly what was there.

use std::sync::Arc;

use super::{Identities, MergeKey};
use crate::plan::Plan;

/// How many steps you can undo. The history forgets older ones.
pub const MAXIMUM_STEPS: usize = 500;

/// A plan with the identities of its parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Snapshot {
    pub(super) plan: Arc<Plan>,
    pub(super) identities: Arc<Identities>,
}

#[derive(Clone, Debug)]
struct Step {
    snapshot: Snapshot,
    label: String,
    merge_key: Option<MergeKey>,
}

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Remembers the plan before a step. A step with the same merge key as the previous one is part of that step, so that
    /// one undo removes a typed word.
    pub(super) fn record(&mut self, before: Snapshot, label: &str, merge_key: Option<MergeKey>) {
        let merges = merge_key.is_some()
            && self.redo.is_empty()
            && self.undo.last().is_some_and(|last| last.merge_key == merge_key);
        self.redo.clear();
        if merges {
            return;
        }
        if self.undo.len() == MAXIMUM_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(Step { snapshot: before, label: label.to_owned(), merge_key });
    }

    /// Ends merging: the next edit starts a new step.
    pub(super) fn close_step(&mut self) {
        if let Some(last) = self.undo.last_mut() {
            last.merge_key = None;
        }
    }

    /// Undoes the last step. Redo restores `now`.
    pub(super) fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        Self::turn(&mut self.undo, &mut self.redo, now)
    }

    /// Redoes the last undone step.
    pub(super) fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        Self::turn(&mut self.redo, &mut self.undo, now)
    }

    fn turn(from: &mut Vec<Step>, to: &mut Vec<Step>, now: Snapshot) -> Option<Snapshot> {
        let step = from.pop()?;
        to.push(Step { snapshot: now, label: step.label, merge_key: None });
        Some(step.snapshot)
    }

    /// The label of the step that undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.label.as_str())
    }

    /// The label of the step that redo repeats.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }
}
