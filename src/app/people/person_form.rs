//! One person: the name, the state in Entra, and every attribute that Entra sees.

use leptos::prelude::*;

use super::{attribute_rows::AttributeRows, editing::Editing, states::States};
use crate::{
    app::{
        state::{PersonKey, use_workspace},
        widgets::{Button, ButtonKind, CopyButton},
    },
    plan::{Edit, SamplePerson},
};

#[component]
pub(super) fn PersonForm(person: PersonKey) -> impl IntoView {
    let workspace = use_workspace();
    let editing = Editing { workspace, key: person };
    let name = move || editing.person(|person| person.name.clone());
    let duplicate = move || {
        let Some(person) = untrack(|| editing.person(|person| person.person.clone())) else { return };
        workspace.add_people(vec![person], "Duplicate a person");
    };
    let json = Signal::derive(move || {
        let person: Option<SamplePerson> = editing.person(|person| person.person.clone());
        person.and_then(|person| serde_json::to_string_pretty(&person).ok()).unwrap_or_default()
    });
    view! {
        <section class="person-view" aria-labelledby="person-name">
            <header>
                <h2 id="person-name">{name}</h2>
                <span class="spacer"></span>
                {match person {
                    PersonKey::Own(id) => view! {
                        <Button on_press=duplicate>"Duplicate"</Button>
                        <Button kind=ButtonKind::Danger on_press=move || {
                            let place = workspace.identities.with_untracked(|identities| identities.place_of_person(id));
                            let Some(index) = place else { return };
                            workspace.dispatch(vec![Edit::RemovePerson { index }], "Remove a person", None);
                            workspace.tell("Removed the person.");
                        }>"Remove"</Button>
                    }.into_any(),
                    PersonKey::BuiltIn(_) | PersonKey::Visitor => view! { <Button kind=ButtonKind::Primary on_press=duplicate>"Edit a copy"</Button> }.into_any(),
                }}
            </header>
            {match person {
                PersonKey::Own(_) => None,
                PersonKey::BuiltIn(_) => Some("This person is part of Crosswalk. To change the values, edit a copy."),
                PersonKey::Visitor => Some("This person comes from the file that you rehearse. To keep the person in the plan, edit a copy."),
            }.map(|text| view! { <p class="muted">{text}</p> })}
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
