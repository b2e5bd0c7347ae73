//! The list of commands for the toolbar, the menus and the keyboard. A key and a button use the same command.

/// A command that works everywhere in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandId {
    /// Undoes the last step.
    Undo,
    /// Redoes the last undone step.
    Redo,
    /// Goes to the next problem.
    NextProblem,
    /// Goes to the previous problem.
    PreviousProblem,
    /// Downloads the plan as a file.
    DownloadPlan,
    /// Moves the focus to the filter field.
    FilterAttributes,
    /// Switches between board and table.
    ToggleTable,
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

    /// The text in a tooltip, for example "Ctrl+Shift+Z".
    pub fn label(self) -> String {
        let mut label = String::new();
        if self.control {
            label.push_str("Ctrl+");
        }
        if self.shift {
            label.push_str("Shift+");
        }
        label.push_str(&self.key.to_uppercase());
        label
    }
}

/// A command with its words and keys.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its id.
    pub id: CommandId,
    /// The label of its button.
    pub label: &'static str,
    /// The keys that run it. The first one is shown.
    pub keys: &'static [Keys],
}

/// All commands.
pub const COMMANDS: &[Command] = &[
    Command { id: CommandId::Undo, label: "Undo", keys: &[Keys::control("z")] },
    Command { id: CommandId::Redo, label: "Redo", keys: &[Keys::control("y"), Keys::control("z").with_shift()] },
    Command { id: CommandId::NextProblem, label: "Next problem", keys: &[Keys::plain("f8")] },
    Command { id: CommandId::PreviousProblem, label: "Previous problem", keys: &[Keys::plain("f8").with_shift()] },
    Command { id: CommandId::DownloadPlan, label: "Download the plan", keys: &[Keys::control("s")] },
    Command { id: CommandId::FilterAttributes, label: "Filter attributes", keys: &[Keys::plain("/")] },
    Command { id: CommandId::ToggleTable, label: "Board or table", keys: &[Keys::control("b")] },
];

impl Command {
    /// The command of a key press.
    pub fn for_keys(key: &str, control: bool, shift: bool) -> Option<&'static Self> {
        let key = key.to_lowercase();
        COMMANDS.iter().find(|command| {
            command.keys.iter().any(|keys| keys.key == key && keys.control == control && keys.shift == shift)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_runs_one_command() {
        for command in COMMANDS {
            for keys in command.keys {
                let found = Command::for_keys(keys.key, keys.control, keys.shift).map(|found| found.id);
                assert_eq!(found, Some(command.id), "{}", keys.label());
            }
        }
        assert_eq!(Command::for_keys("Z", true, true).map(|found| found.id), Some(CommandId::Redo));
    }
}
