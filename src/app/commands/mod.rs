//! Runs the commands of the list in `editor`: the toolbar, the palette, the keys and the sheet of shortcuts all come here.

mod command_button;
mod palette;
mod shortcut_sheet;

pub use command_button::CommandButton;
pub use palette::Palette;
pub use shortcut_sheet::ShortcutSheet;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    mapping_editor,
    navigation::{Navigation, Purpose},
    problems,
    services::files,
    state::{MapForm, Workspace},
};
use crate::{
    editor::{Command, CommandId, Proposal},
    plan::{AttributeFlowType, Edit, ObjectKind},
};

/// Listens to the keys of the commands.
pub fn listen(workspace: Workspace, navigation: Navigation) {
    let _ = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.alt_key() || !workspace.is_open.get_untracked() {
            return;
        }
        let control = event.ctrl_key() || event.meta_key();
        let Some((command, keys)) = Command::for_keys(&event.key(), control, event.shift_key()) else { return };
        // A single character belongs to the field with the focus, and can be switched off.
        let is_free = workspace.preferences.single_keys.get_untracked() && !is_typing(&event);
        if keys.is_single_character() && !is_free {
            return;
        }
        event.prevent_default();
        run(workspace, navigation, command.id);
    });
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_box = |element: &web_sys::Element| element.get_attribute("type").as_deref() == Some("checkbox");
    element.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_box(&element)
    })
}

/// Whether a command can do something now. Tracks what it depends on.
pub fn is_possible(workspace: Workspace, command: CommandId) -> bool {
    match command {
        CommandId::Undo => workspace.undo_label.with(Option::is_some),
        CommandId::Redo => workspace.redo_label.with(Option::is_some),
        CommandId::AddMapping => {
            let kind = workspace.selection.get().kind;
            workspace.plan.with(|plan| plan.object_mapping(kind).is_some())
        }
        CommandId::DeleteMapping | CommandId::ToggleCreationOnly => workspace.selection.get().mapping.is_some(),
        CommandId::NextProblem | CommandId::PreviousProblem => workspace.problems.with(|all| !all.is_empty()),
        CommandId::FixAllSafe => workspace
            .problems
            .with(|all| workspace.plan.with(|plan| all.iter().any(|one| problems::has_safe_repair(plan, one)))),
        _ => true,
    }
}

/// Runs a command.
pub fn run(workspace: Workspace, navigation: Navigation, command: CommandId) {
    let view = workspace.view;
    let to_map = || navigation.go(Purpose::EditMappings);
    match command {
        CommandId::Undo => workspace.undo(),
        CommandId::Redo => workspace.redo(),
        CommandId::AddMapping => {
            to_map();
            mapping_editor::add(workspace, workspace.selection.get_untracked().kind);
        }
        CommandId::DeleteMapping => {
            if let Some(id) = workspace.selection.get_untracked().mapping {
                mapping_editor::remove(workspace, id);
                files::focus("place");
            }
        }
        CommandId::ToggleCreationOnly => toggle_creation_only(workspace),
        CommandId::FilterAttributes => {
            to_map();
            files::focus("filter-attributes");
        }
        CommandId::ToggleTable => {
            to_map();
            view.map_form.update(|form| {
                *form = if *form == MapForm::Board { MapForm::Table } else { MapForm::Board };
            });
        }
        CommandId::ToggleUnused => {
            to_map();
            view.show_unused.update(|shown| *shown = !*shown);
            let is_shown = view.show_unused.get_untracked();
            workspace.announce(if is_shown { "Unused attributes are shown." } else { "Unused attributes are hidden." });
        }
        CommandId::ToggleKind => {
            to_map();
            let kind = match workspace.selection.get_untracked().kind {
                ObjectKind::User => ObjectKind::Group,
                ObjectKind::Group => ObjectKind::User,
            };
            workspace.select(kind, None);
            workspace.announce(format!("The map shows {}.", kind.plural().to_lowercase()));
        }
        CommandId::NextProblem => problems::step(workspace, navigation, true),
        CommandId::PreviousProblem => problems::step(workspace, navigation, false),
        CommandId::ToggleProblems => problems::toggle(workspace),
        CommandId::FixAllSafe => {
            view.problems_open.set(true);
            view.proposal.set(Some(Proposal::Safe));
        }
        CommandId::DownloadPlan => files::download_plan(workspace),
        CommandId::NextTheme => {
            workspace.preferences.theme.update(|theme| *theme = theme.next());
            workspace.announce(format!("Theme: {}", workspace.preferences.theme.get_untracked().label()));
        }
        CommandId::LargeType => {
            workspace.preferences.large_type.update(|large| *large = !*large);
            let is_large = workspace.preferences.large_type.get_untracked();
            workspace.announce(if is_large { "The type is large." } else { "The type has its usual size." });
        }
        CommandId::Workshop => view.workshop_open.set(true),
        CommandId::Tour => view.tour_open.set(true),
        CommandId::Palette => view.palette_open.set(true),
        CommandId::Shortcuts => view.shortcuts_open.set(true),
        CommandId::Help => view.help_open.set(true),
    }
}

fn toggle_creation_only(workspace: Workspace) {
    let Some(id) = workspace.selection.get_untracked().mapping else { return };
    let Some(mapping) = untrack(|| workspace.mapping(id)) else { return };
    let flow_type = match mapping.flow_type {
        AttributeFlowType::ObjectAddOnly => AttributeFlowType::Always,
        _ => AttributeFlowType::ObjectAddOnly,
    };
    let (target, label) = (mapping.target_attribute, flow_type.label());
    workspace.edit_mapping(id, "Change when the mapping applies", |kind, index| Edit::SetFlowType {
        kind,
        index,
        flow_type,
    });
    workspace.tell(format!("{target}: Apply this mapping is now {label}."));
}
