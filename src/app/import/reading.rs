//! The progress of reading a file, with a button to cancel.

use leptos::prelude::*;

use crate::app::{
    widgets::{Button, ButtonKind},
    worker_messages::Progress,
};

/// Megabytes, to one digit. Whole numbers do, and formatting others would be code of the first visit.
fn megabytes(bytes: usize) -> String {
    // In u64, so that ten times a large file fits.
    let tenths = bytes as u64 * 10 / 1_048_576;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A bar, its words, and Cancel.
#[component]
pub fn ReadingView(progress: RwSignal<Progress>, #[prop(into)] on_cancel: Callback<()>) -> impl IntoView {
    let words = move || match progress.get() {
        Progress { of: 0, .. } => "Opening the file".to_owned(),
        Progress { read, of } if read < of => format!("Read {} of {} MB", megabytes(read), megabytes(of)),
        Progress { of, .. } => format!("Read all {} MB. Making the plan", megabytes(of)),
    };
    view! {
        <div class="import-reading">
            <progress aria-label="Bytes read" max=move || progress.get().of.max(1).to_string() value=move || progress.get().read.to_string()></progress>
            <p>{words}</p>
            <Button kind=ButtonKind::Plain on_press=on_cancel>"Cancel"</Button>
        </div>
    }
    .into_any()
}
