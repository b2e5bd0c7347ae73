//! The revisions of the open plan, and whether the browser keeps them.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        revisions::Revisions,
        services::Autosave,
        state::{keys_of, use_workspace},
    },
    editor::CommandId,
};

/// The card.
#[component]
pub(super) fn RevisionsCard() -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    // A conflict gives the open plan another name in the storage.
    let id = Memo::new(move |_| {
        workspace.save_state.track();
        autosave.plan_id()
    });
    let kept = RwSignal::new(None::<bool>);
    spawn_local(async move {
        kept.try_set(autosave.is_persisted().await);
    });
    let words = move || match kept.get() {
        Some(true) => "The browser keeps your plans until you delete them or the data of this site.".to_owned(),
        Some(false) => format!(
            "The browser may delete your plans if the disk is full, or if you do not visit this page for a long time. Download plans that you need ({}).",
            keys_of(CommandId::DownloadPlan)
        ),
        None => format!(
            "This browser does not say how long it keeps your plans. Download plans that you need ({}).",
            keys_of(CommandId::DownloadPlan)
        ),
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-revisions">
            <h2 id="settings-revisions">"Revisions"</h2>
            <p>"Every save of this plan. Restore one, or compare it with the latest one. " {words}</p>
            {move || id.get().map(|id| view! { <Revisions id /> })}
        </section>
    }
    .into_any()
}
