//! "Link": the whole plan in an address.

use leptos::prelude::*;

use crate::{
    app::{
        state::use_workspace,
        widgets::{Check, CopyButton},
    },
    exchange::share_link::{ADVISED, fragment},
    text::{capitalised, counted, sentence},
};

/// The card.
#[component]
pub(super) fn ShareCard() -> impl IntoView {
    let workspace = use_workspace();
    let with_people = RwSignal::new(false);
    let made = Memo::new(move |_| {
        let people = with_people.get();
        workspace.plan.with(|plan| fragment(plan, people)).map_err(|reason| reason.to_string())
    });
    let link = Signal::derive(move || {
        let page = window().location().href().unwrap_or_default();
        let page = page.split('#').next().unwrap_or_default().to_owned();
        made.get().map(|fragment| format!("{page}#{fragment}")).unwrap_or_default()
    });
    let has_people = move || workspace.plan.with(|plan| !plan.people.is_empty());
    let size = move || match made.get() {
        Ok(fragment) if fragment.len() > ADVISED => {
            let size = counted(fragment.len(), "character");
            format!("{size}. Mail and chat programs may cut the link. A file is safer.")
        }
        Ok(fragment) => format!("{}.", counted(fragment.len(), "character")),
        Err(reason) => format!("Crosswalk cannot make a link. {}", capitalised(&sentence(&reason))),
    };
    view! {
        <section class="export-card" aria-labelledby="export-link">
            <h2 id="export-link">"Link"</h2>
            <p>"The link contains the whole plan. Browsers do not send the part after # to a server. Anyone with the link can read the plan."</p>
            {move || has_people().then(|| view! {
                <Check checked=with_people on_change=move |on| with_people.set(on)>"Include the people of the plan"</Check>
            })}
            <div class="export-actions">
                {move || made.with(Result::is_ok).then(|| view! { <CopyButton text=link what="the link" word="Copy the link" /> })}
                <span class="muted">{size}</span>
            </div>
        </section>
    }
    .into_any()
}
