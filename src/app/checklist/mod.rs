//! The checklist: the steps of the guide with the values of the plan. You tick them while you work in the admin center.

mod marking;
mod rows_table;
mod step_view;

use std::sync::Arc;

use leptos::prelude::*;
use marking::Marks;
use step_view::{Opened, StepView};

use super::{
    commands::run,
    navigation::{Part, Place, Purpose, Topic, use_navigation},
    state::use_workspace,
    widgets::{Button, IconName},
};
use crate::{
    analysis::checklist::{Checklist, Phase, Step},
    editor::CommandId,
};

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
                how: "Mark each step when it is done, and each row of a table. The tick of a step with a table marks all rows. \
                      Note an owner and a decision where you need them.",
            },
            Topic {
                task: "Hold a workshop",
                how: "Press F9, or select Present in a workshop. Note what is decided and what is open. Send the summary at the end.",
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
    let (opened, marks) = (Opened::default(), Marks::new(workspace));
    let (printing, set_printing) = signal(false);
    for (event, is) in [("beforeprint", true), ("afterprint", false)] {
        let listener = window_event_listener_untyped(event, move |_| set_printing.set(is));
        on_cleanup(move || listener.remove());
    }
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
                <Button on_press=move || run(workspace, navigation, CommandId::Workshop)>"Present in a workshop"</Button>
                <ol>
                    {move || checklist.with(|checklist| checklist.phases.iter().map(phase_link).collect_view())}
                </ol>
            </nav>
            <div class="checklist-steps">
                {move || {
                    let shape = shape.get();
                    shape.phases.iter().map(|phase| phase_view(phase, opened, marks, printing)).collect_view()
                }}
            </div>
        </div>
    }
    .into_any()
}

fn without_marks(checklist: &Checklist) -> Checklist {
    fn clear(step: &mut Step) {
        step.done = false;
        step.changed_since = false;
        step.note.clear();
        step.owner.clear();
        step.rows.iter_mut().for_each(clear);
    }
    let mut shape = checklist.clone();
    shape.progress = crate::analysis::checklist::Progress::default();
    shape.phases.iter_mut().flat_map(|phase| &mut phase.steps).for_each(clear);
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

fn phase_view(phase: &Phase, opened: Opened, marks: Marks, printing: ReadSignal<bool>) -> AnyView {
    let steps = phase.steps.iter().map(|step| view! { <StepView step=Arc::new(step.clone()) opened marks printing /> });
    let steps = steps.collect_view();
    let id = format!("phase-{}", phase.id);
    let labelled = id.clone();
    view! {
        <section class="checklist-section" aria-labelledby=labelled>
            <h2 id=id>{phase.title}</h2>
            {(!phase.summary.is_empty()).then(|| view! { <p class="checklist-summary">{phase.summary.clone()}</p> })}
            <div class="checklist-group">{steps}</div>
        </section>
    }
    .into_any()
}
