//! What the top bar shows of an open plan. It loads with the first plan.

use leptos::prelude::*;

use super::plan_name::PlanName;
use crate::app::{
    navigation::{Purpose, use_navigation},
    parts::{LoadBar, PlanBar, part},
    problems::ProblemPill,
    state::use_workspace,
    widgets::{Button, ButtonKind, Icon, IconName},
};

part!(plan_bar_part: PlanBar = PlanBar {
    name: || view! { <PlanName /> }.into_any(),
    actions: || view! { <PlanActions /> }.into_any(),
});

/// Loads it.
pub const LOAD_BAR: LoadBar = || Box::pin(async { plan_bar_part().await });

/// History, problems, export.
#[component]
fn PlanActions() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let name = |word: &'static str, keys: &'static str, label: Memo<Option<String>>| {
        Signal::derive(move || match label.get() {
            Some(label) => format!("{word}: {label} ({keys})"),
            None => word.to_owned(),
        })
    };
    let undo = workspace.undo_label;
    let redo = workspace.redo_label;
    view! {
        <Button
            kind=ButtonKind::Icon
            label=name("Undo", "Ctrl+Z", undo)
            disabled=Signal::derive(move || undo.with(Option::is_none))
            on_press=move || workspace.undo()
        >
            <Icon name=IconName::Undo />
        </Button>
        <Button
            kind=ButtonKind::Icon
            label=name("Redo", "Ctrl+Y", redo)
            disabled=Signal::derive(move || redo.with(Option::is_none))
            on_press=move || workspace.redo()
        >
            <Icon name=IconName::Redo />
        </Button>
        <ProblemPill />
        <Button kind=ButtonKind::Primary on_press=move || navigation.go(Purpose::Export)>"Export"</Button>
    }
    .into_any()
}
