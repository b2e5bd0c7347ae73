//! How the keyboard of this system names keys.

use leptos::prelude::*;

use crate::editor::{Command, CommandId, Keyboard};

/// The keyboard in use, as far as the browser says.
pub fn keyboard() -> Keyboard {
    let is_mac = window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"));
    if is_mac { Keyboard::Mac } else { Keyboard::Other }
}

/// The keys of a command in words; the empty text if it has none.
pub fn keys_of(command: CommandId) -> String {
    let keys = Command::of(command).and_then(|command| command.keys.first());
    keys.map(|keys| keys.label(keyboard())).unwrap_or_default()
}
