//! The checklist: the steps of the guide with the values of the plan. You tick them while you work in the admin center.

mod step_view;

use leptos::prelude::*;
use step_view::{LiveMarks, StepView};

use super::{
    navigation::{Part, Place, Purpose},
    state::use_workspace,
    widgets::{IconName, gradually},
};
use crate::analysis::checklist::{Action, Checklist, Phase, Step};

/// The setup checklist.
pub struct ChecklistPlace;

impl Place for ChecklistPlace {
    const TITLE: &str = "Checklist";
    const ADDRESS: &str = "/checklist";
    const ICON: IconName = IconName::Checklist;
    const PART: Part = Part::Beside;
    const PURPOSE: Option<Purpose> = None;

    fn view() -> AnyView {
        view! { <ChecklistView /> }.into_any()
    }
}

#[component]
fn ChecklistView() -> impl IntoView {
    let workspace = use_workspace();
    let checklist = Memo::new(move |_| workspace.analysis.with(|analysis| analysis.checklist.clone()));
    // Each step reads its own tick and note, so that a tick does not move the focus.
    let shape = Memo::new(move |_| checklist.with(without_marks));
    let marks = LiveMarks::of(checklist);
    let progress = move || checklist.with(|checklist| checklist.progress);
    view! {
        <div class="checklist-place">
            <nav class="checklist-phases" aria-label="Parts of the checklist">
                <h1>"Go-live checklist"</h1>
                <progress aria-label="Progress" max=move || progress().total.to_string() value=move || progress().done.to_string()></progress>
                <p>{move || {
                    let progress = progress();
                    let owners = if progress.owners == 1 { "owner" } else { "owners" };
                    format!("{} of {} steps · {} {owners}", progress.done, progress.total, progress.owners)
                }}</p>
                <ol>
                    {move || checklist.with(|checklist| checklist.phases.iter().map(phase_link).collect_view())}
                </ol>
            </nav>
            <div class="checklist-steps">
                {move || shape.get().phases.into_iter().map(|phase| phase_view(phase, marks)).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

/// The steps of one group, drawn one after the other.
#[component]
fn Steps(steps: Vec<Step>, marks: LiveMarks) -> impl IntoView {
    let count = steps.len();
    let drawn = gradually(move || count);
    let steps = StoredValue::new(steps);
    let step = move |at: usize| steps.with_value(|steps| steps.get(at).cloned());
    view! {
        <For each=move || 0..drawn.get() key=|at| *at children=move |at| {
            step(at).map(|step| view! { <StepView step marks /> })
        } />
    }
    .into_any()
}

fn without_marks(checklist: &Checklist) -> Checklist {
    let mut shape = checklist.clone();
    shape.progress = crate::analysis::checklist::Progress::default();
    for step in shape.phases.iter_mut().flat_map(|phase| &mut phase.steps) {
        step.done = false;
        step.changed_since = false;
        step.note.clear();
        step.owner.clear();
    }
    shape
}

fn phase_link(phase: &Phase) -> AnyView {
    let progress = phase.progress();
    let id = format!("phase-{}", phase.id);
    let state = if progress.done == progress.total { "done" } else { "open" };
    view! {
        <li data-state=state>
            <button type="button" class="checklist-phase" on:click=move |_| {
                if let Some(heading) = document().get_element_by_id(&id) {
                    heading.scroll_into_view();
                }
            }>
                <b>{phase.title}</b>
                <small>{format!("{} of {}", progress.done, progress.total)}</small>
            </button>
        </li>
    }
    .into_any()
}

fn phase_view(phase: Phase, marks: LiveMarks) -> AnyView {
    let actions = [Action::Do, Action::Keep, Action::Delete, Action::Change, Action::Add];
    // The steps are in the order of the work. Neighbours of one kind share a heading.
    let mut groups: Vec<(Action, Vec<Step>)> = Vec::new();
    for step in phase.steps {
        match groups.last_mut() {
            Some((action, steps)) if *action == step.action => steps.push(step),
            _ => groups.push((step.action, vec![step])),
        }
    }
    let headed = groups.iter().any(|(action, _)| actions.contains(action) && *action != Action::Do);
    view! {
        <section class="checklist-section" aria-labelledby=format!("phase-{}", phase.id)>
            <h2 id=format!("phase-{}", phase.id)>{phase.title}</h2>
            <p class="checklist-summary">{phase.summary}</p>
            {groups.into_iter().map(|(action, steps)| {
                let count = steps.len();
                view! {
                    {(headed && action != Action::Do).then(|| view! {
                        <h3>{action.name()} " " <span class="muted">{format!("{count} {}", if count == 1 { "row" } else { "rows" })}</span></h3>
                    })}
                    <div class="checklist-group"><Steps steps marks /></div>
                }
            }).collect_view()}
        </section>
    }
    .into_any()
}
