//! "What changed since the last cycle": source attributes with new values.

use leptos::prelude::*;
use serde_json::Value;

use super::occasion::{Changed, Occasion};
use crate::{
    app::widgets::{Button, ButtonKind, Check, Entry, Icon, IconName, TextInput},
    catalog::source_attributes,
    editor::{ItemId, Keyed},
    plan::ObjectKind,
};

/// Changes that happen in every organisation.
const USUAL: [(&str, &str, &str); 3] = [
    ("Move to another department", "department", "Customer Care"),
    ("Change the surname", "surname", "Novak"),
    ("Change the mail address", "mail", "new.address@contoso.com"),
];
/// The states that a cycle sees, each with the value that a tick sets.
const STATES: [(&str, &str, bool); 4] = [
    ("Blocked", "accountEnabled", false),
    ("Unassigned", "assigned", false),
    ("In the recycle bin", "softDeleted", true),
    ("Purged", "hardDeleted", true),
];

/// The changes of the person in view.
#[component]
pub(super) fn Changes(
    occasion: Occasion,
    /// Whether states can be changed as well.
    #[prop(optional)]
    states: bool,
) -> impl IntoView {
    let changes = occasion.changes;
    // The rows are identities, not values: typing a name or a value keeps its field.
    let rows = Memo::new(move |_| {
        let is_state = |name: &str| STATES.iter().any(|state| state.1 == name);
        let rows = |changes: &Keyed<Changed>| {
            changes.iter().filter(|(_, (name, _))| !is_state(name)).map(|(id, _)| id).collect::<Vec<_>>()
        };
        changes.with(rows)
    });
    let add = move |name: &str, value: &str| changes.update(|changes| changes.push((name.to_owned(), value.into())));
    let is_set = move |key: &'static str| changes.with(|changes| changes.iter().any(|(_, (name, _))| name == key));
    let set = move |key: &'static str, value: bool, on: bool| {
        changes.update(|changes| {
            changes.retain(|(name, _)| name != key);
            if on {
                changes.push((key.to_owned(), value.into()));
            }
        });
    };
    view! {
        <section class="what-changed" aria-labelledby="what-changed">
            <h2 id="what-changed">"What changed since the last cycle"</h2>
            <datalist id="changed-attributes">
                {source_attributes(ObjectKind::User).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
            </datalist>
            <ul aria-label="Changed attributes">
                <For each=move || rows.get() key=|id| *id children=move |id| view! { <ChangedRow occasion id /> } />
            </ul>
            <div class="what-changed-actions">
                {USUAL.map(|(label, name, value)| view! {
                    <Button kind=ButtonKind::Quiet on_press=move || add(name, value)>{label}</Button>
                })}
                <Button on_press=move || add("", "")>"Another attribute"</Button>
            </div>
            {states.then(|| view! {
                <fieldset class="what-changed-states">
                    <legend>"State"</legend>
                    {STATES.map(|(label, key, value)| view! {
                        <Check checked=Signal::derive(move || is_set(key)) on_change=move |on| set(key, value, on)>{label}</Check>
                    })}
                </fieldset>
            })}
        </section>
    }
    .into_any()
}

#[component]
fn ChangedRow(occasion: Occasion, id: ItemId) -> impl IntoView {
    let changes = occasion.changes;
    let entry = move |what: &str, read: fn(&Changed) -> String, write: fn(&mut Changed, String)| {
        let value = Signal::derive(move || changes.with(|changes| changes.get(id).map(read).unwrap_or_default()));
        let take = move |text| {
            changes.update(|changes| {
                if let Some(change) = changes.get_mut(id) {
                    write(change, text);
                }
            });
            true
        };
        Entry::new(format!("{what} {id}"), value, take)
    };
    let name =
        entry("changed attribute", |change| change.0.clone(), |change, text| text.trim().clone_into(&mut change.0));
    let value = entry(
        "new value",
        |change| change.1.as_str().unwrap_or_default().to_owned(),
        |change, text| {
            // A cleared attribute has no value. That is not the empty text.
            change.1 = if text.is_empty() { Value::Null } else { text.into() };
        },
    );
    view! {
        <li>
            <TextInput entry=name label="Source attribute" list="changed-attributes" placeholder="Source attribute" />
            <span aria-hidden="true">"→"</span>
            <TextInput entry=value label="New value" placeholder="No value" />
            <Button kind=ButtonKind::Icon label="Remove this change" on_press=move || changes.update(|changes| changes.remove(id))>
                <Icon name=IconName::Trash />
            </Button>
        </li>
    }
    .into_any()
}
