//! The marks of steps and rows: what the screen reads of them, and how it changes them.

use std::{collections::HashMap, sync::Arc};

use leptos::prelude::*;

use crate::{
    analysis::checklist::{Phase, Step},
    app::{
        plan_field::plan_field,
        state::{Workspace, use_workspace},
        widgets::Entry,
    },
    editor::{MergeKey, StepPart},
    plan::{ChecklistMark, Edit},
};

/// The marks of one step or row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Live {
    pub(super) done: bool,
    pub(super) changed_since: bool,
    note: String,
    owner: String,
    /// Rows of its table that are done, and all of them.
    pub(super) rows: (usize, usize),
}

impl Live {
    fn of(step: &Step) -> Self {
        let Step { done, changed_since, note, owner, .. } = step;
        let rows = step.rows_progress();
        let rows = (rows.done, rows.total);
        Self { done: *done, changed_since: *changed_since, note: note.clone(), owner: owner.clone(), rows }
    }

    /// Whether somebody wrote something on it.
    pub(super) fn has_note(&self) -> bool {
        !self.note.is_empty() || !self.owner.is_empty()
    }
}

/// The marks of everything on the checklist, by ID.
#[derive(Clone, Copy)]
pub(super) struct Marks(Memo<Arc<HashMap<String, Live>>>);

impl Marks {
    pub(super) fn new(workspace: Workspace) -> Self {
        Self(Memo::new(move |_| {
            workspace.checklist.with(|checklist| {
                let all = checklist.phases.iter().flat_map(Phase::with_rows);
                Arc::new(all.map(|step| (step.id.clone(), Live::of(step))).collect())
            })
        }))
    }

    /// Whether somebody wrote something on a row of a step.
    pub(super) fn are_rows_noted(self, step: &Step) -> Memo<bool> {
        let ids: Vec<String> = step.rows.iter().map(|row| row.id.clone()).collect();
        Memo::new(move |_| self.0.with(|all| ids.iter().filter_map(|id| all.get(id)).any(Live::has_note)))
    }

    /// The marks of one step or row.
    pub(super) fn of(self, id: &str) -> Memo<Live> {
        let id = id.to_owned();
        Memo::new(move |_| self.0.with(|all| all.get(&id).cloned().unwrap_or_default()))
    }
}

/// The edit that changes the marks of one step or row.
fn marked(workspace: Workspace, step: &str, change: impl FnOnce(&mut ChecklistMark)) -> Edit {
    let kept = workspace.plan.with_untracked(|plan| plan.checklist.iter().find(|mark| mark.step == step).cloned());
    let mut mark = kept.unwrap_or_else(|| ChecklistMark { step: step.to_owned(), ..ChecklistMark::default() });
    change(&mut mark);
    Edit::MarkStep { mark }
}

/// Ticks a step; of a step with a table, every row.
pub(super) fn tick(workspace: Workspace, step: &Step, done: bool) {
    let ticked = if step.rows.is_empty() { std::slice::from_ref(step) } else { &step.rows };
    let edits = ticked.iter().map(|one| {
        marked(workspace, &one.id, |mark| {
            mark.done = done;
            mark.value_hash = done.then(|| one.value_hash.clone());
        })
    });
    workspace.dispatch(edits.collect(), &format!("Mark “{}”", step.title), None);
}

/// The field for the owner.
pub(super) fn owner(step: &Step, live: Memo<Live>) -> Entry {
    let (workspace, id) = (use_workspace(), step.id.clone());
    plan_field(
        MergeKey::Step(id.clone(), StepPart::Owner),
        format!("Change the owner of “{}”", step.title),
        Signal::derive(move || live.get().owner),
        move |owner| Some(vec![marked(workspace, &id, |mark| mark.owner = owner)]),
    )
}

/// The field for the note.
pub(super) fn note(step: &Step, live: Memo<Live>) -> Entry {
    let (workspace, id) = (use_workspace(), step.id.clone());
    plan_field(
        MergeKey::Step(id.clone(), StepPart::Note),
        format!("Change the note on “{}”", step.title),
        Signal::derive(move || live.get().note),
        move |note| Some(vec![marked(workspace, &id, |mark| mark.note = note)]),
    )
}
