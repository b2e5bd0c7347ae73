//! The two files with what you can do with them, and why a file cannot be used.

use leptos::prelude::*;

use super::{
    drop_area::PickFile,
    files::{FileFault, OpenFile},
    use_rehearsing,
};
use crate::{
    app::{
        navigation::{Purpose, use_navigation},
        rehearsal_messages::Belongs,
        widgets::{Button, ButtonKind, Icon, IconName, SeverityMark},
    },
    directory::people_file::Side,
    text::{capitalised, counted, sentence},
};

/// The files, once people are there.
#[component]
pub(super) fn FileBar() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let has_people = Memo::new(move |_| rehearsing.files.has_people());
    move || {
        has_people.get().then(|| {
            view! {
                <div class="rehearsal-files">
                    <FileEntry side=Side::People />
                    <FileEntry side=Side::Target />
                <span class="spacer"></span>
                <super::keep_files::KeepFiles />
                </div>
            }
        })
    }
}

#[component]
fn FileEntry(side: Side) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let open = rehearsing.files.of(side);
    let (heading, pick) = match side {
        Side::People => ("People", "Open people…"),
        Side::Target => ("Existing users", "Open existing users…"),
    };
    let shown = move |OpenFile { name, read }: OpenFile| {
        let count = counted(read.rows, if side == Side::People { "person" } else { "user" });
        let remove = format!("Remove {name}");
        view! {
            <span class="rehearsal-file-name">
                <b>{name}</b>
                <small>{format!("{count} · {}", read.form)}</small>
            </span>
            {(!read.columns.is_empty()).then(|| view! {
                <Button kind=ButtonKind::Quiet on_press=move || rehearsing.show_columns(side)>"Columns…"</Button>
            })}
            <PickFile side label="Replace…" kind=ButtonKind::Quiet />
            <Button kind=ButtonKind::Icon label=remove on_press=move || rehearsing.forget(side)><Icon name=IconName::Cross /></Button>
        }
        .into_any()
    };
    view! {
        <div class="rehearsal-file" role="group" aria-label=heading>
            <Icon name=if side == Side::People { IconName::People } else { IconName::File } />
            {move || match open.get() {
                Some(file) => shown(file),
                None => view! { <PickFile side label=pick /> <small>"optional"</small> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

/// Why a file cannot be used, with the way to where it belongs.
#[component]
pub(super) fn Fault() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let fault = rehearsing.files.fault;
    // The region must exist before its content. Otherwise screen readers do not announce it.
    view! {
        <div role="alert">
            {move || fault.get().map(|fault| view! { <FaultView fault /> })}
        </div>
    }
    .into_any()
}

#[component]
fn FaultView(fault: FileFault) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let navigation = use_navigation();
    let FileFault { side, handle, refusal } = fault;
    let go = |label: &'static str, purpose: Purpose| {
        view! { <Button on_press=move || navigation.go(purpose)>{label}</Button> }.into_any()
    };
    let file = StoredValue::new_local(handle.clone());
    let button = refusal.belongs.map(|belongs| match belongs {
        Belongs::OtherSide => {
            let (label, other) = match side {
                Side::People => ("Open it as existing users", Side::Target),
                Side::Target => ("Open it as people", Side::People),
            };
            let open = move || {
                let handle = file.get_value();
                rehearsing.open(other, handle.name, handle.file);
            };
            view! { <Button on_press=open>{label}</Button> }.into_any()
        }
        Belongs::Start => go("Go to the start page", Purpose::ChoosePlan),
        Belongs::Settings => go("Go to Settings", Purpose::EditSettings),
        Belongs::Preview => go("Go to Preview", Purpose::Preview),
    });
    view! {
        <div class="notice-bar" data-severity="error">
            <SeverityMark severity="error" />
            <p><b>{format!("{} cannot be used.", handle.name)}</b> " " {capitalised(&sentence(&refusal.reason))} " Nothing was changed."</p>
            {button}
            <Button kind=ButtonKind::Icon label="Dismiss" on_press=move || rehearsing.files.fault.set(None)><Icon name=IconName::Cross /></Button>
        </div>
    }
    .into_any()
}
