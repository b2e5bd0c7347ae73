//! The object that a simulation is about: a person or a group of the source directory.

use crate::directory::{Group, Member, Person};
use crate::plan::ObjectKind;

/// A person or a group in Microsoft Entra ID.
#[derive(Clone, Copy, Debug)]
pub enum SourceObject<'a> {
    /// A person.
    Person(&'a Person),
    /// A group with its direct members.
    Group(&'a Group),
}

impl<'a> SourceObject<'a> {
    /// Users or groups: which mapping applies.
    pub const fn kind(self) -> ObjectKind {
        match self {
            Self::Person(_) => ObjectKind::User,
            Self::Group(_) => ObjectKind::Group,
        }
    }

    /// The attributes and states that expressions and scoping filters read.
    pub const fn attributes(self) -> &'a Person {
        match self {
            Self::Person(person) => person,
            Self::Group(group) => &group.source,
        }
    }

    /// The direct members; a person has none.
    pub fn members(self) -> &'a [Member] {
        match self {
            Self::Person(_) => &[],
            Self::Group(group) => &group.members,
        }
    }
}

impl<'a> From<&'a Person> for SourceObject<'a> {
    fn from(person: &'a Person) -> Self {
        Self::Person(person)
    }
}

impl<'a> From<&'a Group> for SourceObject<'a> {
    fn from(group: &'a Group) -> Self {
        Self::Group(group)
    }
}
