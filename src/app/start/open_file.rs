//! Opens a file that you pick or drop: a plan, or a schema or a table to import.

use leptos::{ev, prelude::*, task::spawn_local};

use crate::{
    app::{
        import::{Import, use_import},
        parts::load_plan_files,
        services::files,
        state::{Notice, Workspace},
        widgets::{Button, DropOnPage, Entry, PickFile, TextLines},
    },
    limits::PLAN_BYTES,
    text::{capitalised, sentence},
};

/// The files that the browser offers first. Any other file can be chosen too.
const ACCEPTED: &str = ".json,.xlsx,.csv,.tsv,.txt,.html,.htm,.md,application/json";

/// A plan opens at once. The worker reads anything else: it may be a schema, and a large one.
fn open(import: Import, name: String, file: web_sys::Blob) {
    let Import { workspace, autosave, .. } = import;
    if files::check_size(&file, PLAN_BYTES).is_err() {
        return import.begin(name, file);
    }
    files::read_bytes(file.clone(), PLAN_BYTES, move |bytes| {
        spawn_local(async move {
            let read = match load_plan_files().await {
                Ok(files) => bytes.map(|bytes| (files.read)(&bytes)),
                Err(reason) => Err(reason.to_string()),
            };
            match read {
                Ok(None) => import.begin(name, file),
                Ok(Some(Ok((plan, notes)))) => {
                    workspace.notice.set(None);
                    autosave.open_new(plan, move || {
                        workspace.tell_notes(&notes);
                        workspace.announce(format!("Opened {name}"));
                    });
                }
                Ok(Some(Err(reason))) | Err(reason) => refuse(workspace, &name, &reason),
            }
        });
    });
}

fn refuse(workspace: Workspace, name: &str, reason: &str) {
    let title = format!("{name} cannot be opened as a plan.");
    let detail = format!("{} Nothing was changed.", capitalised(&sentence(reason)));
    workspace.notice.set(Some(Notice::error(title, detail)));
}

/// A button to pick a file. You can drop one anywhere on the page.
#[component]
pub(super) fn OpenFile() -> impl IntoView {
    let import = use_import();
    let pasted = Entry::form("pasted plan");
    let open_pasted = move || {
        let text = pasted.text_now();
        if !text.trim().is_empty()
            && let Some(file) = files::text_file(&text)
        {
            open(import, "The pasted text".to_owned(), file);
        }
    };
    // Excel and browsers put a table on the clipboard as HTML, which keeps its cells apart, merged ones included.
    let paste_table = move |event: ev::ClipboardEvent| {
        let html = event.clipboard_data().and_then(|data| data.get_data("text/html").ok()).unwrap_or_default();
        if html.to_ascii_lowercase().contains("<table")
            && let Some(file) = files::text_file(&html)
        {
            event.prevent_default();
            import.begin_pasted(file);
        }
    };
    let opened = move |file: web_sys::File| open(import, file.name(), file.into());
    view! {
        <DropOnPage words="Drop the file here to open it" on_file=opened />
        <div class="open-file">
            <PickFile accept=ACCEPTED name="Plan file" label="Open a file" on_file=opened />
            <p>"You can also drop a file anywhere on this page: a plan (" <code>".crosswalk.json"</code>"), the schema that you downloaded from your tenant, or a table of attribute mappings (Excel, CSV, web page, Markdown)."</p>
            <details class="open-pasted" on:paste=paste_table>
                <summary>"Paste its text, or a table from Excel or a web page"</summary>
                <TextLines entry=pasted rows="5" label="Text of a plan, a schema or a table" />
                <Button on_press=open_pasted>"Open the text"</Button>
            </details>
        </div>
    }
    .into_any()
}
