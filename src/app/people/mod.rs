//! People: the persons to try the plan on. Three come with the app. You add others; they are part of the plan.

mod add_people;
mod attribute_rows;
mod editing;
mod person_form;
mod states;
mod target_users;

use leptos::prelude::*;

use super::state::use_workspace;

/// The sample people.
#[component]
pub fn PeoplePlace() -> impl IntoView {
    let workspace = use_workspace();
    // The form changes with the person, not with what is typed into it.
    let chosen = Memo::new(move |_| {
        let at = workspace.person.get();
        workspace.people.with(|people| people.get(at).map(|person| (at, person.index)))
    });
    view! {
        <div class="people-place">
            <div class="people-column">
                <h1>"People"</h1>
                <p class="people-lead">"The map, the preview and every expression use the values of the person you choose."</p>
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
                <add_people::AddPeople />
                <target_users::TargetUsers />
            </div>
            {move || chosen.get().map(|(at, index)| view! { <person_form::PersonForm at index /> })}
        </div>
    }
    .into_any()
}
