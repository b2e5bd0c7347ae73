//! People and groups as data: the source person an expression reads, with the states that decide whether Entra sends
//! anything; source groups with their members; and what the target already holds.

mod error;
mod group;
mod person;
mod reader;
mod target;

pub use error::DirectoryError;
pub use group::{Group, Member};
pub use person::{Person, STATES};
pub use reader::{read_group, read_people, read_target};
pub use target::{TargetDirectory, TargetResource};
