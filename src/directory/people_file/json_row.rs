//! A JSON object as cells: one column for each key, under Graph's spelling.

use serde_json::Value;

use crate::directory::powershell_date::powershell_date_in;
use crate::directory::spelling::{known, spelled};
use crate::json::Item;
use crate::recognition::is_remnant;

/// A cell with its own text.
pub(super) enum OwnCell {
    Empty,
    Text(String),
    Json(String),
    Lost,
}

/// The cells of a person.
pub(super) fn cells(item: &Item<'_>) -> Vec<(String, OwnCell)> {
    let mut cells = Vec::new();
    for (key, (_, member)) in item.keys().into_iter().zip(item.raw_members()) {
        // Annotations are separate (`@odata.context`) or next to a member (`manager@odata.type`).
        if key.contains('@') || key.starts_with("odata.") {
            continue;
        }
        let name = spelled(&key);
        if member.text().is_some_and(|text| is_remnant(&text)) {
            cells.push((name.to_owned(), OwnCell::Lost));
            continue;
        }
        if name == "additionalProperties" && member.is_object() {
            cells.extend(self::cells(&member));
            continue;
        }
        let is_nest = ["onPremisesExtensionAttributes", "employeeOrgData"].contains(&name);
        if is_nest && member.is_object() {
            let inner = self::cells(&member).into_iter();
            cells.extend(inner.map(|(inner, cell)| match known(&inner) {
                Some(attribute) if name == "onPremisesExtensionAttributes" => (attribute.to_owned(), cell),
                _ => (format!("{name}.{inner}"), cell),
            }));
            continue;
        }
        cells.push((name.to_owned(), cell(&member)));
    }
    cells
}

fn cell(member: &Item<'_>) -> OwnCell {
    let value: Value = serde_json::from_str(member.raw()).unwrap_or_default();
    if let Some(date) = powershell_date_in(&value) {
        return OwnCell::Text(date);
    }
    match respelled(value) {
        Value::String(text) => OwnCell::Text(text),
        value if is_nothing(&value) => OwnCell::Empty,
        value => OwnCell::Json(value.to_string()),
    }
}

/// The same value with Graph's spelling of the keys.
fn respelled(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(
            members.into_iter().map(|(key, value)| (spelled(&key).to_owned(), respelled(value))).collect(),
        ),
        Value::Array(items) => items.into_iter().map(respelled).collect(),
        value => value,
    }
}

/// PowerShell prints objects whose members are all null: they say nothing.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(members) => members.values().all(is_nothing),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}
