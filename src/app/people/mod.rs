//! People: who the plan is tried on. Three come with the app; others are added as JSON and stay in the plan.

use leptos::{html, prelude::*};

use super::{
    services::files,
    state::{NamedPerson, use_workspace},
    widgets::{Button, ButtonKind},
};
use crate::{directory::read_people, plan::Edit};

/// The sample people.
#[component]
pub fn PeoplePlace() -> impl IntoView {
    let workspace = use_workspace();
    let chosen = Memo::new(move |_| workspace.people.with(|people| people.get(workspace.person.get()).cloned()));
    view! {
        <div class="people-place">
            <div class="people-column">
                <h1>"People"</h1>
                <p class="people-lead">"The values of the person in view run through the map, the preview and every expression."</p>
                <ul class="people-list" aria-label="Sample people">
                    {move || workspace.people.with(|people| people.iter().enumerate().map(|(index, person)| {
                        let pressed = move || (workspace.person.get() == index).to_string();
                        let origin = if person.index.is_some() { "in this plan" } else { "comes with Crosswalk" };
                        view! {
                            <li>
                                <button type="button" class="people-entry" aria-pressed=pressed on:click=move |_| workspace.person.set(index)>
                                    <span class="avatar" aria-hidden="true">{person.initials()}</span>
                                    <span><b>{person.name.clone()}</b><small>{origin}</small></span>
                                </button>
                            </li>
                        }
                    }).collect_view())}
                </ul>
                <AddPeople />
            </div>
            {move || chosen.get().map(|person| view! { <PersonView person /> })}
        </div>
    }
    .into_any()
}

/// Adds people from JSON, typed, pasted or picked. What cannot be read says where, and changes nothing.
#[component]
fn AddPeople() -> impl IntoView {
    let workspace = use_workspace();
    let text = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    let add = move |json: &str| match read_people(json) {
        Ok(people) => {
            let count = people.len();
            let edits = people.into_iter().map(|person| Edit::AddPerson { person }).collect();
            workspace.dispatch(edits, if count == 1 { "Add a person" } else { "Add people" }, None);
            workspace.person.set(workspace.people.with_untracked(|people| people.len()).saturating_sub(count));
            workspace.announce(format!("Added {count} {}", if count == 1 { "person" } else { "people" }));
            fault.set(None);
            text.set(String::new());
        }
        Err(error) => fault.set(Some(format!("Not added. {error}."))),
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            files::read(file, move |read| match read {
                Ok(json) => add(&json),
                Err(reason) => fault.set(Some(format!("Not added. {reason}"))),
            });
        }
        input.set_value("");
    };
    view! {
        <section class="add-people" aria-labelledby="add-people">
            <h2 id="add-people">"Add your own"</h2>
            <label for="people-json">"Person as JSON"</label>
            <textarea id="people-json" rows="6" spellcheck="false" autocomplete="off"
                placeholder="{\"userPrincipalName\": \"…\", \"givenName\": \"…\"}"
                aria-invalid=move || fault.get().is_some().to_string()
                aria-describedby="people-hint"
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))></textarea>
            <p id="people-hint" class="field-hint">"Keys are source attributes; Microsoft Graph's names are taken too, one person or a list. They become part of the plan and stay in this browser."</p>
            {move || fault.get().map(|fault| view! { <p class="people-fault" role="alert">{fault}</p> })}
            <div class="export-actions">
                <Button kind=ButtonKind::Primary on_press=move || add(&text.get_untracked())>"Add"</Button>
                <input type="file" class="visually-hidden" aria-label="File with people" tabindex="-1" accept=".json,application/json" node_ref=input on:change=picked />
                <Button on_press=move || if let Some(input) = input.get_untracked() { input.click() }>"From a file"</Button>
            </div>
        </section>
    }
    .into_any()
}

/// One person's attributes, as Entra sees them.
#[component]
fn PersonView(person: NamedPerson) -> impl IntoView {
    let workspace = use_workspace();
    let index = person.index;
    let duplicate = {
        let copy = person.person.clone();
        move || workspace.dispatch(vec![Edit::AddPerson { person: copy.clone() }], "Duplicate a person", None)
    };
    view! {
        <section class="person-view" aria-labelledby="person-name">
            <header>
                <h2 id="person-name">{person.name.clone()}</h2>
                <span class="spacer"></span>
                <Button on_press=duplicate>"Duplicate"</Button>
                {index.map(|index| view! {
                    <Button kind=ButtonKind::Danger on_press=move || {
                        workspace.dispatch(vec![Edit::RemovePerson { index }], "Remove a person", None);
                    }>"Remove"</Button>
                })}
            </header>
            <table class="person-attributes">
                <thead><tr><th scope="col">"Source attribute"</th><th scope="col">"Value"</th></tr></thead>
                <tbody>
                    {person.source.attributes.iter().map(|(name, value)| {
                        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                        view! { <tr><th scope="row"><code>{name.clone()}</code></th><td>{shown}</td></tr> }
                    }).collect_view()}
                </tbody>
            </table>
        </section>
    }
    .into_any()
}
