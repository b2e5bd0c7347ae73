//! What the top bar shows of an open plan. It loads with the first plan.

use leptos::prelude::*;

use super::{focus_kept::keep_focus, plan_name::PlanName};
use crate::{
    app::{
        commands::{CommandButton, Palette, ShortcutSheet},
        help::HelpDialog,
        navigation::{Purpose, use_navigation},
        parts::{LoadBar, PlanBar, part},
        problems::ProblemPill,
        state::use_workspace,
        widgets::{Button, ButtonKind, IconName},
        workshop::WorkshopDialog,
    },
    editor::CommandId,
};

part!(plan_bar_part: PlanBar = PlanBar {
    name: || view! { <PlanName /> }.into_any(),
    actions: || view! { <PlanActions /> }.into_any(),
    dialogs: || view! { <Palette /> <ShortcutSheet /> <HelpDialog /> <WorkshopDialog /> }.into_any(),
});

/// Loads it.
pub const LOAD_BAR: LoadBar = || Box::pin(async { plan_bar_part().await });

/// History, commands, problems, export.
#[component]
fn PlanActions() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    keep_focus();
    view! {
        <CommandButton command=CommandId::Help icon=IconName::Help />
        <CommandButton command=CommandId::Palette icon=IconName::Command />
        <CommandButton command=CommandId::Undo icon=IconName::Undo detail=workspace.undo_label />
        <CommandButton command=CommandId::Redo icon=IconName::Redo detail=workspace.redo_label />
        <ProblemPill />
        <Button kind=ButtonKind::Primary on_press=move || navigation.go(Purpose::Export)>"Export"</Button>
    }
    .into_any()
}
