//! A SCIM application's description of its attributes, before it becomes part of a plan.

use std::sync::Arc;

use leptos::prelude::*;

use super::Import;
use crate::{
    app::{
        navigation::Purpose,
        widgets::{Button, ButtonKind},
    },
    exchange::scim_schemas::Described,
    text::counted,
};

/// What the description holds, and where it can go.
pub(super) fn view(import: Import, described: &Arc<Described>) -> AnyView {
    let Import { workspace, navigation, autosave, pending } = import;
    let (for_new, for_open) = (Arc::clone(described), Arc::clone(described));
    let description = described.description.clone();
    let take_new = move || {
        pending.set(None);
        autosave.open_new(for_new.plan.clone(), move || workspace.announce("Imported"));
    };
    let take_open = move || {
        pending.set(None);
        let Some(engine) = workspace.engine.get_untracked() else { return };
        let edits = workspace.plan.with_untracked(|plan| (engine.describe)(plan, &for_open.description));
        workspace.dispatch(edits, "Read the application's attributes", None);
        navigation.go(Purpose::EditSettings);
        workspace.tell(for_open.description.summary());
    };
    let is_open = move || workspace.is_open.get() && workspace.engine.with(Option::is_some);
    view! {
        <div class="import-found">
            <p>"This is a SCIM application's answer to /Schemas. " {description.summary()}</p>
            {(!description.notes.is_empty()).then(|| view! {
                <details open=description.notes.len() < 6>
                    <summary>{format!("{} about the file", counted(description.notes.len(), "note"))}</summary>
                    <ul aria-label="Notes about the file">
                        {description.notes.iter().map(|note| view! { <li><code>{note.pointer.clone()}</code> " " {note.text.clone()}</li> }).collect_view()}
                    </ul>
                </details>
            })}
            <p class="muted">"A new plan begins with Entra's default rows. In the open plan, only the description of the attributes changes, and the application if it cannot have one."</p>
            <div class="export-actions">
                <Button kind=ButtonKind::Primary on_press=take_new>"Open as a new plan"</Button>
                {move || is_open().then(|| {
                    let take_open = take_open.clone();
                    view! { <Button on_press=take_open>"Add to the open plan"</Button> }
                })}
                <Button on_press=move || pending.set(None)>"Cancel"</Button>
            </div>
        </div>
    }
    .into_any()
}
