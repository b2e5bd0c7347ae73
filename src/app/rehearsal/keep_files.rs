//! Whether this browser stores a copy of the files. It does not, unless you ask.

use leptos::prelude::*;

use super::use_rehearsing;
use crate::app::widgets::{Button, Check};

#[component]
pub(super) fn KeepFiles() -> impl IntoView {
    let rehearsing = use_rehearsing();
    move || {
        if rehearsing.is_stored.get() {
            view! {
                <span class="muted">"A copy of the files is stored in this browser."</span>
                <Button on_press=move || rehearsing.delete_stored()>"Delete the stored copy"</Button>
            }
            .into_any()
        } else {
            view! { <Check checked=rehearsing.is_stored on_change=move |_| rehearsing.store()>"Keep these files in this browser"</Check> }
                .into_any()
        }
    }
}
