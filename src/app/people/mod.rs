//! People: the persons to try the plan on. Three come with the app. You add others; they are part of the plan.

mod add_people;
mod attribute_rows;
mod editing;
mod person_form;
mod states;
mod target_users;

use leptos::prelude::*;

use super::{
    navigation::{Part, Place, Purpose, Topic},
    state::{NamedPerson, PersonKey, use_workspace},
    widgets::IconName,
};

/// The sample people.
pub struct PeoplePlace;

impl Place for PeoplePlace {
    const TITLE: &str = "People";
    const ADDRESS: &str = "/people";
    const ICON: IconName = IconName::Person;
    const PART: Part = Part::Beside;
    const PURPOSE: Option<Purpose> = None;

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You keep sample people here. The map, the preview and every expression use the one you choose.",
            },
            Topic { task: "Add a person", how: "Paste JSON from Graph Explorer, open a file, or add a blank person." },
            Topic { task: "Change a sample person", how: "Select Edit a copy, then change the values." },
            Topic {
                task: "Try the matching",
                how: "Add users of the application. The preview then looks for matches among them.",
            },
            Topic { task: "Use your whole directory", how: "Open Rehearse. It reads files with any number of people." },
        ]
    }

    fn view() -> AnyView {
        view! { <PeopleView /> }.into_any()
    }
}

#[component]
fn PeopleView() -> impl IntoView {
    let workspace = use_workspace();
    // The form changes with the person, not with what is typed into it.
    let chosen = Memo::new(move |_| workspace.person_in_view(|person| person.key));
    let entry = move |person: NamedPerson| {
        let key = person.key;
        let person = Memo::new(move |_| {
            let now = workspace.people.with(|people| people.iter().find(|one| one.key == key).cloned());
            now.unwrap_or_else(|| person.clone())
        });
        let pressed = move || (workspace.person.get() == key).to_string();
        let origin = if matches!(key, PersonKey::Own(_)) { "in this plan" } else { "part of Crosswalk" };
        view! {
            <li>
                <button type="button" class="people-entry" aria-pressed=pressed on:click=move |_| workspace.person.set(key)>
                    <span class="avatar" aria-hidden="true">{move || person.with(NamedPerson::initials)}</span>
                    <span><b>{move || person.with(|person| person.name.clone())}</b><small>{origin}</small></span>
                </button>
            </li>
        }
    };
    view! {
        <div class="people-place">
            <div class="people-column">
                <h1>"People"</h1>
                <p class="people-lead">"The map, the preview and every expression use the values of the person you choose."</p>
                <ul class="people-list" aria-label="Sample people">
                    <For each=move || (*workspace.people.get()).clone() key=|person| person.key children=entry />
                </ul>
                <add_people::AddPeople />
                <target_users::TargetUsers />
            </div>
            {move || chosen.get().map(|key| view! { <person_form::PersonForm person=key /> })}
        </div>
    }
    .into_any()
}
