//! "What changed since the last cycle": source attributes with new values.

use leptos::prelude::*;
use serde_json::Value;

use super::occasion::Occasion;
use crate::{
    app::widgets::{Button, ButtonKind, Icon, IconName},
    catalog::source_attributes,
    plan::ObjectKind,
};

/// Changes that happen in every organisation, to begin with.
const USUAL: [(&str, &str, &str); 3] = [
    ("Move to another department", "department", "Customer Care"),
    ("Change the surname", "surname", "Novak"),
    ("Change the mail address", "mail", "new.address@contoso.com"),
];
/// The states that a cycle sees, with what they are set to.
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
    let attributes = move || {
        changes.with(|changes| {
            let kept = changes.iter().enumerate().filter(|(_, (name, _))| !STATES.iter().any(|state| state.1 == name));
            kept.map(|(index, (name, _))| (index, name.clone())).collect::<Vec<_>>()
        })
    };
    // The rows follow the names alone: typing a value keeps its field.
    let rows = Memo::new(move |_| attributes());
    let add = move |name: &str, value: &str| changes.update(|changes| changes.push((name.to_owned(), value.into())));
    let is_set = move |key: &'static str| changes.with(|changes| changes.iter().any(|(name, _)| name == key));
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
                {move || rows.get().into_iter().map(|(index, _)| view! { <ChangedRow occasion index /> }).collect_view()}
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
                        <label class="check">
                            <input type="checkbox" prop:checked=move || is_set(key) on:change=move |event| set(key, value, event_target_checked(&event)) />
                            {label}
                        </label>
                    })}
                </fieldset>
            })}
        </section>
    }
    .into_any()
}

#[component]
fn ChangedRow(occasion: Occasion, index: usize) -> impl IntoView {
    let changes = occasion.changes;
    let read = move |pick: fn(&(String, Value)) -> String| {
        changes.with_untracked(|changes| changes.get(index).map(pick).unwrap_or_default())
    };
    let name = read(|(name, _)| name.clone());
    let value = read(|(_, value)| value.as_str().unwrap_or_default().to_owned());
    let rename = move |event| {
        let new = event_target_value(&event).trim().to_owned();
        changes.update(|changes| {
            if let Some((name, _)) = changes.get_mut(index) {
                *name = new;
            }
        });
    };
    let retype = move |event| {
        let text = event_target_value(&event);
        changes.update(|changes| {
            if let Some((_, value)) = changes.get_mut(index) {
                // A cleared attribute has no value; it is not the empty text.
                *value = if text.is_empty() { Value::Null } else { text.into() };
            }
        });
    };
    view! {
        <li>
            <input aria-label="Source attribute" list="changed-attributes" placeholder="Source attribute" spellcheck="false" autocomplete="off" value=name on:change=rename />
            <span aria-hidden="true">"→"</span>
            <input aria-label="New value" placeholder="No value" spellcheck="false" autocomplete="off" value=value on:input=retype />
            <Button kind=ButtonKind::Icon label="Take this change back" on_press=move || changes.update(|changes| { changes.remove(index); })>
                <Icon name=IconName::Trash />
            </Button>
        </li>
    }
    .into_any()
}
