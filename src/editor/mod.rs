//! A working session on one plan: the plan, its history, the identities of its parts, the selection, and how the plan is
//! saved. It does not use the browser.

mod command;
mod draft;
mod history;
mod identity;
mod keyed;
mod keys;
mod merge_key;
mod problem;
mod problem_group;
mod proposal;
pub mod saving;
mod selection;
mod session;
mod source_type;
mod untouched;

pub use command::{COMMANDS, Command, CommandGroup, CommandId, LOCAL_KEYS, LocalKeys, fits};
pub use draft::{Draft, Drafts};
pub use history::{Direction, History, MAXIMUM_STEPS, PAST_STEPS, Past, PastStep};
pub use identity::{ClauseId, FilterId, FilterIdentities, Identities, MappingId, PersonId};
pub use keyed::{ItemId, Keyed};
pub use keys::{Keyboard, Keys, Modifier};
pub use merge_key::{ClausePart, MergeKey, StepPart, WorkshopPart};
pub use problem::{Problem, ProblemId};
pub use problem_group::{ProblemGroup, ProblemKind, grouped, message_of_several, repair_of_several};
pub use proposal::Proposal;
pub use saving::SaveState;
pub use selection::Selection;
pub use session::Session;
pub use source_type::converted;
pub use untouched::Untouched;
