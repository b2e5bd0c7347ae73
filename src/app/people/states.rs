//! The states of a person: sign-in, assignment, recycle bin, groups, roles and manager, and what Entra makes of them.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::person_form::Editing;

/// A state as a box to tick: its label, its key, and the value that stands for a tick; without a key it is the other one.
const BOXES: [(&str, &str, bool, bool); 4] = [
    ("Sign-in allowed", "accountEnabled", true, true),
    ("Assigned to the application", "assigned", true, true),
    ("In Entra's recycle bin", "softDeleted", true, false),
    ("Purged from Entra", "hardDeleted", true, false),
];

/// The states.
#[component]
pub(super) fn States(editing: Editing) -> impl IntoView {
    let fixed = editing.index.is_none();
    let ticked = move |key: &'static str, usual: bool| match editing.value(key) {
        Some(Value::Bool(value)) => value,
        Some(Value::String(text)) => text.eq_ignore_ascii_case("true"),
        _ => usual,
    };
    let verdict = move || {
        editing.workspace.people.with(|people| {
            people.get(editing.at).map(|person| {
                let deleted = if person.source.is_soft_deleted() { "True" } else { "False" };
                format!("IsSoftDeleted is {deleted}: {}.", person.source.why_soft_deleted())
            })
        })
    };
    let groups = move || {
        let names = editing.value("memberOf").and_then(|value| value.as_array().cloned()).unwrap_or_default();
        names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
    };
    let set_groups = move |event| {
        let text = event_target_value(&event);
        let names: Vec<_> = text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        editing.set("memberOf", (!names.is_empty()).then(|| json!(names)));
    };
    let roles = move || {
        let roles = editing.value("appRoleAssignments").and_then(|value| value.as_array().cloned()).unwrap_or_default();
        let name = |role: &Value| role.get("value").and_then(Value::as_str).map(str::to_owned);
        roles.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let set_roles = move |event| {
        let text = event_target_value(&event);
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        let roles: Vec<_> = names
            .zip(1..)
            .map(|(name, id)| json!({"id": id.to_string(), "value": name, "displayName": name}))
            .collect();
        editing.set("appRoleAssignments", (!roles.is_empty()).then(|| json!(roles)));
    };
    let manager = move || match editing.value("manager") {
        Some(Value::String(key)) => key,
        Some(Value::Object(manager)) => {
            let key = ["objectId", "id", "userPrincipalName"].iter().find_map(|name| manager.get(*name)?.as_str());
            key.unwrap_or_default().to_owned()
        }
        _ => String::new(),
    };
    let set_manager = move |event| {
        let key = event_target_value(&event).trim().to_owned();
        // Someone at hand is taken as a whole, so that the request can name who the manager is at the target.
        let known = editing.workspace.people.with_untracked(|people| {
            let found = people.iter().find(|person| person.source.key() == Some(&key) || person.name == key);
            found.and_then(|person| serde_json::to_value(&person.person).ok())
        });
        editing.set("manager", (!key.is_empty()).then(|| known.unwrap_or_else(|| key.into())));
    };
    let managers = move || {
        editing.workspace.people.with(|people| {
            let others = people.iter().enumerate().filter(|(at, _)| *at != editing.at);
            others
                .filter_map(|(_, person)| Some((person.source.key()?.to_owned(), person.name.clone())))
                .map(|(key, name)| view! { <option value=key>{name}</option> })
                .collect_view()
        })
    };
    view! {
        <fieldset class="person-states" disabled=fixed>
            <legend>"State in Entra"</legend>
            <div class="person-boxes">
                {BOXES.map(|(label, key, on, usual)| view! {
                    <label class="check">
                        <input type="checkbox" prop:checked=move || ticked(key, usual)
                            on:change=move |event| editing.set(key, Some((event_target_checked(&event) == on).into())) />
                        {label}
                    </label>
                })}
            </div>
            <p class="field-hint" aria-live="polite">{verdict}</p>
            <div class="person-fields">
                <label>"Manager" <input list="managers" spellcheck="false" autocomplete="off" placeholder="Object id or user principal name" prop:value=manager on:change=set_manager /></label>
                <datalist id="managers">{managers}</datalist>
                <label>"Member of the groups" <input spellcheck="false" autocomplete="off" placeholder="Sales, Works council" prop:value=groups on:change=set_groups /></label>
                <label>"App roles" <input spellcheck="false" autocomplete="off" placeholder="Editor, Reader" prop:value=roles on:change=set_roles /></label>
            </div>
        </fieldset>
    }
    .into_any()
}
