//! Adds people from JSON: typed, pasted, or from a file. A fault is shown with its place, and nothing is added.

use leptos::{html, prelude::*};
use serde_json::json;

use crate::{
    app::{
        services::files,
        state::use_workspace,
        widgets::{Button, ButtonKind, Entry, TextLines},
    },
    directory::{Person, read_people},
    limits::PEOPLE_BYTES,
    plan::SamplePerson,
    text::{capitalised, counted, sentence},
};

/// The form.
#[component]
pub(super) fn AddPeople() -> impl IntoView {
    let workspace = use_workspace();
    let text = Entry::form("people as JSON");
    let fault = RwSignal::new(None::<String>);
    let notes = RwSignal::new(Vec::<String>::new());
    let input = NodeRef::<html::Input>::new();
    let put = move |people: Vec<SamplePerson>, mut about: Vec<String>| {
        let count = people.len();
        about.extend(Person::from_all(&people).1);
        notes.set(about);
        workspace.add_people(people, if count == 1 { "Add a person" } else { "Add people" });
        workspace.tell(format!("Added {}.", counted(count, "person")));
        fault.set(None);
    };
    let add = move |json: &[u8]| match read_people(json) {
        Ok(read) => {
            put(read.value, read.notes);
            text.clear();
        }
        Err(error) => fault.set(Some(format!("Not added. {}", capitalised(&sentence(&error))))),
    };
    let blank = move || {
        let attributes = [("displayName", json!("New person")), ("accountEnabled", json!(true))];
        let attributes = attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        put(vec![SamplePerson { attributes }], Vec::new());
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            files::read_bytes(file.into(), PEOPLE_BYTES, move |read| match read {
                Ok(json) => add(&json),
                Err(reason) => fault.set(Some(format!("Not added. {}", capitalised(&sentence(&reason))))),
            });
        }
        input.set_value("");
    };
    view! {
        <section class="add-people" aria-labelledby="add-people">
            <h2 id="add-people">"Add your own"</h2>
            <label for="people-json">"Person as JSON"</label>
            <TextLines entry=text id="people-json" rows="6" placeholder="{\"userPrincipalName\": \"…\", \"givenName\": \"…\"}"
                invalid=Signal::derive(move || fault.get().is_some()) described_by="people-hint" />
            <p id="people-hint" class="field-hint">"The keys are source attributes. You can paste what Microsoft Graph returns for users, one person or a list. Try GET /users/{id} in Graph Explorer. The people become part of the plan and stay in this browser."</p>
            {move || fault.get().map(|fault| view! { <p class="people-fault" role="alert">{fault}</p> })}
            {move || notes.with(|notes| (!notes.is_empty()).then(|| view! {
                <ul class="people-notes" aria-label="Notes about the people added">{notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view()}</ul>
            }))}
            <div class="export-actions">
                <Button kind=ButtonKind::Primary on_press=move || add(text.text_now().as_bytes())>"Add"</Button>
                <input type="file" class="visually-hidden" aria-label="File with people" tabindex="-1" accept=".json,application/json" node_ref=input on:change=picked />
                <Button on_press=move || if let Some(input) = input.get_untracked() { input.click() }>"From a file"</Button>
                <Button on_press=blank>"Add a blank person"</Button>
            </div>
        </section>
    }
    .into_any()
}
