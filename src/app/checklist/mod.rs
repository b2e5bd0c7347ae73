//! The checklist: the steps of the guide with the values of the plan. You tick them while you work in the admin center.

mod step_view;

use std::{ops::Range, sync::Arc};

use leptos::prelude::*;
use step_view::{Opened, StepView, is_compact};

use super::{
    navigation::{Part, Place, Purpose, Topic, use_navigation},
    state::use_workspace,
    widgets::{IconName, RowHeight, RowKind, RowsInView, draws},
};
use crate::{
    analysis::checklist::{Action, Checklist, Phase, Step},
    text::counted,
};

/// About the heights of a closed step, of an open one without fields, and of a field: style/components/checklist-step.css.
const CLOSED: f64 = 41.0;
const OPEN: f64 = 130.0;
const FIELD: f64 = 33.0;

/// The setup checklist.
pub struct ChecklistPlace;

impl Place for ChecklistPlace {
    const TITLE: &str = "Checklist";
    const ADDRESS: &str = "/checklist";
    const ICON: IconName = IconName::Checklist;
    const PART: Part = Part::Beside;
    const PURPOSE: Option<Purpose> = None;

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You follow the finished steps in the admin center, from the prerequisites to the first cycle.",
            },
            Topic {
                task: "Fill in a field",
                how: "Copy the value beside its label, and paste it in the admin center.",
            },
            Topic {
                task: "Keep track",
                how: "Mark each step when it is done. Note an owner and a decision where you need them.",
            },
            Topic { task: "Give it to somebody", how: "Download it under Export, or print this page." },
        ]
    }

    fn view() -> AnyView {
        view! { <ChecklistView /> }.into_any()
    }
}

#[component]
fn ChecklistView() -> impl IntoView {
    let workspace = use_workspace();
    let checklist = workspace.checklist;
    // Each step reads its own tick and note, so that a tick does not move the focus.
    let navigation = use_navigation();
    let shape = Memo::new(move |_| Arc::new(checklist.with(|checklist| without_marks(checklist))));
    let opened = Opened::default();
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
                <a href=move || navigation.link(Purpose::Rehearse)>"Rehearse with your whole directory"</a>
                <ol>
                    {move || checklist.with(|checklist| checklist.phases.iter().map(phase_link).collect_view())}
                </ol>
            </nav>
            <div class="checklist-steps">
                {move || {
                    let shape = shape.get();
                    (0..shape.phases.len()).map(|phase| phase_view(&shape, phase, opened)).collect_view()
                }}
            </div>
        </div>
    }
    .into_any()
}

/// Neighbouring steps of one phase that need the same action.
struct Group {
    checklist: Arc<Checklist>,
    phase: usize,
    steps: Range<usize>,
}

impl Group {
    fn step(&self, at: usize) -> Option<&Step> {
        self.checklist.phases.get(self.phase)?.steps.get(self.steps.start + at)
    }
}

/// The steps of one group.
#[component]
fn Steps(group: Group, action: Action, opened: Opened) -> impl IntoView {
    let count = group.steps.len();
    // Counts of a checklist fit.
    #[allow(clippy::cast_precision_loss)]
    let fields = (0..count).filter_map(|at| group.step(at)).map(|step| step.fields.len()).sum::<usize>() as f64
        / count.max(1) as f64;
    let height = if is_compact(action) { CLOSED } else { OPEN + fields * FIELD };
    let group = StoredValue::new(group);
    let rows = RowsInView::new(
        move || count,
        RowHeight::About(height),
        move |at| group.with_value(|group| group.step(at).map(|step| step.id.clone())),
        || None,
    );
    let row = move |_, at: Memo<usize>| {
        let step = group.with_value(|group| group.step(at.get_untracked()).cloned());
        step.map(|step| view! { <StepView step opened /> })
    };
    view! { <div class="checklist-group" use:draws=rows.drawn(RowKind::Block, row)></div> }.into_any()
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

fn phase_view(checklist: &Arc<Checklist>, at: usize, opened: Opened) -> AnyView {
    let Some(phase) = checklist.phases.get(at) else { return ().into_any() };
    let actions = [Action::Do, Action::Keep, Action::Delete, Action::Change, Action::Add];
    // The steps are in the order of the work. Neighbours of one kind share a heading.
    let mut groups: Vec<(Action, Range<usize>)> = Vec::new();
    for (at, step) in phase.steps.iter().enumerate() {
        match groups.last_mut() {
            Some((action, steps)) if *action == step.action => steps.end = at + 1,
            _ => groups.push((step.action, at..at + 1)),
        }
    }
    let headed = groups.iter().any(|(action, _)| actions.contains(action) && *action != Action::Do);
    let group = |(action, steps): (Action, Range<usize>)| {
        let rows = counted(steps.len(), "row");
        let group = Group { checklist: Arc::clone(checklist), phase: at, steps };
        view! {
            {(headed && action != Action::Do).then(|| view! {
                <h3>{action.name()} " " <span class="muted">{rows}</span></h3>
            })}
            <Steps group action opened />
        }
    };
    view! {
        <section class="checklist-section" aria-labelledby=format!("phase-{}", phase.id)>
            <h2 id=format!("phase-{}", phase.id)>{phase.title}</h2>
            <p class="checklist-summary">{phase.summary.clone()}</p>
            {groups.into_iter().map(group).collect_view()}
        </section>
    }
    .into_any()
}
