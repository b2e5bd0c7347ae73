//! Every attribute of a person, each with a field of its type.

use leptos::{ev, prelude::*};
use serde_json::Value;

use super::person_form::Editing;
use crate::{
    app::widgets::{Button, ButtonKind, Icon, IconName},
    catalog::{source_attribute, source_attributes},
    directory::STATES,
    plan::{AttributeType, ObjectKind},
};

/// Keys that the states have fields for.
const ELSEWHERE: [&str; 3] = ["accountEnabled", "manager", "appRoleAssignments"];
/// What the box beside an empty field explains.
const EMPTY_TEXT: &str = "An empty text is a value; no value is something else";

/// The table, and the field for one more.
#[component]
pub(super) fn AttributeRows(editing: Editing) -> impl IntoView {
    let workspace = editing.workspace;
    let names = Memo::new(move |_| {
        workspace.people.with(|people| {
            let attributes = people.get(editing.at).map(|person| person.person.attributes.clone()).unwrap_or_default();
            let own = |name: &String| !STATES.contains(&name.as_str()) && !ELSEWHERE.contains(&name.as_str());
            attributes.into_keys().filter(own).collect::<Vec<_>>()
        })
    });
    let name = RwSignal::new(String::new());
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let chosen = name.get_untracked().trim().to_owned();
        if !chosen.is_empty() && editing.value(&chosen).is_none() {
            editing.set(&chosen, Some("".into()));
            workspace.announce(format!("Added {chosen}"));
        }
        name.set(String::new());
    };
    let own = move || {
        workspace.plan.with(|plan| {
            let names = plan.attribute_definitions.source.iter().map(|one| one.name.clone());
            names.map(|name| view! { <option value=name></option> }).collect_view()
        })
    };
    view! {
        <table class="person-attributes">
            <thead><tr><th scope="col">"Source attribute"</th><th scope="col">"Value"</th></tr></thead>
            <tbody>
                {move || names.get().into_iter().map(|name| view! { <AttributeRow editing name /> }).collect_view()}
            </tbody>
        </table>
        {editing.index.is_some().then(|| view! {
            <form class="settings-add" on:submit=add>
                <datalist id="source-attributes">
                    {source_attributes(ObjectKind::User).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
                    {own}
                </datalist>
                <input list="source-attributes" aria-label="Attribute to add" placeholder="Source attribute" spellcheck="false" autocomplete="off"
                    prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                <button type="submit" class="button" data-kind="plain">"Add the attribute"</button>
            </form>
        })}
    }
    .into_any()
}

#[component]
fn AttributeRow(editing: Editing, name: String) -> impl IntoView {
    let (shown, read_only) = (name.clone(), editing.index.is_none());
    let removed = name.clone();
    view! {
        <tr>
            <th scope="row"><code>{shown}</code></th>
            <td>
                {if read_only { value_text(editing, name).into_any() } else { view! { <ValueField editing name /> }.into_any() }}
            </td>
            {(!read_only).then(|| {
                let label = format!("Remove {removed}");
                view! {
                    <td class="person-remove">
                        <Button kind=ButtonKind::Icon label on_press=move || editing.set(&removed, None)><Icon name=IconName::Trash /></Button>
                    </td>
                }
            })}
        </tr>
    }
    .into_any()
}

fn value_text(editing: Editing, name: String) -> impl IntoView {
    move || match editing.value(&name) {
        None | Some(Value::Null) => "no value".to_owned(),
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    }
}

/// A field by the attribute's type: a choice for Booleans, a line for each value of a list, else a text.
#[component]
fn ValueField(editing: Editing, name: String) -> impl IntoView {
    let attribute = source_attribute(ObjectKind::User, &name);
    let key = StoredValue::new(name);
    let now = move || key.with_value(|name| editing.value(name));
    let set = move |value: Value| key.with_value(|name| editing.set(name, Some(value)));
    let label = key.get_value();
    let is_list = attribute.is_some_and(|one| one.multivalued) || matches!(untrack(now), Some(Value::Array(_)));
    let is_object = matches!(untrack(now), Some(Value::Object(_)));
    // A nested object of Microsoft Graph stays as it came.
    if is_object {
        return value_text(editing, label).into_any();
    }
    if attribute.is_some_and(|one| one.attribute_type == AttributeType::Boolean) {
        let chosen = move || match now() {
            Some(Value::Bool(value)) => value.to_string(),
            Some(Value::String(text)) => text.to_lowercase(),
            _ => String::new(),
        };
        let choose = move |event| match event_target_value(&event).as_str() {
            "true" => set(true.into()),
            "false" => set(false.into()),
            _ => set(Value::Null),
        };
        return view! {
            <select aria-label=label prop:value=chosen on:change=choose>
                {[("", "No value"), ("true", "True"), ("false", "False")].map(|(value, word)| view! {
                    <option value=value selected=move || chosen() == value>{word}</option>
                })}
            </select>
        }
        .into_any();
    }
    if is_list {
        let lines = move || {
            let items = now().and_then(|value| value.as_array().cloned()).unwrap_or_default();
            let text = |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
            items.iter().map(text).collect::<Vec<_>>().join("\n")
        };
        let retype = move |event| {
            let text = event_target_value(&event);
            set(text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().into());
        };
        return view! { <textarea aria-label=label rows="2" spellcheck="false" title="One value a line" prop:value=lines on:change=retype></textarea> }
            .into_any();
    }
    let text = move || match now() {
        Some(Value::String(text)) => text,
        None | Some(Value::Null) => String::new(),
        Some(other) => other.to_string(),
    };
    let is_null = move || matches!(now(), Some(Value::Null));
    let is_empty = move || matches!(now(), Some(Value::String(text)) if text.is_empty());
    let null_label = format!("{label} has no value");
    view! {
        <span class="person-value">
            <input aria-label=label spellcheck="false" autocomplete="off" prop:value=text
                placeholder=move || if is_null() { "no value" } else { "empty text" }
                on:input=move |event| set(event_target_value(&event).into()) />
            {move || (is_null() || is_empty()).then(|| {
                let label = null_label.clone();
                view! {
                    <label class="check" title=EMPTY_TEXT>
                        <input type="checkbox" aria-label=label prop:checked=is_null
                            on:change=move |event| set(if event_target_checked(&event) { Value::Null } else { "".into() }) />
                        "No value"
                    </label>
                }
            })}
        </span>
    }
    .into_any()
}
