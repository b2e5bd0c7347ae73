//! One person: who they are, in what state, and every attribute that Entra sees.

use leptos::prelude::*;
use serde_json::Value;

use super::{attribute_rows::AttributeRows, states::States};
use crate::{
    app::{
        state::{Workspace, use_workspace},
        widgets::{Button, ButtonKind, CopyButton},
    },
    plan::{Edit, SamplePerson},
};

/// A person of the plan, and how their values are changed. Built-in people cannot be.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    pub(super) workspace: Workspace,
    /// The place among all people.
    pub(super) at: usize,
    /// The place in the plan.
    pub(super) index: Option<usize>,
}

impl Editing {
    /// A value as given; tracks the people.
    pub(super) fn value(self, name: &str) -> Option<Value> {
        self.workspace.people.with(|people| people.get(self.at)?.person.attributes.get(name).cloned())
    }

    /// Sets an attribute or a state; nothing takes it away.
    pub(super) fn set(self, name: &str, value: Option<Value>) {
        let Some(index) = self.index else { return };
        let known = self.workspace.plan.with_untracked(|plan| plan.people.get(index).cloned());
        let Some(mut person) = known else { return };
        match value {
            Some(value) => drop(person.attributes.insert(name.to_owned(), value)),
            None => drop(person.attributes.remove(name)),
        }
        let key = format!("person {index} {name}");
        self.workspace.dispatch(vec![Edit::SetPerson { index, person }], &format!("Change {name}"), Some(&key));
    }
}

#[component]
pub(super) fn PersonForm(at: usize, index: Option<usize>) -> impl IntoView {
    let workspace = use_workspace();
    let editing = Editing { workspace, at, index };
    let name = move || workspace.people.with(|people| people.get(at).map(|person| person.name.clone()));
    let copy = move || workspace.people.with_untracked(|people| people.get(at).map(|person| person.person.clone()));
    let duplicate = move || {
        let Some(person) = copy() else { return };
        workspace.dispatch(vec![Edit::AddPerson { person }], "Duplicate a person", None);
        workspace.person.set(workspace.people.with_untracked(|people| people.len()).saturating_sub(1));
    };
    let json = Signal::derive(move || {
        let person: Option<SamplePerson> =
            workspace.people.with(|people| people.get(at).map(|person| person.person.clone()));
        person.and_then(|person| serde_json::to_string_pretty(&person).ok()).unwrap_or_default()
    });
    view! {
        <section class="person-view" aria-labelledby="person-name">
            <header>
                <h2 id="person-name">{name}</h2>
                <span class="spacer"></span>
                {match index {
                    Some(index) => view! {
                        <Button on_press=duplicate>"Duplicate"</Button>
                        <Button kind=ButtonKind::Danger on_press=move || {
                            workspace.dispatch(vec![Edit::RemovePerson { index }], "Remove a person", None);
                            workspace.announce("Removed. Ctrl+Z brings them back.");
                        }>"Remove"</Button>
                    }.into_any(),
                    None => view! { <Button kind=ButtonKind::Primary on_press=duplicate>"Edit a copy"</Button> }.into_any(),
                }}
            </header>
            {index.is_none().then(|| view! { <p class="muted">"Comes with Crosswalk and stays as it is; a copy in your plan can be changed."</p> })}
            <States editing />
            <AttributeRows editing />
            <details>
                <summary>"As JSON"</summary>
                <div class="export-actions"><CopyButton text=json what="the JSON of this person" /></div>
                <pre class="export-preview" tabindex="0" aria-label="JSON of this person">{move || json.get()}</pre>
            </details>
        </section>
    }
    .into_any()
}
