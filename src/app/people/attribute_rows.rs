//! Every attribute of a person, each with a field for its type.

use leptos::{ev, prelude::*};
use serde_json::Value;

use super::editing::Editing;
use crate::{
    app::widgets::{Button, ButtonKind, Check, Choice, ChoiceOption, Entry, Icon, IconName, TextInput, TextLines},
    catalog::{source_attribute, source_attributes},
    directory::{STATES, lines_from_text, typed_lines},
    plan::{AttributeType, ObjectKind},
};

/// Keys that have a field among the states.
const ELSEWHERE: [&str; 3] = ["accountEnabled", "manager", "appRoleAssignments"];
/// The tip of the box beside an empty field.
const EMPTY_TEXT: &str = "An empty text is a value. It is not the same as no value.";

/// The table, and a field to add an attribute.
#[component]
pub(super) fn AttributeRows(editing: Editing) -> impl IntoView {
    let workspace = editing.workspace;
    let names = Memo::new(move |_| {
        let own = |name: &&String| !STATES.contains(&name.as_str()) && !ELSEWHERE.contains(&name.as_str());
        let names = editing.person(|person| person.person.attributes.keys().filter(own).cloned().collect::<Vec<_>>());
        names.unwrap_or_default()
    });
    let name = Entry::form("attribute of a person");
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let chosen = name.text_now().trim().to_owned();
        if !chosen.is_empty() && untrack(|| editing.value(&chosen)).is_none() {
            editing.set(&chosen, Some("".into()));
            workspace.tell(format!("Added {chosen}."));
        }
        name.clear();
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
                <For each=move || names.get() key=Clone::clone children=move |name| view! { <AttributeRow editing name /> } />
            </tbody>
        </table>
        {editing.is_own().then(|| view! {
            <form class="settings-add" on:submit=add>
                <datalist id="source-attributes">
                    {source_attributes(ObjectKind::User).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
                    {own}
                </datalist>
                <TextInput entry=name list="source-attributes" label="Attribute to add" placeholder="Source attribute" />
                <button type="submit" class="button" data-kind="plain">"Add the attribute"</button>
            </form>
        })}
    }
    .into_any()
}

#[component]
fn AttributeRow(editing: Editing, name: String) -> impl IntoView {
    let (shown, read_only) = (name.clone(), !editing.is_own());
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
    let key = StoredValue::new(name.clone());
    let now = move || key.with_value(|name| editing.value(name));
    let first = untrack(now);
    // A nested object of Microsoft Graph cannot be edited as text.
    if matches!(first, Some(Value::Object(_))) {
        return value_text(editing, name).into_any();
    }
    if attribute.is_some_and(|one| one.attribute_type == AttributeType::Boolean) {
        let chosen = Signal::derive(move || match now() {
            Some(Value::Bool(value)) => value.to_string(),
            Some(Value::String(text)) => text.to_lowercase(),
            _ => String::new(),
        });
        let choose = move |chosen: String| {
            let value = chosen.parse::<bool>().map_or(Value::Null, Value::from);
            key.with_value(|name| editing.set(name, Some(value)));
        };
        let options: Vec<ChoiceOption> = [("", "No value"), ("true", "True"), ("false", "False")]
            .map(|(value, word)| (value.into(), word.into()))
            .into();
        return view! { <Choice label=name options chosen on_choose=choose /> }.into_any();
    }
    if attribute.is_some_and(|one| one.multivalued) || matches!(first, Some(Value::Array(_))) {
        let entry = editing.entry(&name, typed_lines, |text, before| Some(lines_from_text(text, before)));
        return view! { <TextLines entry rows="2" label=name tip="One value per line" /> }.into_any();
    }
    let entry = editing.entry(&name, text_of, |text, _| Some(text.into()));
    let is_null = Memo::new(move |_| matches!(now(), Some(Value::Null)));
    let is_empty = Memo::new(move |_| matches!(now(), Some(Value::String(text)) if text.is_empty()));
    let null_label = format!("{name} has no value");
    let set_null = move |is_null: bool| {
        let value = if is_null { Value::Null } else { "".into() };
        key.with_value(|name| editing.set(name, Some(value)));
    };
    view! {
        <span class="person-value">
            <TextInput entry label=name placeholder=Signal::derive(move || if is_null.get() { "no value" } else { "empty text" }) />
            {move || (is_null.get() || is_empty.get()).then(|| {
                view! { <Check label=null_label.clone() tip=EMPTY_TEXT checked=is_null on_change=set_null>"No value"</Check> }
            })}
        </span>
    }
    .into_any()
}

fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null) => String::new(),
        Some(other) => other.to_string(),
    }
}
