//! The reactive face of the session: what the screen reads, and the few ways to change it.
//!
//! Three states with three owners: the plan (history, saved), the view (selection, open panels; neither), and
//! preferences (theme; kept by the browser).

mod named_person;
mod notice;
mod place;
mod preferences;
mod view_state;
mod workspace;

pub use named_person::NamedPerson;
pub use notice::{Notice, NoticeFile};
pub use place::Place;
pub use preferences::{Preferences, Theme};
pub use view_state::{MapForm, ViewState};
pub use workspace::{Workspace, use_workspace};

pub use crate::editor::SaveState;
