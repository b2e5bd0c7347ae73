//! A sample person as the screen lists them.

use crate::{
    catalog,
    directory::Person,
    plan::{Plan, SamplePerson},
};

/// Someone to try the plan on.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPerson {
    /// What to call them.
    pub name: String,
    /// Their attributes as given.
    pub person: SamplePerson,
    /// The same as Entra's source person.
    pub source: Person,
    /// Their place in the plan's list; nothing for the built-in ones.
    pub index: Option<usize>,
}

impl NamedPerson {
    /// The built-in people, then the plan's own.
    pub fn all(plan: &Plan) -> Vec<Self> {
        // Whole milliseconds, far from where a float loses them.
        #[allow(clippy::cast_possible_truncation)]
        let now = js_sys::Date::now() as i64;
        let named = |person: SamplePerson, index| Self {
            name: person.label(),
            source: Person { seen_at: Some(now), ..Person::from_flat(&person).0 },
            person,
            index,
        };
        let built_in = catalog::sample_people().into_iter().map(|person| named(person, None));
        let own = plan.people.iter().enumerate().map(|(index, person)| named(person.clone(), Some(index)));
        built_in.chain(own).collect()
    }

    /// The first letters of the first and the last name.
    pub fn initials(&self) -> String {
        // “Lucia Rossi (Fabrikam)” is LR.
        let mut words = self.name.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.next_back().and_then(|word| word.chars().next());
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }
}
