//! Keys that work everywhere, from the list of commands.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    app::{
        navigation::{Navigation, Purpose},
        problems,
        services::files,
        state::{MapForm, Workspace},
    },
    editor::{Command, CommandId},
};

pub(super) fn listen(workspace: Workspace, navigation: Navigation) {
    let _ = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.alt_key() {
            return;
        }
        let control = event.ctrl_key() || event.meta_key();
        let Some(command) = Command::for_keys(&event.key(), control, event.shift_key()) else { return };
        // A plain letter belongs to the field with the focus.
        if !control && event.key().chars().count() == 1 && is_typing(&event) {
            return;
        }
        if workspace.is_open.get_untracked() {
            event.prevent_default();
            run(workspace, navigation, command.id);
        }
    });
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Runs a command.
fn run(workspace: Workspace, navigation: Navigation, command: CommandId) {
    match command {
        CommandId::Undo => workspace.undo(),
        CommandId::Redo => workspace.redo(),
        CommandId::NextProblem => problems::step(workspace, navigation, true),
        CommandId::PreviousProblem => problems::step(workspace, navigation, false),
        CommandId::DownloadPlan => files::download_plan(workspace),
        CommandId::FilterAttributes => {
            navigation.go(Purpose::EditMappings);
            files::focus("filter-attributes");
        }
        CommandId::ToggleTable => workspace.view.map_form.update(|form| {
            *form = if *form == MapForm::Board { MapForm::Table } else { MapForm::Board };
        }),
    }
}
