//! Undo and redo by snapshot: a plan is small, and a snapshot cannot drift from what it restores.

use std::sync::Arc;

use crate::plan::Plan;

/// How many steps can be undone; older ones are forgotten.
pub const MAXIMUM_STEPS: usize = 500;

#[derive(Clone, Debug)]
struct Step {
    plan: Arc<Plan>,
    label: String,
    merge_key: Option<String>,
}

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Remembers the plan as it was before a step. A step with the same merge key as the one before it
    /// belongs to that one, so that typing a word is undone at once.
    pub(super) fn record(&mut self, before: Arc<Plan>, label: &str, merge_key: Option<&str>) {
        let merges = merge_key.is_some()
            && self.redo.is_empty()
            && self.undo.last().is_some_and(|last| last.merge_key.as_deref() == merge_key);
        self.redo.clear();
        if merges {
            return;
        }
        if self.undo.len() == MAXIMUM_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(Step { plan: before, label: label.to_owned(), merge_key: merge_key.map(str::to_owned) });
    }

    /// Ends merging: the next step is one of its own whatever its key.
    pub(super) fn close_step(&mut self) {
        if let Some(last) = self.undo.last_mut() {
            last.merge_key = None;
        }
    }

    /// Takes the last step back; `now` becomes what redo restores.
    pub(super) fn undo(&mut self, now: Arc<Plan>) -> Option<Arc<Plan>> {
        Self::turn(&mut self.undo, &mut self.redo, now)
    }

    /// Does the last undone step again.
    pub(super) fn redo(&mut self, now: Arc<Plan>) -> Option<Arc<Plan>> {
        Self::turn(&mut self.redo, &mut self.undo, now)
    }

    fn turn(from: &mut Vec<Step>, to: &mut Vec<Step>, now: Arc<Plan>) -> Option<Arc<Plan>> {
        let step = from.pop()?;
        to.push(Step { plan: now, label: step.label, merge_key: None });
        Some(step.plan)
    }

    /// What undo would take back, in words.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.label.as_str())
    }

    /// What redo would do again, in words.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }
}
