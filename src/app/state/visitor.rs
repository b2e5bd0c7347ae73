//! A person of a rehearsed file who is in view. The plan does not have the person, and nothing of it is saved.

use super::{NamedPerson, PersonKey};
use crate::{
    directory::{Person, TargetDirectory},
    plan::SamplePerson,
};

/// The person, with what the target has.
#[derive(Clone, Debug, PartialEq)]
pub struct Visitor {
    /// The person.
    pub person: NamedPerson,
    /// The line in the file.
    pub line: u32,
    /// What the target has of the person, if the existing users are known.
    pub target: Option<TargetDirectory>,
}

impl Visitor {
    /// A person of a file.
    pub fn new(sample: SamplePerson, source: Person, line: u32, target: Option<TargetDirectory>) -> Self {
        let person = NamedPerson { key: PersonKey::Visitor, name: sample.label(), person: sample, source };
        Self { person, line, target }
    }
}
