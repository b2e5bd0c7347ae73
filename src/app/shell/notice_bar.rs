//! The notice at the top of the page.

use leptos::prelude::*;

use crate::app::{
    services::{Autosave, files},
    state::{Notice, NoticeAction, use_workspace},
    widgets::{Button, ButtonKind, Icon, IconName, SeverityMark},
};

/// The notice, while there is one.
#[component]
pub(super) fn NoticeBar() -> impl IntoView {
    let workspace = use_workspace();
    // The region must exist before its content. Otherwise screen readers do not announce it.
    view! {
        <div role="alert">
            {move || workspace.notice.get().map(|notice| view! { <NoticeView notice /> })}
        </div>
    }
    .into_any()
}

#[component]
fn NoticeView(notice: Notice) -> impl IntoView {
    let workspace = use_workspace();
    let file = notice.file.map(|file| {
        let label = file.label.clone();
        view! {
            <Button on_press=move || files::download(&file.name, "application/json", &file.text)>{label}</Button>
        }
    });
    let autosave = expect_context::<Autosave>();
    let act = move |action: NoticeAction| match action {
        NoticeAction::DownloadPlan => files::download_plan(workspace),
        NoticeAction::SaveNow => autosave.save_now(),
        NoticeAction::TakeOver => autosave.take_over(),
        NoticeAction::WriteFile => {
            workspace.notice.set(None);
            autosave.write_linked_file(false);
        }
    };
    let actions = notice.actions.iter().map(|action| {
        let action = *action;
        view! { <Button on_press=move || act(action)>{action.label()}</Button> }
    });
    view! {
        <div class="notice-bar" data-severity=notice.severity>
            <SeverityMark severity=notice.severity />
            <p><b>{notice.title}</b> " " {notice.detail}</p>
            {file}
            {actions.collect_view()}
            <Button kind=ButtonKind::Icon label="Dismiss" on_press=move || workspace.notice.set(None)>
                <Icon name=IconName::Cross />
            </Button>
        </div>
    }
    .into_any()
}
