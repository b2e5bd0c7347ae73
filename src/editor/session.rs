//! The plan being worked on and the way back.

use std::sync::Arc;

use super::History;
use crate::plan::{Edit, EditError, Plan, apply_all};

/// One plan with its history. Every change goes through [`Session::dispatch`].
#[derive(Clone, Debug, Default)]
pub struct Session {
    plan: Arc<Plan>,
    history: History,
    revision: u64,
}

impl Session {
    /// A session on a plan, with nothing to undo.
    pub fn new(plan: Plan) -> Self {
        Self { plan: Arc::new(plan), ..Self::default() }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Counts the changes, undo and redo included, so that a late answer about an older plan can be dropped.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The steps that can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Applies edits as one step. `label` says in words what was done; consecutive steps with the same
    /// `merge_key` are undone together. Edits that change nothing are no step. On an error nothing changes.
    pub fn dispatch(&mut self, edits: &[Edit], label: &str, merge_key: Option<&str>) -> Result<(), EditError> {
        let next = apply_all(&self.plan, edits)?;
        if next != *self.plan {
            let before = std::mem::replace(&mut self.plan, Arc::new(next));
            self.history.record(before, label, merge_key);
            self.revision += 1;
        }
        Ok(())
    }

    /// Ends merging, for example when a field loses the focus.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let plan = self.history.undo(Arc::clone(&self.plan));
        self.restore(plan)
    }

    /// Does the last undone step again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let plan = self.history.redo(Arc::clone(&self.plan));
        self.restore(plan)
    }

    fn restore(&mut self, plan: Option<Arc<Plan>>) -> bool {
        let Some(plan) = plan else { return false };
        self.plan = plan;
        self.revision += 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename(name: &str) -> [Edit; 1] {
        [Edit::RenamePlan { name: name.to_owned() }]
    }

    #[test]
    fn typing_is_one_step_until_it_is_closed() {
        let mut session = Session::default();
        for name in ["a", "ab", "abc"] {
            session.dispatch(&rename(name), "Rename the plan", Some("name")).unwrap();
        }
        session.close_step();
        session.dispatch(&rename("abcd"), "Rename the plan", Some("name")).unwrap();
        assert!(session.undo());
        assert_eq!(session.plan().name, "abc");
        assert!(session.undo());
        assert_eq!(session.plan().name, "");
        assert!(!session.undo());
        assert_eq!(session.history().redo_label(), Some("Rename the plan"));
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step_and_keeps_redo() {
        let mut session = Session::default();
        session.dispatch(&rename("a"), "Rename", None).unwrap();
        session.undo();
        session.dispatch(&rename(""), "Rename", None).unwrap();
        assert!(session.redo());
        assert_eq!(session.plan().name, "a");
    }

    #[test]
    fn a_refused_edit_changes_nothing() {
        let mut session = Session::default();
        let edits = [Edit::RenamePlan { name: "a".to_owned() }, Edit::RemovePerson { index: 3 }];
        assert_eq!(session.dispatch(&edits, "Both", None), Err(EditError::NoPerson(3)));
        assert_eq!(session.plan().name, "");
        assert_eq!(session.history().undo_label(), None);
    }
}
