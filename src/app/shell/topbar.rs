//! The bar at the top of the page.

use leptos::prelude::*;

use super::{plan_name::PlanName, theme_switch::ThemeSwitch};
use crate::app::{
    navigation::{Purpose, use_navigation},
    problems::ProblemPill,
    state::use_workspace,
    widgets::{Button, ButtonKind, Icon, IconName},
};

/// Brand, plan, history, problems, export.
#[component]
pub(super) fn Topbar() -> impl IntoView {
    let workspace = use_workspace();
    view! {
        <header class="topbar">
            <a class="brand" href=use_navigation().link(Purpose::ChoosePlan) title="Starters and saved plans">
                <Icon name=IconName::Brand />
                <span>"Crosswalk"</span>
            </a>
            {move || workspace.is_open.get().then(|| view! { <PlanName /> })}
            <span class="spacer"></span>
            <ThemeSwitch />
            {move || workspace.is_open.get().then(|| view! { <PlanActions /> })}
        </header>
    }
    .into_any()
}

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
