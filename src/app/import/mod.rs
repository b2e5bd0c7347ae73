//! Import: a schema from a tenant becomes a plan, once the admin has seen what is in it.

mod reading;
mod report;

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::Blob;

pub use reading::ReadingView;
pub use report::{Report, read_report};

use super::{
    services::{Autosave, files, import_worker},
    state::{Notice, Place, Workspace, use_workspace},
    widgets::{self, Button, ButtonKind, Dialog},
    worker_messages::{ImportRequest, Progress, Reply},
};
use crate::{
    exchange::graph_schema::Choice,
    limits::FILE_BYTES,
    text::{capitalised, counted, sentence},
};

/// A file that is being imported.
#[derive(Clone, Debug)]
pub struct Pending {
    name: String,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Reading(ArcRwSignal<Progress>),
    /// The file, to read it again with another choice, and what was read with the choice of now.
    Found(Blob, Arc<Report>),
}

/// Milliseconds. A file that is read sooner shows no progress: it would only flicker.
const PATIENCE: u32 = 250;

/// Reads a file as a schema and shows what is in it. What cannot be read is said, and changes nothing.
pub fn begin(workspace: Workspace, name: String, file: Blob) {
    read(workspace, name, file, Choice::default());
}

fn read(workspace: Workspace, name: String, file: Blob, choice: Choice) {
    if let Err(reason) = files::check_size(&file, FILE_BYTES) {
        return refuse(workspace, &name, &reason);
    }
    // It may outlive the part of the page that was pressed.
    let progress = ArcRwSignal::new(Progress::default());
    let show = {
        let (name, progress) = (name.clone(), progress.clone());
        move || workspace.view.import.set(Some(Pending { name, stage: Stage::Reading(progress) }))
    };
    // It goes with the listener: when another file is chosen or the reading is cancelled, nothing is shown any more.
    let mut patience = Some(Timeout::new(PATIENCE, show));
    import_worker::import(ImportRequest { file: file.clone(), choice }, move |reply| match reply {
        Reply::Ready => {}
        Reply::Progress(now) => progress.set(now),
        Reply::Imported(report) => {
            drop(patience.take());
            workspace.notice.set(None);
            let stage = Stage::Found(file.clone(), Arc::new(*report));
            workspace.view.import.set(Some(Pending { name: name.clone(), stage }));
        }
        Reply::Refused(reason) => {
            drop(patience.take());
            workspace.view.import.set(None);
            refuse(workspace, &name, &reason);
        }
    });
}

fn refuse(workspace: Workspace, name: &str, reason: &str) {
    let detail = format!("{} Nothing was changed.", capitalised(&sentence(reason)));
    workspace.notice.set(Some(Notice::error(format!("{name} cannot be opened."), detail)));
}

/// The dialog, while a file is being imported.
#[component]
pub fn ImportDialog() -> impl IntoView {
    let workspace = use_workspace();
    let pending = workspace.view.import;
    let open = Signal::derive(move || pending.with(Option::is_some));
    let close = move || {
        import_worker::cancel();
        pending.set(None);
    };
    let title =
        Signal::derive(move || pending.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default());
    view! {
        <Dialog title open on_close=close>
            {move || pending.get().map(|Pending { name, stage }| match stage {
                Stage::Reading(progress) => view! { <ReadingView progress=RwSignal::from(progress) on_cancel=close /> }.into_any(),
                Stage::Found(file, report) => found(name, file, report),
            })}
        </Dialog>
    }
    .into_any()
}

fn found(name: String, file: Blob, report: Arc<Report>) -> AnyView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let (rule, mapping) = (report.rule, report.mapping.clone());
    let again = {
        let report = Arc::clone(&report);
        move |rule: usize, mapping: Option<&str>| {
            if let Some(offer) = report.offers.get(rule) {
                read(workspace, name.clone(), file.clone(), offer.choice(mapping));
            }
        }
    };
    let rules = {
        let again = again.clone();
        let names = report.offers.iter().map(report::rule_name).enumerate();
        let options: Vec<_> = names.map(|(index, name)| (index.to_string(), name)).collect();
        let choose = move |chosen: String| again(chosen.parse().unwrap_or_default(), None);
        report.has_rules_to_choose().then(|| view! {
            <label class="import-choice">"Synchronization rule" <widgets::Choice options chosen=rule.to_string() on_choose=choose /></label>
        })
    };
    let mappings = {
        let all = report.offers.get(rule).map(|offer| offer.mappings.clone()).unwrap_or_default();
        let several = report::has_alternatives(&all);
        let first = all.first().map(|(name, ..)| name.clone()).unwrap_or_default();
        let options: Vec<_> = all
            .into_iter()
            .map(|(name, kind, enabled)| {
                let words = format!("{name} ({}{})", kind.plural(), if enabled { "" } else { ", not enabled" });
                (name, words)
            })
            .collect();
        let chosen = mapping.unwrap_or(first);
        let choose = move |chosen: String| again(rule, Some(&chosen));
        several.then(|| view! {
            <label class="import-choice">"Object mapping" <widgets::Choice options chosen on_choose=choose /></label>
        })
    };
    let plan = report.plan.clone();
    let take = move || {
        workspace.view.import.set(None);
        autosave.open_new(plan.clone());
        workspace.go(Place::Map);
        workspace.announce("Imported");
    };
    view! {
        <div class="import-found">
            <p>{report.summary()}</p>
            {rules}
            {mappings}
            {(!report.notes.is_empty()).then(|| view! {
                <details open=report.notes.len() < 6>
                    <summary>{format!("{} about the file", counted(report.notes.len(), "note"))}</summary>
                    <ul aria-label="Notes about the file">
                        {report.notes.iter().map(|note| view! { <li><code>{note.pointer.clone()}</code> " " {note.text.clone()}</li> }).collect_view()}
                    </ul>
                </details>
            })}
            <p class="muted">"Keep the file: the plan is later merged into it (Export, Compare and merge), so that nothing of your tenant's schema is lost."</p>
            <div class="export-actions">
                <Button kind=ButtonKind::Primary on_press=take>"Open as a plan"</Button>
                <Button on_press=move || workspace.view.import.set(None)>"Cancel"</Button>
            </div>
        </div>
    }
    .into_any()
}
