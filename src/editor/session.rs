//! The open plan with its history.

use std::sync::Arc;

use super::{Direction, History, Identities, MergeKey, Past, history::Snapshot, identity::Numbers};
use crate::plan::{Edit, EditError, Plan, apply_all};

/// One plan with the identities of its parts and its history. Every change goes through [`Session::dispatch`].
#[derive(Clone, Debug, Default)]
pub struct Session {
    now: Snapshot,
    numbers: Numbers,
    history: History,
    revision: u64,
}

impl Session {
    /// A session on a plan, with nothing to undo.
    pub fn new(plan: Plan) -> Self {
        let mut numbers = Numbers::default();
        let identities = Arc::new(Identities::new(&plan, &mut numbers));
        let now = Snapshot { plan: Arc::new(plan), identities, revision: None };
        Self { now, numbers, ..Self::default() }
    }

    /// The current plan.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.now.plan
    }

    /// The identities of the parts of the current plan.
    pub fn identities(&self) -> &Arc<Identities> {
        &self.now.identities
    }

    /// The number of changes, undo and redo included. With it, a late answer about an older plan can be dropped.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The steps that can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Applies edits as one step. `label` names the step; consecutive steps with the same `merge_key` are undone together.
    /// Edits that change nothing do not become a step. On an error the plan stays unchanged.
    pub fn dispatch(&mut self, edits: &[Edit], label: &str, merge_key: Option<MergeKey>) -> Result<(), EditError> {
        let plan = apply_all(&self.now.plan, edits)?;
        if plan != *self.now.plan {
            let identities = self.now.identities.after(&self.now.plan, edits, &mut self.numbers);
            self.step(
                Snapshot { plan: Arc::new(plan), identities: Arc::new(identities), revision: None },
                label,
                merge_key,
            );
        }
        Ok(())
    }

    fn step(&mut self, next: Snapshot, label: &str, merge_key: Option<MergeKey>) {
        self.history.record(std::mem::replace(&mut self.now, next), label, merge_key);
        self.revision += 1;
    }

    /// Puts another state of the plan in its place, as one step.
    pub fn replace(&mut self, plan: Plan, label: &str) {
        if plan != *self.now.plan {
            let identities = Arc::new(self.now.identities.related(&self.now.plan, &plan, &mut self.numbers));
            self.step(Snapshot { plan: Arc::new(plan), identities, revision: None }, label, None);
        }
    }

    /// Puts what somebody else made of the plan in its place. There is nothing to undo.
    pub fn follow(&mut self, plan: Plan) {
        self.replace(plan, "");
        self.history = History::default();
    }

    /// Adds a step of before the plan was opened, the latest first. `revision` is where the storage has its plan.
    pub fn remember(&mut self, direction: Direction, plan: &Arc<Plan>, revision: u32, label: String) {
        let next = self.history.farthest(direction).unwrap_or(&self.now);
        let identities = Arc::new(next.identities.related(&next.plan, plan, &mut self.numbers));
        let snapshot = Snapshot { plan: Arc::clone(plan), identities, revision: Some(revision) };
        self.history.remember(direction, snapshot, label);
    }

    /// The storage has a plan as a revision.
    pub fn saved(&mut self, plan: &Arc<Plan>, revision: u32) {
        let all = self.history.snapshots_mut().chain([&mut self.now]);
        for snapshot in all.filter(|snapshot| Arc::ptr_eq(&snapshot.plan, plan)) {
            snapshot.revision = Some(revision);
        }
    }

    /// The revisions are no longer there, or they belong to another plan.
    pub fn forget_revisions(&mut self) {
        self.history.snapshots_mut().chain([&mut self.now]).for_each(|snapshot| snapshot.revision = None);
    }

    /// The steps before and after a plan, if it is the current one. `under_way` is a plan whose save is not answered yet, with
    /// the revision that it becomes.
    pub fn past(&self, plan: &Arc<Plan>, under_way: Option<&(Arc<Plan>, u32)>) -> Option<Past> {
        Arc::ptr_eq(&self.now.plan, plan).then(|| self.history.past(under_way))
    }

    /// Ends merging, for example when a field loses focus.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// Undoes the last step. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let restored = self.history.undo(self.now.clone());
        self.restore(restored)
    }

    /// Redoes the last undone step. Returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let restored = self.history.redo(self.now.clone());
        self.restore(restored)
    }

    fn restore(&mut self, restored: Option<Snapshot>) -> bool {
        let Some(snapshot) = restored else { return false };
        self.now = snapshot;
        self.revision += 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        editor::{PastStep, Problem, Selection},
        lint::{Diagnostic, Field, Place, Severity},
        plan::{AttributeMapping, Clause, ObjectKind, ObjectMapping, SamplePerson, ScopingFilter},
    };

    fn rename(name: &str) -> [Edit; 1] {
        [Edit::RenamePlan { name: name.to_owned() }]
    }

    #[test]
    fn typing_is_one_step_until_it_is_closed() {
        let mut session = Session::default();
        for name in ["a", "ab", "abc"] {
            session.dispatch(&rename(name), "Rename the plan", Some(MergeKey::PlanName)).unwrap();
        }
        session.close_step();
        session.dispatch(&rename("abcd"), "Rename the plan", Some(MergeKey::PlanName)).unwrap();
        assert!(session.undo());
        assert_eq!(session.plan().name, "abc");
        assert!(session.undo());
        assert_eq!(session.plan().name, "");
        assert!(!session.undo());
        assert_eq!(session.history().redo_label(), Some("Rename the plan"));
    }

    #[test]
    fn what_was_saved_is_undone_and_redone_after_a_reload() {
        let mut session = Session::default();
        let save = |session: &mut Session, revision| {
            let plan = Arc::clone(session.plan());
            session.saved(&plan, revision);
            (plan.name.clone(), session.past(&plan, None).unwrap())
        };
        save(&mut session, 1);
        session.dispatch(&rename("a"), "First", None).unwrap();
        save(&mut session, 2);
        // The next one comes before the storage has answered.
        session.dispatch(&rename("b"), "Second", None).unwrap();
        session.dispatch(&rename("c"), "Third", None).unwrap();
        save(&mut session, 3);
        session.dispatch(&rename("d"), "Fourth", None).unwrap();
        save(&mut session, 4);
        session.undo();
        let (name, past) = save(&mut session, 5);
        let step = |revision, label: &str| PastStep { revision, label: label.to_owned() };
        assert_eq!(name, "c");
        assert_eq!(past.undo, [step(1, "First"), step(2, "Third")]);
        assert_eq!(past.redo, [step(4, "Fourth")]);

        let texts = ["", "", "a", "c", "d", "c"];
        let plan = |revision: u32| {
            let name = texts[revision as usize].to_owned();
            Arc::new(Plan { name, ..Plan::default() })
        };
        let mut again = Session::new((*plan(5)).clone());
        for (direction, steps) in [(Direction::Undo, &past.undo), (Direction::Redo, &past.redo)] {
            for step in steps.iter().rev() {
                again.remember(direction, &plan(step.revision), step.revision, step.label.clone());
            }
        }
        let now = Arc::clone(again.plan());
        again.saved(&now, 5);
        assert_eq!(again.past(&now, None), Some(past));
        assert!(again.redo() && again.plan().name == "d");
        assert_eq!(again.history().undo_label(), Some("Fourth"));
        assert!(again.undo() && again.undo() && again.plan().name == "a");
        assert!(again.undo() && again.plan().name.is_empty());
        assert!(!again.undo());
    }

    #[test]
    fn a_step_to_a_plan_whose_save_is_under_way_names_the_revision_that_it_becomes() {
        let mut session = Session::default();
        let first = Arc::clone(session.plan());
        session.saved(&first, 1);
        session.dispatch(&rename("a"), "Rename", None).unwrap();
        let under_way = (Arc::clone(session.plan()), 2);
        session.undo();
        let step = |revision| PastStep { revision, label: "Rename".to_owned() };
        let now = Arc::clone(session.plan());
        assert_eq!(session.past(&now, None), Some(Past::default()));
        assert_eq!(session.past(&now, Some(&under_way)).unwrap().redo, [step(2)]);
        session.redo();
        session.dispatch(&rename("b"), "Rename", None).unwrap();
        let now = Arc::clone(session.plan());
        assert_eq!(session.past(&now, Some(&under_way)).unwrap().undo, [step(1), step(2)]);
    }

    #[test]
    fn an_edit_after_a_reload_ends_what_could_be_redone() {
        let mut session = Session::default();
        session.dispatch(&rename("a"), "Rename", None).unwrap();
        session.remember(Direction::Redo, &Arc::default(), 3, "Later".to_owned());
        session.remember(Direction::Undo, &Arc::default(), 1, "Before".to_owned());
        assert_eq!(session.history().redo_label(), None);
        assert!(session.undo());
        assert_eq!(session.history().undo_label(), Some("Before"));
    }

    #[test]
    fn a_plan_under_another_name_has_no_revisions_of_before() {
        let mut session = Session::default();
        let plan = Arc::clone(session.plan());
        session.saved(&plan, 7);
        session.dispatch(&rename("a"), "Rename", None).unwrap();
        session.forget_revisions();
        let now = Arc::clone(session.plan());
        assert_eq!(session.past(&now, None), Some(Past::default()));
        assert_eq!(session.past(&plan, None), None, "not the current plan");
    }

    #[test]
    fn a_restored_revision_is_a_step_in_which_rows_keep_their_identities() {
        let mut session = three();
        let selection = selected(&session, 2);
        let mut earlier = (**session.plan()).clone();
        earlier.object_mappings[0].attribute_mappings.remove(0);
        session.replace(earlier, "Restore revision 1");
        assert_eq!(target(&session, selection).as_deref(), Some("c"));
        assert!(session.undo());
        assert_eq!(session.plan().object_mappings[0].attribute_mappings.len(), 3);
        assert_eq!(target(&session, selection).as_deref(), Some("c"));
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

    const USERS: ObjectKind = ObjectKind::User;

    /// Three mappings of users: a, b and c.
    fn three() -> Session {
        let attribute_mappings = ["a", "b", "c"].map(|name| AttributeMapping::direct(name, name)).to_vec();
        let users = ObjectMapping { kind: USERS, attribute_mappings, ..ObjectMapping::default() };
        Session::new(Plan { object_mappings: vec![users], ..Plan::default() })
    }

    fn selected(session: &Session, index: usize) -> Selection {
        Selection { kind: USERS, mapping: session.identities().mappings(USERS).get(index).copied() }
    }

    /// The target attribute of what stays selected.
    fn target(session: &Session, selection: Selection) -> Option<String> {
        let (kind, index) =
            selection.within(session.identities()).mapping.and_then(|id| session.identities().place_of_mapping(id))?;
        session.plan().attribute_mapping(kind, index).map(|mapping| mapping.target_attribute.clone())
    }

    #[test]
    fn a_selected_row_that_is_removed_does_not_leave_the_selection_on_its_neighbour() {
        let mut session = three();
        let selection = selected(&session, 1);
        session.dispatch(&[Edit::RemoveMapping { kind: USERS, index: 1 }], "Delete", None).unwrap();
        assert_eq!(target(&session, selection), None);
        session.undo();
        assert_eq!(target(&session, selection).as_deref(), Some("b"));
    }

    #[test]
    fn insertions_removals_moves_undo_and_redo_above_a_selected_row_keep_it() {
        let mut session = three();
        let selection = selected(&session, 1);
        let mapping = AttributeMapping::direct("new", "new");
        let steps = [
            Edit::InsertMapping { kind: USERS, index: 0, mapping },
            Edit::RemoveMapping { kind: USERS, index: 1 },
            Edit::MoveMapping { kind: USERS, from: 2, to: 0 },
            Edit::SetTargetAttribute { kind: USERS, index: 0, target_attribute: "z".to_owned() },
        ];
        for step in steps {
            session.dispatch(&[step], "Edit", None).unwrap();
            assert_eq!(target(&session, selection).as_deref(), Some("b"));
        }
        while session.undo() {
            assert_eq!(target(&session, selection).as_deref(), Some("b"));
        }
        while session.redo() {
            assert_eq!(target(&session, selection).as_deref(), Some("b"));
        }
    }

    #[test]
    fn a_removed_row_does_not_give_its_identity_to_a_new_one() {
        let mut session = three();
        let removed = selected(&session, 2);
        session.dispatch(&[Edit::RemoveMapping { kind: USERS, index: 2 }], "Delete", None).unwrap();
        let mapping = AttributeMapping::direct("new", "new");
        session.dispatch(&[Edit::InsertMapping { kind: USERS, index: 2, mapping }], "Add", None).unwrap();
        assert_eq!(target(&session, removed), None);
        assert_ne!(selected(&session, 2), removed);
    }

    #[test]
    fn clauses_and_people_keep_their_identities() {
        let clause =
            |value: &str| Clause { attribute: "city".to_owned(), values: vec![value.to_owned()], ..Clause::default() };
        let filter = |values: &[&str]| ScopingFilter {
            clauses: values.iter().map(|value| clause(value)).collect(),
            ..ScopingFilter::default()
        };
        let set = |filters| [Edit::SetScopingFilters { kind: USERS, filters }];
        let mut session = three();
        session.dispatch(&set(vec![filter(&["a", "b"]), filter(&["c"])]), "Filter", None).unwrap();
        let before = session.identities().filters(USERS).to_vec();
        // Another value of the first clause, and the second filter is gone.
        session.dispatch(&set(vec![filter(&["x", "b"])]), "Filter", None).unwrap();
        assert_eq!(session.identities().filters(USERS), &before[..1]);
        session.dispatch(&set(vec![filter(&["b"])]), "Filter", None).unwrap();
        assert_eq!(session.identities().filters(USERS)[0].clauses, before[0].clauses[1..]);
        session.undo();
        session.undo();
        assert_eq!(session.identities().filters(USERS), before);

        let person = || Edit::AddPerson { person: SamplePerson::default() };
        session.dispatch(&[person(), person()], "Add people", None).unwrap();
        let second = session.identities().people()[1];
        session.dispatch(&[Edit::RemovePerson { index: 0 }], "Remove a person", None).unwrap();
        assert_eq!(session.identities().place_of_person(second), Some(0));
    }

    #[test]
    fn problems_are_named_by_what_they_are_about() {
        let mut session = three();
        let place = |index| Place::field(USERS, index, Field::SourceAttribute);
        let problem = |code, index| Diagnostic { code, place: place(index), ..blank() };
        let ids = |session: &Session, found: &[Diagnostic]| {
            Problem::all(found, session.identities()).into_iter().map(|problem| problem.id).collect::<Vec<_>>()
        };
        let before = ids(&session, &[problem("A001", 0), problem("A001", 1), problem("A002", 1), problem("A001", 1)]);
        session.dispatch(&[Edit::RemoveMapping { kind: USERS, index: 0 }], "Delete", None).unwrap();
        let after = ids(&session, &[problem("A001", 0), problem("A002", 0), problem("A001", 0)]);
        assert_eq!(after, before[1..]);
        assert_ne!(after[0], after[2], "two problems of one kind are two");
    }

    fn blank() -> Diagnostic {
        Diagnostic {
            code: "A001",
            rule: "",
            severity: Severity::Error,
            place: Place::default(),
            target: None,
            message: String::new(),
            why: "".into(),
            remedy: "".into(),
            fixes: Vec::new(),
            suppressed: None,
        }
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
