//! The documents about the rehearsal, to take away.

use leptos::prelude::*;

use crate::app::{rehearsal::use_rehearsing, rehearsal_messages::DocumentOffered, widgets::Button};

#[component]
pub(super) fn Documents() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let documents = Memo::new(move |_| rehearsing.offers.with(|(_, documents)| documents.clone()));
    let button = move |DocumentOffered { format, title, about }: DocumentOffered| {
        let label = format!("Download: {title}");
        view! {
            <li>
                <Button label tip=about on_press=move || rehearsing.write(format.clone())>{title}</Button>
            </li>
        }
    };
    view! {
        <section class="rehearsal-take-away">
            <h3>"Take it away"</h3>
            <ul class="rehearsal-documents">{move || documents.get().into_iter().map(button).collect_view()}</ul>
        </section>
    }
    .into_any()
}
