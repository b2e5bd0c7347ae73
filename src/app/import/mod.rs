//! Import: a schema from a tenant becomes a plan, once the admin has seen what is in it.

mod report;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

pub use report::{Report, read_report};

use super::{
    parts::load_import,
    services::Autosave,
    state::{Notice, Place, Workspace, use_workspace},
    widgets::{Button, ButtonKind, Dialog},
};
use crate::exchange::graph_schema::Choice;

/// A file that is being imported: its name, its bytes, and what was read with the choice of now.
#[derive(Clone, Debug)]
pub struct Pending {
    name: String,
    bytes: Arc<Vec<u8>>,
    report: Arc<Report>,
}

/// Reads a file as a schema and shows what is in it. What cannot be read is said, and changes nothing.
pub fn begin(workspace: Workspace, name: String, bytes: Vec<u8>) {
    read(workspace, name, Arc::new(bytes), Choice::default());
}

fn read(workspace: Workspace, name: String, bytes: Arc<Vec<u8>>, choice: Choice) {
    spawn_local(async move {
        let read = match load_import().await {
            Ok(read) => read(&bytes, &choice),
            Err(reason) => Err(reason.to_string()),
        };
        match read {
            Ok(report) => {
                workspace.notice.set(None);
                workspace.view.import.set(Some(Pending { name, bytes, report: Arc::new(report) }));
            }
            Err(reason) => {
                let title = format!("{name} cannot be opened.");
                let detail = format!("{}. Nothing was changed.", reason.trim_end_matches('.'));
                workspace.notice.set(Some(Notice::error(title, detail)));
            }
        }
    });
}

/// The dialog, while a file is being imported.
#[component]
pub fn ImportDialog() -> impl IntoView {
    let workspace = use_workspace();
    let pending = workspace.view.import;
    let open = RwSignal::new(false);
    Effect::new(move || open.set(pending.with(Option::is_some)));
    Effect::new(move || {
        if !open.get() && pending.with_untracked(Option::is_some) {
            pending.set(None);
        }
    });
    let title =
        Signal::derive(move || pending.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default());
    view! {
        <Dialog title open>
            {move || pending.get().map(|pending| view! { <Found pending /> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Found(pending: Pending) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let Pending { name, bytes, report } = pending;
    let (rule, mapping) = (report.rule, report.mapping.clone());
    let again = {
        let report = Arc::clone(&report);
        move |rule: usize, mapping: Option<&str>| {
            if let Some(offer) = report.offers.get(rule) {
                read(workspace, name.clone(), Arc::clone(&bytes), offer.choice(mapping));
            }
        }
    };
    let rules = {
        let again = again.clone();
        let names: Vec<_> = report.offers.iter().map(report::rule_name).collect();
        report.has_rules_to_choose().then(|| view! {
            <label class="import-choice">"Synchronization rule"
                <select on:change=move |event| again(event_target_value(&event).parse().unwrap_or_default(), None)>
                    {names.into_iter().enumerate().map(|(index, name)| view! { <option value=index.to_string() selected=index == rule>{name}</option> }).collect_view()}
                </select>
            </label>
        })
    };
    let mappings = {
        let all = report.offers.get(rule).map(|offer| offer.mappings.clone()).unwrap_or_default();
        let several = report::has_alternatives(&all);
        several.then(|| view! {
            <label class="import-choice">"Object mapping"
                <select on:change=move |event| again(rule, Some(&event_target_value(&event)))>
                    {all.into_iter().map(|(name, kind, enabled)| {
                        let words = format!("{name} ({}{})", kind.plural(), if enabled { "" } else { ", not enabled" });
                        let selected = mapping.as_deref() == Some(&name);
                        view! { <option value=name selected=selected>{words}</option> }
                    }).collect_view()}
                </select>
            </label>
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
                    <summary>{format!("{} {} about the file", report.notes.len(), if report.notes.len() == 1 { "note" } else { "notes" })}</summary>
                    <ul aria-label="Notes about the file">
                        {report.notes.iter().map(|(place, text)| view! { <li><code>{place.clone()}</code> " " {text.clone()}</li> }).collect_view()}
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
