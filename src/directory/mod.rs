//! People as data: the source person an expression reads, with the states that decide whether Entra sends anything.

mod error;
mod person;
mod reader;

pub use error::DirectoryError;
pub use person::{Person, STATES};
pub use reader::read_people;
