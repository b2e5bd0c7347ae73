//! Opens a file, picked or dropped: a plan, or a schema to import.

use leptos::{ev, html, prelude::*};

use crate::{
    app::{
        import,
        services::{Autosave, files},
        state::{Notice, Place, Workspace, use_workspace},
        widgets::{Button, Entry, TextLines},
    },
    exchange::plan_file,
};

/// A plan opens at once; anything else may be a schema, which the worker reads.
fn open(workspace: Workspace, autosave: Autosave, name: String, file: web_sys::Blob) {
    files::is_plan(&file.clone(), move |is_plan| {
        if !is_plan {
            return import::begin(workspace, name, file);
        }
        files::read_bytes(file, move |bytes| {
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is no UTF-8".to_owned()));
            match text.and_then(|text| plan_file::read(&text).map_err(|error| error.to_string())) {
                Ok(plan) => {
                    workspace.notice.set(None);
                    autosave.open_new(plan);
                    workspace.go(Place::Map);
                    workspace.announce(format!("Opened {name}"));
                }
                Err(reason) => refuse(workspace, &name, &reason),
            }
        });
    });
}

fn refuse(workspace: Workspace, name: &str, reason: &str) {
    let title = format!("{name} is not a plan that can be opened.");
    let detail = format!("{}. Nothing was changed.", reason.trim_end_matches('.'));
    workspace.notice.set(Some(Notice::error(title, detail)));
}

/// A button for picking, and an area for dropping.
#[component]
pub(super) fn OpenFile() -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let pasted = Entry::form("pasted plan");
    let open_pasted = move || {
        let text = pasted.text_now();
        if !text.trim().is_empty()
            && let Some(file) = files::text_file(&text)
        {
            open(workspace, autosave, "The pasted text".to_owned(), file);
        }
    };
    let first = |files: Option<web_sys::FileList>| files.and_then(|files| files.get(0));
    let picked = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = first(input.files()) {
                open(workspace, autosave, file.name(), file.into());
            }
            // Picking the same file again must be a change again.
            input.set_value("");
        }
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = first(event.data_transfer().and_then(|data| data.files())) {
            open(workspace, autosave, file.name(), file.into());
        }
    };
    view! {
        <div
            class="open-file"
            data-over=move || over.get().then_some("true")
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <input
                type="file"
                id="plan-file"
                class="visually-hidden"
                accept=".json,application/json"
                aria-label="Plan file"
                tabindex="-1"
                node_ref=input
                on:change=picked
            />
            <Button on_press=move || {
                if let Some(input) = input.get_untracked() {
                    input.click();
                }
            }>"Open a file"</Button>
            <p>"or drop it here: a plan (" <code>".crosswalk.json"</code>") or the schema that you downloaded from your tenant."</p>
            <details class="open-pasted">
                <summary>"Paste its text instead"</summary>
                <TextLines entry=pasted rows="5" label="Text of a plan or a schema" />
                <Button on_press=open_pasted>"Open the text"</Button>
            </details>
        </div>
    }
    .into_any()
}
