//! The list of commands for the toolbar, the palette, the keyboard and the sheet of shortcuts. A key and a button use the
//! same command.

use super::keys::{Keys, Modifier};

/// A command that works everywhere in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandId {
    /// Undoes the last step.
    Undo,
    /// Redoes the last undone step.
    Redo,
    /// Adds a mapping and opens it.
    AddMapping,
    /// Deletes the mapping in the form.
    DeleteMapping,
    /// Switches the mapping in the form between "Always" and "Only during object creation".
    ToggleCreationOnly,
    /// Moves the focus to the filter field.
    FilterAttributes,
    /// Switches between board and table.
    ToggleTable,
    /// Shows or hides attributes that no mapping uses.
    ToggleUnused,
    /// Switches between users and groups.
    ToggleKind,
    /// Goes to the next problem.
    NextProblem,
    /// Goes to the previous problem.
    PreviousProblem,
    /// Shows or hides the list of problems.
    ToggleProblems,
    /// Shows the safe repairs, to make them all.
    FixAllSafe,
    /// Downloads the plan as a file.
    DownloadPlan,
    /// Switches the theme.
    NextTheme,
    /// Switches between the usual and a large type.
    LargeType,
    /// Presents the guide in a workshop.
    Workshop,
    /// Starts the tour.
    Tour,
    /// Opens the palette of commands.
    Palette,
    /// Opens the sheet of shortcuts.
    Shortcuts,
    /// Opens the help of the place.
    Help,
}

/// The groups of the sheet of shortcuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandGroup {
    /// Changes of the plan.
    Edit,
    /// What the map shows.
    Map,
    /// Problems.
    Problems,
    /// Everything else.
    General,
}

impl CommandGroup {
    all_variants! {
        /// The order of the sheet.
        pub General, Edit, Map, Problems
    }

    /// The heading.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Edit => "Edit the plan",
            Self::Map => "Map",
            Self::Problems => "Problems",
            Self::General => "Everywhere",
        }
    }
}

/// A command with its words and keys.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its id.
    pub id: CommandId,
    /// Its words, as on a button.
    pub label: &'static str,
    /// Where the sheet of shortcuts shows it.
    pub group: CommandGroup,
    /// The keys that run it. The first one is shown.
    pub keys: &'static [Keys],
}

const fn command(id: CommandId, group: CommandGroup, label: &'static str, keys: &'static [Keys]) -> Command {
    Command { id, label, group, keys }
}

/// All commands.
pub const COMMANDS: &[Command] = &[
    command(CommandId::Palette, CommandGroup::General, "Find a command", &[Keys::control("k")]),
    command(
        CommandId::Shortcuts,
        CommandGroup::General,
        "Show the keyboard shortcuts",
        &[Keys::plain("?"), Keys::control("/")],
    ),
    command(CommandId::Help, CommandGroup::General, "Help for this place", &[Keys::plain("f1")]),
    command(CommandId::DownloadPlan, CommandGroup::General, "Download the plan", &[Keys::control("s")]),
    command(CommandId::NextTheme, CommandGroup::General, "Switch the theme", &[]),
    command(CommandId::LargeType, CommandGroup::General, "Switch between usual and large type", &[]),
    command(CommandId::Workshop, CommandGroup::General, "Present the guide in a workshop", &[Keys::plain("f9")]),
    command(CommandId::Tour, CommandGroup::General, "Take the tour of two minutes", &[]),
    command(CommandId::Undo, CommandGroup::Edit, "Undo", &[Keys::control("z")]),
    command(CommandId::Redo, CommandGroup::Edit, "Redo", &[Keys::control("y"), Keys::control("z").with_shift()]),
    command(CommandId::AddMapping, CommandGroup::Edit, "Add mapping", &[]),
    command(CommandId::DeleteMapping, CommandGroup::Edit, "Delete mapping", &[]),
    command(
        CommandId::ToggleCreationOnly,
        CommandGroup::Edit,
        "Switch between Always and Only during object creation",
        &[],
    ),
    command(CommandId::FilterAttributes, CommandGroup::Map, "Filter attributes", &[Keys::plain("/")]),
    command(CommandId::ToggleTable, CommandGroup::Map, "Switch between board and table", &[Keys::control("b")]),
    command(CommandId::ToggleUnused, CommandGroup::Map, "Show or hide unused attributes", &[]),
    command(CommandId::ToggleKind, CommandGroup::Map, "Switch between users and groups", &[]),
    command(CommandId::NextProblem, CommandGroup::Problems, "Next problem", &[Keys::plain("f8")]),
    command(CommandId::PreviousProblem, CommandGroup::Problems, "Previous problem", &[Keys::plain("f8").with_shift()]),
    command(CommandId::ToggleProblems, CommandGroup::Problems, "Show or hide the problems", &[]),
    command(CommandId::FixAllSafe, CommandGroup::Problems, "Fix all safe…", &[]),
];

