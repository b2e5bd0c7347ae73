//! What an imported schema contains, with the choices that you have.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Blob;

use super::{Import, read};
use crate::{
    app::widgets::{self, Button, ButtonKind},
    catalog::profile_signs,
    exchange::graph_schema::{ImportOption, ImportReport, LeftOut, Note},
    plan::Plan,
    text::counted,
};

/// The report, with the choice of a rule, an object mapping and an application.
pub(super) fn view(import: Import, name: &str, file: &Blob, report: &Arc<ImportReport>) -> AnyView {
    let (name, file) = (name.to_owned(), file.clone());
    let Import { workspace, autosave, pending, .. } = import;
    let choices = move |label: &'static str, offered: Vec<ImportOption>| {
        let (name, file) = (name.clone(), file.clone());
        let option = |(at, one): (usize, &ImportOption)| (at.to_string(), one.words.clone());
        let options: Vec<_> = offered.iter().enumerate().map(option).collect();
        let taken = offered.iter().position(|one| one.is_taken).unwrap_or_default();
        (!offered.is_empty()).then(|| {
            let choose = move |chosen: String| {
                if let Some(option) = chosen.parse().ok().and_then(|at: usize| offered.get(at)) {
                    read(import, name.clone(), file.clone(), option.choice.clone());
                }
            };
            view! {
                <label class="import-choice">{label} " " <widgets::Choice options chosen=taken.to_string() on_choose=choose /></label>
            }
        })
    };
    let rules = choices("Synchronization rule", report.rules());
    let mappings = choices("Object mapping", report.object_mappings());
    let plan = report.plan.clone();
    let profile = RwSignal::new(plan.target_profile.to_string());
    let profiles: Vec<_> = profile_signs().iter().map(|one| (one.id.to_owned(), one.name.to_owned())).collect();
    let take = move || {
        pending.set(None);
        let target_profile = profile.get_untracked().as_str().into();
        autosave.open_new(Plan { target_profile, ..plan.clone() }, move || workspace.announce("Imported"));
    };
    view! {
        <div class="import-found">
            <p>{report.summary()}</p>
            {rules}
            {mappings}
            <label class="import-choice">"Application " <widgets::Choice options=profiles chosen=profile on_choose=move |id| profile.set(id) /></label>
            {(!report.notes.is_empty()).then(|| view! {
                <details open=report.notes.len() < 6>
                    <summary>{format!("{} about the file", counted(report.notes.len(), "note"))}</summary>
                    <ul aria-label="Notes about the file">
                        {report.notes.iter().map(|note| view! { <li><code>{note.pointer.clone()}</code> " " {note_words(note)}</li> }).collect_view()}
                    </ul>
                </details>
            })}
            <p class="muted">"Keep the file. You later merge the plan into it (Export, Compare and merge), so that nothing in your tenant's schema is lost."</p>
            <div class="export-actions">
                <Button kind=ButtonKind::Primary on_press=take>"Open as a plan"</Button>
                <Button on_press=move || pending.set(None)>"Cancel"</Button>
            </div>
        </div>
    }
    .into_any()
}

/// A note, with the way to import what was left out.
fn note_words(note: &Note) -> String {
    match note.choice {
        None => note.text.clone(),
        Some(LeftOut::Schema | LeftOut::Rule) => {
            format!("{}. To import it, choose its synchronization rule.", note.text)
        }
        Some(LeftOut::ObjectMapping) => format!("{}. To import it, choose the object mapping.", note.text),
    }
}
