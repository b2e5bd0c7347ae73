//! Undo and redo by snapshot. A plan is small, and a snapshot restores exactly what was there.
//!
//! Saved snapshots are revisions in the storage. A [`Past`] names them, so that the steps can be undone after a reload.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Identities, MergeKey};
use crate::plan::Plan;

/// How many steps you can undo. The history forgets older ones.
pub const MAXIMUM_STEPS: usize = 500;

/// How many steps of each kind a [`Past`] has at most.
pub const PAST_STEPS: usize = 100;

/// A step to a revision in the storage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastStep {
    /// The number of the revision.
    pub revision: u32,
    /// The label of the step.
    pub label: String,
}

/// The steps that can be undone and redone, by the revisions that they lead to; the next one comes last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Past {
    /// The steps to undo.
    pub undo: Vec<PastStep>,
    /// The steps to redo.
    pub redo: Vec<PastStep>,
}

/// The two directions of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Back.
    Undo,
    /// Forward again.
    Redo,
}

/// A plan with the identities of its parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Snapshot {
    pub(super) plan: Arc<Plan>,
    pub(super) identities: Arc<Identities>,
    /// The revision in the storage that has this plan, if it was saved.
    pub(super) revision: Option<u32>,
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
    /// An edit was made, so that nothing of before can be redone.
    is_redo_over: bool,
}

impl History {
    /// Remembers the plan before a step. A step with the same merge key as the previous one is part of that step, so that
    /// one undo removes a typed word.
    pub(super) fn record(&mut self, before: Snapshot, label: &str, merge_key: Option<MergeKey>) {
        let merges = merge_key.is_some()
            && self.redo.is_empty()
            && self.undo.last().is_some_and(|last| last.merge_key == merge_key);
        self.redo.clear();
        self.is_redo_over = true;
        if merges {
            return;
        }
        if self.undo.len() == MAXIMUM_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(Step { snapshot: before, label: label.to_owned(), merge_key });
    }

    /// Adds a step before all others: it was made before the plan was opened. A step to redo is not taken after an edit.
    pub(super) fn remember(&mut self, direction: Direction, snapshot: Snapshot, label: String) {
        let steps = match direction {
            Direction::Undo => &mut self.undo,
            Direction::Redo if self.is_redo_over => return,
            Direction::Redo => &mut self.redo,
        };
        if steps.len() < MAXIMUM_STEPS {
            steps.insert(0, Step { snapshot, label, merge_key: None });
        }
    }

    /// The snapshot that is farthest in a direction.
    pub(super) fn farthest(&self, direction: Direction) -> Option<&Snapshot> {
        let steps = match direction {
            Direction::Undo => &self.undo,
            Direction::Redo => &self.redo,
        };
        steps.first().map(|step| &step.snapshot)
    }

    pub(super) fn snapshots_mut(&mut self) -> impl Iterator<Item = &mut Snapshot> {
        self.undo.iter_mut().chain(&mut self.redo).map(|step| &mut step.snapshot)
    }

    /// The latest steps, by their revisions. A step whose snapshot was never saved is a part of the step before it.
    /// `under_way` is a plan whose save is not answered yet, with the revision that it becomes.
    pub(super) fn past(&self, under_way: Option<&(Arc<Plan>, u32)>) -> Past {
        let expected = |snapshot: &Snapshot| {
            under_way.filter(|(plan, _)| Arc::ptr_eq(plan, &snapshot.plan)).map(|(_, revision)| *revision)
        };
        let named = |steps: &[Step]| {
            let mut named: Vec<PastStep> = Vec::new();
            for step in steps {
                match (step.snapshot.revision.or_else(|| expected(&step.snapshot)), named.last_mut()) {
                    (Some(revision), _) => named.push(PastStep { revision, label: step.label.clone() }),
                    (None, Some(last)) => last.label.clone_from(&step.label),
                    (None, None) => {}
                }
            }
            named.split_off(named.len().saturating_sub(PAST_STEPS))
        };
        Past { undo: named(&self.undo), redo: named(&self.redo) }
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
