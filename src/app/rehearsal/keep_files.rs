//! Whether this browser stores a copy of the files. It does not, unless you ask.

use leptos::prelude::*;

use super::use_rehearsing;
use crate::app::widgets::{Button, Check};

#[component]
pub(super) fn KeepFiles() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let stored = rehearsing.is_stored;
    let keep = move |wanted: bool| if wanted { rehearsing.store() } else { rehearsing.delete_stored() };
    view! {
        <Check checked=stored on_change=keep>"Keep these files in this browser"</Check>
        {move || stored.get().then(|| view! {
            <Button on_press=move || rehearsing.delete_stored()>"Delete the stored copy"</Button>
        })}
    }
    .into_any()
}
