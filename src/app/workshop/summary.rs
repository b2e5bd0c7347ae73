//! The summary at the end: what is open first, then what was decided, with the documents to send.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::workshop::{Topic, Workshop},
    app::{
        services::files,
        state::{Workspace, use_workspace},
        widgets::{Button, CopyButton},
    },
    exchange::export::{Format, Material, Writer},
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
    /// The ID of the heading; empty on paper.
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
    let questions = move || agenda.with(|agenda| lines(agenda.questions(), |topic| &topic.note.question));
    let decisions = move || agenda.with(|agenda| lines(agenda.decisions(), |topic| &topic.note.decision));
    let ways = (!heading.is_empty()).then(|| {
        view! {
            <div class="slide-actions">
                <CopyButton text what="the summary as Markdown" />
                <Button on_press=move || download(MARKDOWN)>"Download Markdown"</Button>
                <Button on_press=move || download(HTML)>"Download page to print"</Button>
            </div>
        }
    });
    view! {
        <article class="slide" aria-label="Workshop summary">
            <h3 id=(!heading.is_empty()).then_some(heading) tabindex="-1">"Summary"</h3>
            <h4>"Open questions"</h4>
            {move || list(questions(), "No question is open.")}
            <h4>"Decisions"</h4>
            {move || list(decisions(), "Nothing was decided yet.")}
            {ways}
        </article>
    }
    .into_any()
}

type Line = (String, String);

fn lines<'a>(topics: impl Iterator<Item = &'a Topic>, words: fn(&Topic) -> &String) -> Vec<Line> {
    let line = |topic: &Topic| {
        let about = [topic.note.owner.as_str(), topic.note.date.as_str(), topic.step.title.as_str()];
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
