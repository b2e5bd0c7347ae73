//! A file on disk that has the latest state of the plan as well.

use leptos::prelude::*;

use crate::{
    app::{
        services::{Autosave, LinkedFile, storage::linked_files},
        state::{keys_of, use_workspace},
        widgets::{Button, moment},
    },
    editor::CommandId,
    text::sentence,
};

/// The card.
#[component]
pub(super) fn LinkedFileCard() -> impl IntoView {
    let (workspace, autosave) = (use_workspace(), expect_context::<Autosave>());
    let words = move || {
        match autosave.linked_file() {
        LinkedFile::None if linked_files::is_possible() => {
            "Crosswalk can write every save to a file on your disk as well. It is a plan file: a copy that you can open here, and that you can keep in a synchronized folder.".to_owned()
        }
        LinkedFile::None => {
            let keys = keys_of(CommandId::DownloadPlan);
            format!("This browser cannot write to files on your disk. Download the plan ({keys}) when you have worked on it.")
        }
        LinkedFile::Linked { name, written: None } => format!("Every save goes to {name} as well."),
        LinkedFile::Linked { name, written: Some(written) } => {
            format!("Every save goes to {name} as well. It was written {}.", moment(written))
        }
        LinkedFile::Behind { name, reason } => {
            format!("The file {name} does not have the latest state: {}", sentence(&reason))
        }
    }
    };
    let buttons = move || match autosave.linked_file() {
        _ if workspace.read_only.get().is_some() => None,
        LinkedFile::None => linked_files::is_possible()
            .then(|| view! { <Button on_press=move || autosave.link_file()>"Link a file…"</Button> }.into_any()),
        LinkedFile::Linked { .. } => Some(unlink(autosave)),
        LinkedFile::Behind { reason: linked_files::LinkError::Missing, .. } => {
            let choose = move || autosave.link_file();
            Some(view! { <Button on_press=choose>"Link another file…"</Button> {unlink(autosave)} }.into_any())
        }
        LinkedFile::Behind { reason, .. } => {
            let is_forced = reason == linked_files::LinkError::Changed;
            let label = if is_forced { "Overwrite the file" } else { "Write to the file" };
            let write = move || autosave.write_linked_file(is_forced);
            Some(view! { <Button on_press=write>{label}</Button> {unlink(autosave)} }.into_any())
        }
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-file">
            <h2 id="settings-file">"A file on disk"</h2>
            <p role="status">{words}</p>
            <div class="settings-add">{buttons}</div>
        </section>
    }
    .into_any()
}

fn unlink(autosave: Autosave) -> AnyView {
    view! { <Button on_press=move || autosave.unlink_file()>"End the link"</Button> }.into_any()
}
