//! A working session on one plan: the plan, its history, what is selected, and how it is saved. Still no browser.

mod command;
mod draft;
mod history;
pub mod saving;
mod selection;
mod session;
mod source_type;

pub use command::{COMMANDS, Command, CommandId, Keys};
pub use draft::{Draft, Drafts};
pub use history::{History, MAXIMUM_STEPS};
pub use saving::SaveState;
pub use selection::Selection;
pub use session::Session;
pub use source_type::converted;
