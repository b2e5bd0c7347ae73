//! The presenter: the agenda, the step in view, and the ways to the next one.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    notes::{self, Notes},
    slide::Slide,
    summary::{Paper, Summary},
};
use crate::{
    analysis::workshop::{AgendaPart, Workshop, workshop},
    app::{
        services::files,
        state::use_workspace,
        widgets::{Button, ButtonKind},
    },
};

/// The heading of the step in view. It takes the focus, so that a screen reader reads the step.
const HEADING: &str = "slide-title";

/// The guide, step by step.
#[component]
pub(super) fn Presenter() -> impl IntoView {
    let workspace = use_workspace();
    let agenda = Memo::new(move |_| {
        Arc::new(workspace.plan.with(|plan| workspace.checklist.with(|checklist| workshop(plan, checklist))))
    });
    // It begins where it was closed; after a reload, where the workshop stopped.
    let first = agenda.with_untracked(|agenda| agenda.topics.iter().position(|topic| !topic.note.covered));
    let step = workspace.view.workshop_step;
    let at = Memo::new(move |_| step.get().or(first).unwrap_or_default());
    let count = Memo::new(move |_| agenda.with(|agenda| agenda.topics.len()));
    let go = move |to: usize| {
        step.set(Some(to.min(count.get_untracked())));
        files::focus(HEADING);
    };
    let next = move || go(at.get_untracked() + 1);
    let previous = move || go(at.get_untracked().saturating_sub(1));
    let cover_and_next = move || {
        let step =
            agenda.with_untracked(|agenda| agenda.topics.get(at.get_untracked()).map(|topic| topic.step.clone()));
        if let Some(step) = step {
            notes::cover(workspace, &step.id, &step.title, true);
        }
        next();
    };
    let keydown = move |event: ev::KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_typing = target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"));
        if is_typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowRight" | "PageDown" => next(),
            "ArrowLeft" | "PageUp" => previous(),
            _ => return,
        }
        event.prevent_default();
    };
    // Between two steps, the focus is nowhere for a moment. The keys work all the same.
    let listener = window_event_listener(ev::keydown, keydown);
    on_cleanup(move || listener.remove());
    // A note that is typed does not draw the step again.
    let slide = Memo::new(move |_| {
        agenda.with(|agenda| agenda.topics.get(at.get()).map(|topic| (topic.part, Arc::new(topic.step.clone()))))
    });
    let is_last = move || at.get() >= count.get();
    let place = move || format!("Step {} of {}", at.get() + 1, count.get());
    let shown = move || match slide.get() {
        Some((part, step)) => view! {
            <Slide part step=Arc::clone(&step) place=Signal::derive(place) heading=HEADING />
            <Notes step agenda />
        }
        .into_any(),
        None => view! { <Summary agenda heading=HEADING /> }.into_any(),
    };
    files::focus(HEADING);
    view! {
        <div class="presenter-body">
            <Agenda agenda at on_go=Callback::new(go) />
            <div class="presenter-stage">
                {shown}
                <div class="presenter-ways">
                    <Button disabled=Signal::derive(move || at.get() == 0) on_press=previous>"Previous"</Button>
                    <Button disabled=Signal::derive(is_last) on_press=next>"Next"</Button>
                    <Button kind=ButtonKind::Primary disabled=Signal::derive(is_last) on_press=cover_and_next>"Covered, next"</Button>
                </div>
            </div>
            <div class="presenter-paper"><Paper agenda /></div>
        </div>
    }
    .into_any()
}

/// The parts of the guide, with how many of their steps are covered.
#[component]
fn Agenda(agenda: Memo<Arc<Workshop>>, at: Memo<usize>, on_go: Callback<usize>) -> impl IntoView {
    let parts = Memo::new(move |_| agenda.with(|agenda| agenda.parts()));
    let covered = move || agenda.with(|agenda| agenda.covered());
    let count = move || agenda.with(|agenda| agenda.topics.len());
    let entry = move |part: AgendaPart| {
        let range = part.first..part.first + part.total;
        let state = if part.covered == part.total { "done" } else { "open" };
        view! {
            <li data-state=state>
                <button type="button" class="checklist-phase" aria-current=move || range.contains(&at.get()).then_some("step")
                    on:click=move |_| on_go.run(part.first)>
                    <b>{part.title}</b>
                    <small>{format!("{} of {}", part.covered, part.total)}</small>
                </button>
            </li>
        }
    };
    view! {
        <nav class="presenter-agenda" aria-label="Agenda">
            <progress aria-label="Agenda progress" max=move || count().to_string() value=move || covered().to_string()></progress>
            <p class="muted">{move || format!("{} of {} steps covered", covered(), count())}</p>
            <ol>
                {move || parts.get().into_iter().map(entry).collect_view()}
                <li>
                    <button type="button" class="checklist-phase" aria-current=move || (at.get() >= count()).then_some("step")
                        on:click=move |_| on_go.run(count())><b>"Summary"</b></button>
                </li>
            </ol>
        </nav>
    }
    .into_any()
}
