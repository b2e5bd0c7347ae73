//! What the workshop says about a step: decision, open question, owner, date. All of it is part of the plan.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{checklist::Step, workshop::Workshop},
    app::{
        plan_field::plan_field,
        state::{Workspace, use_workspace},
        widgets::{Check, DateInput, Entry, Field, TextInput, TextLines, today},
    },
    editor::{MergeKey, WorkshopPart},
    expression::long_date,
    plan::{Edit, WorkshopNote},
};

/// The edit that changes the note on a step.
fn noted(workspace: Workspace, step: &str, change: impl FnOnce(&mut WorkshopNote)) -> Edit {
    let kept = workspace.plan.with_untracked(|plan| plan.workshop.iter().find(|note| note.step == step).cloned());
    let mut note = kept.unwrap_or_else(|| WorkshopNote { step: step.to_owned(), ..WorkshopNote::default() });
    change(&mut note);
    Edit::NoteWorkshop { note }
}

/// Says that the workshop has covered a step.
pub(super) fn cover(workspace: Workspace, step: &str, title: &str, covered: bool) {
    let edit = noted(workspace, step, |note| note.covered = covered);
    workspace.dispatch(vec![edit], &format!("Cover “{title}”"), None);
}

/// The text of a part of a note.
fn text(note: &mut WorkshopNote, part: WorkshopPart) -> &mut String {
    match part {
        WorkshopPart::Decision => &mut note.decision,
        WorkshopPart::Question => &mut note.question,
        WorkshopPart::Owner => &mut note.owner,
        WorkshopPart::Date => &mut note.date,
    }
}

/// The fields for a step.
#[component]
pub(super) fn Notes(step: Arc<Step>, agenda: Memo<Arc<Workshop>>) -> impl IntoView {
    let workspace = use_workspace();
    let id = step.id.clone();
    let note = Memo::new(move |_| {
        agenda.with(|agenda| {
            let topic = agenda.topics.iter().find(|topic| topic.step.id == id);
            topic.map(|topic| topic.note.clone()).unwrap_or_default()
        })
    });
    let entry = |part: WorkshopPart, what: &str| -> Entry {
        let id = step.id.clone();
        plan_field(
            MergeKey::Workshop(id.clone(), part),
            format!("Change the {what} on “{}”", step.title),
            Signal::derive(move || text(&mut note.get(), part).clone()),
            move |words| {
                if part == WorkshopPart::Date && !words.is_empty() {
                    long_date(&words)?;
                }
                Some(vec![noted(workspace, &id, |note| {
                    let is_said =
                        matches!(part, WorkshopPart::Decision | WorkshopPart::Question) && !words.trim().is_empty();
                    *text(note, part) = words;
                    // The day on which it was said, unless you enter another one.
                    if is_said && note.date.is_empty() {
                        note.date = today();
                    }
                })])
            },
        )
    };
    let (decision, question) =
        (entry(WorkshopPart::Decision, "decision"), entry(WorkshopPart::Question, "open question"));
    let (owner, date) = (entry(WorkshopPart::Owner, "owner"), entry(WorkshopPart::Date, "date"));
    let (id, title) = (step.id.clone(), step.title.clone());
    view! {
        <section class="slide-notes" aria-label="Notes on this step">
            <Field label="Decision" control="workshop-decision"><TextLines entry=decision id="workshop-decision" rows="2" /></Field>
            <Field label="Open question" control="workshop-question"><TextLines entry=question id="workshop-question" rows="2" /></Field>
            <Field label="Owner" control="workshop-owner"><TextInput entry=owner id="workshop-owner" /></Field>
            <Field label="Date" control="workshop-date"><DateInput entry=date id="workshop-date" /></Field>
            <Check checked=Signal::derive(move || note.with(|note| note.covered)) on_change=move |covered| cover(workspace, &id, &title, covered)>
                "Covered"
            </Check>
        </section>
    }
    .into_any()
}
