//! A button that runs a command of the list.

use leptos::prelude::*;

use super::{is_possible, run};
use crate::{
    app::{
        navigation::use_navigation,
        state::{keys_of, use_workspace},
        widgets::{Button, ButtonKind, Icon, IconName},
    },
    editor::{Command, CommandId},
};

/// A button with the icon, the words and the keys of a command. It is disabled while the command can do nothing.
#[component]
pub fn CommandButton(
    command: CommandId,
    icon: IconName,
    /// What the command would do now, for example the step that it undoes.
    #[prop(optional, into)]
    detail: Signal<Option<String>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let words = Command::of(command).map_or("", |facts| facts.label);
    let keys = Some(keys_of(command)).filter(|keys| !keys.is_empty()).map(|keys| format!(" ({keys})"));
    let keys = keys.unwrap_or_default();
    let label = Signal::derive(move || match detail.get() {
        Some(detail) => format!("{words}: {detail}{keys}"),
        None => format!("{words}{keys}"),
    });
    view! {
        <Button
            kind=ButtonKind::Icon
            label
            disabled=Signal::derive(move || !is_possible(workspace, command))
            on_press=move || run(workspace, navigation, command)
        >
            <Icon name=icon />
        </Button>
    }
    .into_any()
}
