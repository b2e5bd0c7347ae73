//! A sample person on screen.

use std::fmt;

use crate::{
    catalog,
    directory::Person,
    editor::{Identities, PersonId},
    plan::{Plan, SamplePerson},
};

/// Which sample person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonKey {
    /// A built-in person, by their place in the catalogue, which never changes.
    BuiltIn(usize),
    /// A person of the plan.
    Own(PersonId),
    /// The visitor: see [`Visitor`](super::Visitor).
    Visitor,
}

/// As the value of an option.
impl fmt::Display for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(place) => write!(f, "built-in-{place}"),
            Self::Own(id) => write!(f, "own-{id}"),
            Self::Visitor => write!(f, "visitor"),
        }
    }
}

/// A sample person with the data that the engine reads.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPerson {
    /// Which person.
    pub key: PersonKey,
    /// The name on screen.
    pub name: String,
    /// The attributes as entered.
    pub person: SamplePerson,
    /// The same as a person of the source directory.
    pub source: Person,
}

impl NamedPerson {
    /// The built-in people, then those of the plan.
    pub fn all(plan: &Plan, identities: &Identities) -> Vec<Self> {
        // Whole milliseconds of this century fit.
        #[allow(clippy::cast_possible_truncation)]
        let now = js_sys::Date::now() as i64;
        let named = |person: SamplePerson, key| Self {
            key,
            name: person.label(),
            source: Person { seen_at: Some(now), ..Person::from_flat(&person).0 },
            person,
        };
        let built_in = catalog::sample_people().into_iter().enumerate();
        let built_in = built_in.map(|(place, person)| named(person, PersonKey::BuiltIn(place)));
        let own = plan.people.iter().zip(identities.people());
        let own = own.map(|(person, id)| named(person.clone(), PersonKey::Own(*id)));
        built_in.chain(own).collect()
    }

    /// Whether these are the people that [`NamedPerson::all`] would give, at whatever time they were seen.
    pub fn are_all(people: &[Self], plan: &Plan, identities: &Identities) -> bool {
        let own = || {
            people.iter().filter_map(|one| match one.key {
                PersonKey::Own(id) => Some((&one.person, id)),
                PersonKey::BuiltIn(_) | PersonKey::Visitor => None,
            })
        };
        !people.is_empty() && own().eq(plan.people.iter().zip(identities.people().iter().copied()))
    }

    /// The first letters of the first name and the last name.
    pub fn initials(&self) -> String {
        // “Lucia Rossi (Fabrikam)” becomes LR.
        let mut words = self.name.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.next_back().and_then(|word| word.chars().next());
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }
}
