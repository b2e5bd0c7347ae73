//! People and groups as data: the source person an expression reads, with the states that decide whether Entra sends
//! anything; source groups with their members; and what the target already holds.

mod error;
mod group;
mod knowledge;
pub mod people_file;
mod person;
mod powershell_date;
mod reader;
mod spelling;
mod target;
mod typed_states;

pub use error::DirectoryError;
pub use group::{Group, Member};
pub use knowledge::Knowledge;
pub use person::{GUEST_MARK, Person, as_boolean, engine_name, name_of_guest};
pub use reader::{Read, read_group, read_people, read_target};
pub use spelling::STATES;
pub use target::{TargetDirectory, TargetResource};
pub use typed_states::{
    groups_from_text, lines_from_text, manager_from_text, roles_from_text, typed_flag, typed_groups, typed_lines,
    typed_manager, typed_roles,
};
