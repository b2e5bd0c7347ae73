//! The sample person in view.

use leptos::prelude::*;

use crate::app::{
    state::{NamedPerson, use_workspace},
    widgets::Choice,
};

/// Chooses the sample person whose values the screen shows.
#[component]
pub fn PersonPicker() -> impl IntoView {
    let workspace = use_workspace();
    let initials =
        move || workspace.people.with(|people| people.get(workspace.person.get()).map(NamedPerson::initials));
    let options = Signal::derive(move || {
        let option = |(index, person): (usize, &NamedPerson)| (index.to_string(), person.name.clone());
        workspace.people.with(|people| people.iter().enumerate().map(option).collect::<Vec<_>>())
    });
    let choose = move |chosen: String| {
        if let Ok(index) = chosen.parse() {
            workspace.person.set(index);
        }
    };
    view! {
        <div class="person-picker">
            <span class="avatar" aria-hidden="true">{initials}</span>
            <label>
                <span class="person-picker-label">"Sample person"</span>
                <Choice options chosen=Signal::derive(move || workspace.person.get().to_string()) on_choose=choose />
            </label>
        </div>
    }
    .into_any()
}
