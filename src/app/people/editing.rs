//! A person of the plan, and how their values are changed.

use leptos::prelude::*;
use serde_json::Value;

use crate::{
    app::{plan_field::plan_field, state::Workspace, widgets::Entry},
    plan::Edit,
};

/// The person in the form. The built-in ones cannot be changed.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    pub(super) workspace: Workspace,
    /// The place among all people.
    pub(super) at: usize,
    /// The place in the plan.
    pub(super) index: Option<usize>,
}

impl Editing {
    /// An attribute or a state as given. Tracks the people.
    pub(super) fn value(self, name: &str) -> Option<Value> {
        self.workspace.people.with(|people| people.get(self.at)?.person.attributes.get(name).cloned())
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
        let index = self.index.unwrap_or_default();
        plan_field(format!("person {index} {name}"), format!("Change {name}"), value, move |text| {
            let before = untrack(|| self.value(&own));
            self.edits(&own, read(&text, before.as_ref()))
        })
    }

    fn edits(self, name: &str, value: Option<Value>) -> Option<Vec<Edit>> {
        let index = self.index?;
        let mut person = self.workspace.plan.with_untracked(|plan| plan.people.get(index).cloned())?;
        match value {
            Some(value) => drop(person.attributes.insert(name.to_owned(), value)),
            None => drop(person.attributes.remove(name)),
        }
        Some(vec![Edit::SetPerson { index, person }])
    }
}
