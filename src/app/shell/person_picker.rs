//! The sample person in view.

use leptos::prelude::*;

use crate::app::state::use_workspace;

/// Chooses the sample person whose values the screen shows.
#[component]
pub fn PersonPicker() -> impl IntoView {
    let workspace = use_workspace();
    let initials = move || {
        workspace
            .people
            .with(|people| people.get(workspace.person.get()).map(super::super::state::NamedPerson::initials))
    };
    let options = move || {
        workspace.people.with(|people| {
            let chosen = workspace.person.get();
            people
                .iter()
                .enumerate()
                .map(|(index, person)| {
                    view! { <option value=index.to_string() selected=index == chosen>{person.name.clone()}</option> }
                })
                .collect_view()
        })
    };
    view! {
        <div class="person-picker">
            <span class="avatar" aria-hidden="true">{initials}</span>
            <label>
                <span class="person-picker-label">"Sample person"</span>
                <select
                    prop:value=move || workspace.person.get().to_string()
                    on:change=move |event| {
                        if let Ok(index) = event_target_value(&event).parse() {
                            workspace.person.set(index);
                        }
                    }
                >
                    {options}
                </select>
            </label>
        </div>
    }
    .into_any()
}
