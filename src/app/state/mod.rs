//! The reactive face of the session: what the screen reads, and the few ways to change it. It knows no place and no view.
//!
//! There are three states with three owners: the plan (it has a history and is saved), the view (selection and open
//! panels), and the preferences (the theme, which the browser keeps).

mod application;
mod engine;
mod keyboard;
mod last_change;
mod lifetime;
mod named_person;
mod notice;
mod preferences;
mod read_only;
mod view_state;
mod visitor;
mod workspace;

pub use application::Application;
pub use engine::Engine;
pub use keyboard::{keyboard, keys_of};
pub use last_change::LastChange;
pub use lifetime::{AppLifetime, for_the_app};
pub use named_person::{NamedPerson, PersonKey};
pub use notice::{Notice, NoticeAction, NoticeFile};
pub use preferences::{Preferences, Theme};
pub use read_only::ReadOnly;
pub use view_state::{MapForm, ViewState};
pub use visitor::Visitor;
pub use workspace::{Workspace, use_workspace};

pub use crate::editor::SaveState;
