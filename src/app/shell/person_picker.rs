//! The sample person in view.

use leptos::prelude::*;

use crate::app::{
    state::{NamedPerson, PersonKey, use_workspace},
    widgets::Choice,
};

/// Chooses the sample person whose values the screen shows.
#[component]
pub fn PersonPicker() -> impl IntoView {
    let workspace = use_workspace();
    let initials = move || workspace.person_in_view(NamedPerson::initials);
    let options = Signal::derive(move || {
        let option = |person: &NamedPerson| (person.key.to_string(), person.name.clone());
        let visitor = workspace.view.visitor.get();
        let visitor =
            visitor.map(|visitor| (visitor.person.key.to_string(), format!("{} (file)", visitor.person.name)));
        workspace.people.with(|people| people.iter().map(option).chain(visitor).collect::<Vec<_>>())
    });
    let choose = move |chosen: String| {
        let keys = workspace.people.with_untracked(|people| people.iter().map(|one| one.key).collect::<Vec<_>>());
        if let Some(key) = keys.into_iter().chain([PersonKey::Visitor]).find(|key| key.to_string() == chosen) {
            workspace.person.set(key);
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
