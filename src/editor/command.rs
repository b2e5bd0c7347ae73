//! The list of commands for the toolbar, the palette, the keyboard and the sheet of shortcuts. A key and a button use the
//! same command.

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

/// A key with its modifiers. On a Mac, `control` is the Command key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The name of the key in the browser, in lower case.
    pub key: &'static str,
    /// Control, or Command on a Mac.
    pub control: bool,
    /// Shift.
    pub shift: bool,
}

impl Keys {
    const fn plain(key: &'static str) -> Self {
        Self { key, control: false, shift: false }
    }

    const fn control(key: &'static str) -> Self {
        Self { key, control: true, shift: false }
    }

    const fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Whether it is one character without a modifier. Speech input can press such a key by accident, so it can be
    /// switched off (WCAG 2.1.4).
    pub fn is_single_character(self) -> bool {
        !self.control && self.key.chars().count() == 1
    }

    fn is_pressed(self, key: &str, control: bool, shift: bool) -> bool {
        // Some keyboards need Shift for a sign such as "/" or "?".
        let is_sign = self.key.chars().count() == 1 && !self.key.chars().all(char::is_alphanumeric);
        self.key == key && self.control == control && (is_sign || self.shift == shift)
    }

    /// The text in a tooltip, for example "Ctrl+Shift+Z", or "⇧⌘Z" on a Mac.
    pub fn label(self, is_mac: bool) -> String {
        let (control, shift) = if is_mac { ("⌘", "⇧") } else { ("Ctrl+", "Shift+") };
        let mut label = String::new();
        // A Mac names Command last.
        let modifiers = [(self.control, control), (self.shift, shift)];
        let order: [usize; 2] = if is_mac { [1, 0] } else { [0, 1] };
        for (is_held, name) in order.into_iter().filter_map(|at| modifiers.get(at)) {
            if *is_held {
                label.push_str(name);
            }
        }
        label.push_str(&self.key.to_uppercase());
        label
    }
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

/// The keys that work in one place of the screen alone: the place, the keys, what they do.
pub const LOCAL_KEYS: &[(&str, &str, &str)] = &[
    ("Board", "↑ ↓", "Move in a column"),
    ("Board", "← →", "Go to the other end of a mapping"),
    ("Board", "Enter", "Pick an attribute, then its other end"),
    ("Board", "Delete", "Delete the mapping of a target attribute"),
    ("Board", "Esc", "Cancel"),
    ("Table", "↑ ↓", "Move between rows"),
    ("Table", "Enter or F2", "Edit the mapping"),
    ("Table", "Alt+↑ ↓", "Move the row"),
    ("Table", "Delete", "Delete the mapping"),
    ("Workshop", "← →", "Go to the previous or the next step"),
    ("Expression", "Ctrl+Space", "Propose attributes and functions"),
    ("Expression", "F1", "Explain the function"),
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
                assert_eq!(found, Some(command.id), "{}", keys.label(false));
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
    fn keys_have_the_names_of_the_system() {
        let (redo, _) = Command::for_keys("z", true, true).unwrap();
        assert_eq!(redo.keys[1].label(false), "Ctrl+Shift+Z");
        assert_eq!(redo.keys[1].label(true), "⇧⌘Z");
    }

    #[test]
    fn a_command_is_found_by_words_in_any_order() {
        assert!(fits("Switch between board and table", "table switch"));
        assert!(fits("Undo", ""));
        assert!(!fits("Undo", "redo"));
    }
}
