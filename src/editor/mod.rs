//! A working session on one plan: the plan, its history, and what is selected. Still no browser.

mod command;
mod history;
mod selection;
mod session;

pub use command::{COMMANDS, Command, CommandId, Keys};
pub use history::{History, MAXIMUM_STEPS};
pub use selection::Selection;
pub use session::Session;
