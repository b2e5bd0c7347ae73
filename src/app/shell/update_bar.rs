//! Says that a newer build is ready. It never reloads by itself.

use leptos::prelude::*;

use crate::{
    app::{
        services::Update,
        state::{SaveState, keys_of, use_workspace},
        widgets::{Button, ButtonKind, Icon, IconName, SeverityMark},
    },
    editor::CommandId,
};

/// The notice, while a newer build is ready.
#[component]
pub(super) fn UpdateBar() -> impl IntoView {
    let update = expect_context::<Update>();
    // The region must exist before its content. Otherwise screen readers do not announce it.
    view! {
        <div role="status" aria-label="Update">
            {move || update.is_ready.get().then(|| view! { <Ready update /> })}
        </div>
    }
    .into_any()
}

#[component]
fn Ready(update: Update) -> impl IntoView {
    let workspace = use_workspace();
    let detail = move || match (update.is_wanted.get(), workspace.save_state.get()) {
        (true, SaveState::Failed(_)) => {
            let keys = keys_of(CommandId::DownloadPlan);
            format!("The plan is not saved. Download it ({keys}), then reload the page.")
        }
        (true, _) => "Your plan is saved first, then the page reloads.".to_owned(),
        _ => "Your plans stay. Files that you opened in Rehearse are needed again.".to_owned(),
    };
    view! {
        <div class="notice-bar" data-severity="advice">
            <SeverityMark severity="advice" />
            <p><b>"Update ready."</b> " " {detail}</p>
            <Button on_press=move || update.is_wanted.set(true)>"Reload with the update"</Button>
            <Button kind=ButtonKind::Icon label="Later" on_press=move || update.is_ready.set(false)>
                <Icon name=IconName::Cross />
            </Button>
        </div>
    }
    .into_any()
}
