//! The summary at the end: what is open first, then what was decided, with the documents to send.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::workshop::{AgendaPart, Topic, Workshop},
    app::{
        services::files,
        state::{Workspace, use_workspace},
        widgets::{Button, CopyButton, today},
    },
    exchange::export::{Format, Material, Writer},
    plan::TitlePart,
};

/// The name of the summary's format that people paste, and of the one that they print.
const MARKDOWN: &str = "workshop-md";
const HTML: &str = "workshop-html";

/// A document about the workshop, like on the Export page.
fn made(workspace: Workspace, format: &Format) -> String {
    let analysis = workspace.analysis();
    // Whole seconds of this century fit.
    #[allow(clippy::cast_possible_truncation)]
    let now = (js_sys::Date::now() / 1000.0) as i64;
    workspace.plan.with(|plan| {
        let material =
            Material { plan, analysis: &analysis, people: &[], since: None, schema: None, rehearsal: None, now };
        match format.writer {
            Writer::Text(write) => write(&material).map(|written| written.text).unwrap_or_default(),
            Writer::Bytes(_) => String::new(),
        }
    })
}

/// Open questions, decisions, and the ways to send them.
#[component]
pub(super) fn Summary(
    agenda: Memo<Arc<Workshop>>,
    /// The ID of the heading.
    heading: &'static str,
) -> impl IntoView {
    let workspace = use_workspace();
    let text = Memo::new(move |_| {
        agenda.track();
        Format::from_name(MARKDOWN).map(|format| made(workspace, format)).unwrap_or_default()
    });
    let download = move |name: &str| {
        let Some(format) = Format::from_name(name) else { return };
        let file = workspace.plan.with_untracked(|plan| format.file_name(plan));
        files::download(&file, format.media_type, &untrack(|| made(workspace, format)));
        workspace.announce(format!("Downloaded {file}"));
    };
    view! {
        <article class="slide" aria-label="Workshop summary">
            <h3 id=heading tabindex="-1">"Summary"</h3>
            <Said agenda />
            <div class="slide-actions">
                <CopyButton text what="the summary as Markdown" />
                <Button on_press=move || download(MARKDOWN)>"Download Markdown"</Button>
                <Button on_press=move || download(HTML)>"Download page to print"</Button>
            </div>
        </article>
    }
    .into_any()
}

/// What the page prints while the presenter is open: whose workshop it was, what was said, and how far the agenda is.
#[component]
pub(super) fn Paper(agenda: Memo<Arc<Workshop>>) -> impl IntoView {
    let workspace = use_workspace();
    let title = move || {
        workspace.plan.with(|plan| {
            let name = plan.name.trim();
            if name.is_empty() { "Workshop summary".to_owned() } else { format!("Workshop summary: {name}") }
        })
    };
    let block = move || {
        workspace.plan.with(|plan| {
            let part = |part: TitlePart| (part.label(), plan.title_block.part(part).trim().to_owned());
            let parts = TitlePart::ALL.map(part).into_iter().chain([("Date", today())]);
            let parts = parts.filter(|(_, text)| !text.is_empty()).map(|(label, text)| format!("{label}: {text}"));
            parts.collect::<Vec<_>>().join(" · ")
        })
    };
    let parts = move || {
        let parts = agenda.with(|agenda| agenda.parts());
        let row = |part: AgendaPart| {
            view! { <tr><th scope="row">{part.title}</th><td>{format!("{} of {} covered", part.covered, part.total)}</td></tr> }
        };
        parts.into_iter().map(row).collect_view()
    };
    view! {
        <article class="slide">
            <h1>{title}</h1>
            <p class="muted">{block}</p>
            <Said agenda />
            <h4>"Agenda"</h4>
            <table>{parts}</table>
        </article>
    }
    .into_any()
}

/// Open questions, then decisions.
#[component]
fn Said(agenda: Memo<Arc<Workshop>>) -> impl IntoView {
    let questions = move || agenda.with(|agenda| lines(agenda.questions(), |topic| &topic.note.question));
    let decisions = move || agenda.with(|agenda| lines(agenda.decisions(), |topic| &topic.note.decision));
    view! {
        <h4>"Open questions"</h4>
        {move || list(questions(), "No question is open.")}
        <h4>"Decisions"</h4>
        {move || list(decisions(), "Nothing was decided yet.")}
    }
    .into_any()
}

type Line = (String, String);

fn lines<'a>(topics: impl Iterator<Item = &'a Topic>, words: fn(&Topic) -> &String) -> Vec<Line> {
    let line = |topic: &Topic| {
        let date = topic.date();
        let about = [topic.note.owner.as_str(), &date, topic.step.title.as_str()];
        let about: Vec<&str> = about.into_iter().filter(|one| !one.trim().is_empty()).collect();
        (words(topic).clone(), about.join(" · "))
    };
    topics.map(line).collect()
}

fn list(lines: Vec<Line>, none: &'static str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="muted">{none}</p> }.into_any();
    }
    let line = |(words, about): Line| view! { <li>{words} <small class="muted">{about}</small></li> };
    view! { <ul class="slide-list">{lines.into_iter().map(line).collect_view()}</ul> }.into_any()
}
