//! The states of a person: sign-in, assignment, recycle bin, groups, roles and manager, and what they mean for Entra.

use leptos::prelude::*;

use super::editing::Editing;
use crate::{
    app::widgets::{Check, TextInput},
    directory::{
        groups_from_text, manager_from_text, roles_from_text, typed_flag, typed_groups, typed_manager, typed_roles,
    },
};

/// A state as a box: its label, its key, the value that a tick sets, and whether it is ticked without the key.
const BOXES: [(&str, &str, bool, bool); 4] = [
    ("Sign-in allowed", "accountEnabled", true, true),
    ("Assigned to the application", "assigned", true, true),
    ("In Entra's recycle bin", "softDeleted", true, false),
    ("Purged from Entra", "hardDeleted", true, false),
];

/// The states.
#[component]
pub(super) fn States(editing: Editing) -> impl IntoView {
    let fixed = !editing.is_own();
    let verdict = move || {
        editing.person(|person| {
            let deleted = if person.source.is_soft_deleted() { "True" } else { "False" };
            format!("IsSoftDeleted is {deleted}: {}.", person.source.why_soft_deleted())
        })
    };
    let groups = editing.entry("memberOf", typed_groups, groups_from_text);
    let roles = editing.entry("appRoleAssignments", typed_roles, roles_from_text);
    let manager = editing.entry("manager", typed_manager, move |text, _| {
        manager_from_text(text, |key| {
            editing.workspace.people.with_untracked(|people| {
                let found = people.iter().find(|person| person.source.key() == Some(key) || person.name == key);
                found.map(|person| person.person.clone())
            })
        })
    });
    let managers = move || {
        editing.workspace.people.with(|people| {
            let others = people.iter().filter(|person| person.key != editing.key);
            others
                .filter_map(|person| Some((person.source.key()?.to_owned(), person.name.clone())))
                .map(|(key, name)| view! { <option value=key>{name}</option> })
                .collect_view()
        })
    };
    view! {
        <fieldset class="person-states" disabled=fixed>
            <legend>"State in Entra"</legend>
            <div class="person-boxes">
                {BOXES.map(|(label, key, on, usual)| view! {
                    <Check
                        checked=Signal::derive(move || typed_flag(editing.value(key).as_ref(), usual))
                        on_change=move |ticked: bool| editing.set(key, Some((ticked == on).into()))
                    >{label}</Check>
                })}
            </div>
            <p class="field-hint" aria-live="polite">{verdict}</p>
            <div class="person-fields">
                <label>"Manager" <TextInput entry=manager list="managers" placeholder="Object id or user principal name" /></label>
                <datalist id="managers">{managers}</datalist>
                <label>"Member of the groups" <TextInput entry=groups placeholder="Sales, Works council" /></label>
                <label>"App roles" <TextInput entry=roles placeholder="Editor, Reader" /></label>
            </div>
        </fieldset>
    }
    .into_any()
}