/// Keys that work in one place of the screen alone.
#[derive(Clone, Copy, Debug)]
pub struct LocalKeys {
    /// The place.
    pub place: &'static str,
    /// What is held.
    pub modifiers: &'static [Modifier],
    /// What is pressed.
    pub key: &'static str,
    /// What the keys do.
    pub label: &'static str,
}

const fn local(
    place: &'static str,
    modifiers: &'static [Modifier],
    key: &'static str,
    label: &'static str,
) -> LocalKeys {
    LocalKeys { place, modifiers, key, label }
}

/// The keys of the places.
pub const LOCAL_KEYS: &[LocalKeys] = &[
    local("Board", &[], "↑ ↓", "Move in a column"),
    local("Board", &[], "← →", "Go to the other end of a mapping"),
    local("Board", &[], "Enter", "Pick an attribute, then its other end"),
    local("Board", &[], "Delete", "Delete the mapping of a target attribute"),
    local("Board", &[], "Esc", "Cancel"),
    local("Table", &[], "↑ ↓", "Move between rows"),
    local("Table", &[], "Enter or F2", "Edit the mapping"),
    local("Table", &[Modifier::Alt], "↑ ↓", "Move the row"),
    local("Table", &[], "Delete", "Delete the mapping"),
    local("Workshop", &[], "← →", "Go to the previous or the next step"),
    local("Expression", &[Modifier::Control], "Space", "Propose attributes and functions"),
    local("Expression", &[], "F1", "Explain the function"),
];

impl Command {
    /// The command of a key press, with the keys that were pressed.
    pub fn for_keys(key: &str, control: bool, shift: bool) -> Option<(&'static Self, Keys)> {
        let key = key.to_lowercase();
        COMMANDS.iter().find_map(|command| {
            let keys = command.keys.iter().find(|keys| keys.is_pressed(&key, control, shift))?;
            Some((command, *keys))
        })
    }

    /// A command by its id.
    pub fn of(id: CommandId) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.id == id)
    }
}

/// Whether a text fits what somebody looks for: it has every word, in any order and case.
pub fn fits(text: &str, wanted: &str) -> bool {
    let text = text.to_lowercase();
    wanted.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_runs_one_command() {
        for command in COMMANDS {
            for keys in command.keys {
                let found = Command::for_keys(keys.key, keys.control, keys.shift).map(|(found, _)| found.id);
                assert_eq!(found, Some(command.id), "{}", keys.key);
            }
            assert_eq!(Command::of(command.id).map(|found| found.label), Some(command.label));
        }
        assert_eq!(Command::for_keys("Z", true, true).map(|(found, _)| found.id), Some(CommandId::Redo));
    }

    #[test]
    fn a_sign_runs_its_command_with_and_without_shift() {
        for shift in [false, true] {
            assert_eq!(Command::for_keys("/", false, shift).map(|(one, _)| one.id), Some(CommandId::FilterAttributes));
            let (found, keys) = Command::for_keys("?", false, shift).unwrap();
            assert_eq!((found.id, keys.is_single_character()), (CommandId::Shortcuts, true));
        }
    }

    #[test]
    fn a_command_is_found_by_words_in_any_order() {
        assert!(fits("Switch between board and table", "table switch"));
        assert!(fits("Undo", ""));
        assert!(!fits("Undo", "redo"));
    }
}
