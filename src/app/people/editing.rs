//! A person of the plan, and how their values are changed.

use leptos::prelude::*;
use serde_json::Value;

use crate::{
    app::{
        plan_field::plan_field,
        state::{NamedPerson, PersonKey, Workspace},
        widgets::Entry,
    },
    editor::MergeKey,
    plan::Edit,
};

/// The person in the form. The built-in ones cannot be changed.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    pub(super) workspace: Workspace,
    pub(super) key: PersonKey,
}

impl Editing {
    /// Something of the person. Tracks the people.
    pub(super) fn person<T>(self, read: impl FnOnce(&NamedPerson) -> T) -> Option<T> {
        self.workspace.person_of(self.key, read)
    }

    /// Whether the person is the plan's own.
    pub(super) fn is_own(self) -> bool {
        matches!(self.key, PersonKey::Own(_))
    }

    /// An attribute or a state as given. Tracks the people.
    pub(super) fn value(self, name: &str) -> Option<Value> {
        self.person(|person| person.person.attributes.get(name).cloned()).flatten()
    }

    /// Sets an attribute or a state; nothing removes it.
    pub(super) fn set(self, name: &str, value: Option<Value>) {
        if let Some(edits) = self.edits(name, value) {
            self.workspace.dispatch(edits, &format!("Change {name}"), None);
        }
    }

    /// The entry of a field: `show` turns the value into text, `read` the text into a value, knowing the value before.
    pub(super) fn entry(
        self,
        name: &str,
        show: fn(Option<&Value>) -> String,
        read: impl Fn(&str, Option<&Value>) -> Option<Value> + Send + Sync + 'static,
    ) -> Entry {
        let own = name.to_owned();
        let value = {
            let name = name.to_owned();
            Signal::derive(move || show(self.value(&name).as_ref()))
        };
        let PersonKey::Own(id) = self.key else {
            return Entry::new(format!("built-in person, {name}"), value, |_| false).quiet();
        };
        let key = MergeKey::Person(id, name.to_owned());
        plan_field(key, format!("Change {name}"), value, move |text| {
            let before = untrack(|| self.value(&own));
            self.edits(&own, read(&text, before.as_ref()))
        })
    }

    fn edits(self, name: &str, value: Option<Value>) -> Option<Vec<Edit>> {
        let PersonKey::Own(id) = self.key else { return None };
        let index = self.workspace.identities.with_untracked(|identities| identities.place_of_person(id))?;
        let mut person = self.workspace.plan.with_untracked(|plan| plan.people.get(index).cloned())?;
        match value {
            Some(value) => drop(person.attributes.insert(name.to_owned(), value)),
            None => drop(person.attributes.remove(name)),
        }
        Some(vec![Edit::SetPerson { index, person }])
    }
}
