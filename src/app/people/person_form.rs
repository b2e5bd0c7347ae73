//! One person: the name, the state in Entra, and every attribute that Entra sees.

use leptos::prelude::*;

use super::{attribute_rows::AttributeRows, editing::Editing, states::States};
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, CopyButton},
    },
    plan::{Edit, SamplePerson},
};

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
                            workspace.announce("Removed the person. Ctrl+Z restores them.");
                        }>"Remove"</Button>
                    }.into_any(),
                    None => view! { <Button kind=ButtonKind::Primary on_press=duplicate>"Edit a copy"</Button> }.into_any(),
                }}
            </header>
            {index.is_none().then(|| view! { <p class="muted">"This person comes with Crosswalk and cannot be changed. You can change a copy in your plan."</p> })}
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
