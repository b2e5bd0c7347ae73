//! The states and lists of a sample person as text that somebody types, and back to JSON.
//!
//! A value that the text does not name is removed. A value that it still names stays unchanged, with all its other JSON.

use serde_json::{Value, json};

use super::person::as_boolean;
use crate::plan::SamplePerson;

/// Whether a flag such as `assigned` is set. `usual` counts where the person has no such flag.
pub fn typed_flag(value: Option<&Value>, usual: bool) -> bool {
    value.and_then(as_boolean).unwrap_or(usual)
}

/// The groups of `memberOf`, as names with commas between them.
pub fn typed_groups(value: Option<&Value>) -> String {
    join(items(value).iter().filter_map(group_name))
}

/// The value of `memberOf` for such a text. Groups that it had before stay as they were.
pub fn groups_from_text(text: &str, before: Option<&Value>) -> Option<Value> {
    let before = items(before);
    list(split(text).into_iter().map(|name| known(before, &name, group_name).unwrap_or_else(|| name.into())))
}

/// The app roles of `appRoleAssignments`, as values with commas between them.
pub fn typed_roles(value: Option<&Value>) -> String {
    join(items(value).iter().filter_map(role_name))
}

/// The value of `appRoleAssignments` for such a text. Roles that it had before keep their id and display name.
pub fn roles_from_text(text: &str, before: Option<&Value>) -> Option<Value> {
    let before = items(before);
    let used = |id: &String| before.iter().any(|role| role.get("id").and_then(Value::as_str) == Some(id));
    let mut ids = (1_u32..).map(|id| id.to_string()).filter(|id| !used(id));
    list(split(text).into_iter().map(|name| {
        known(before, &name, role_name)
            .unwrap_or_else(|| json!({"id": ids.next().unwrap_or_default(), "value": name, "displayName": name}))
    }))
}

/// The manager: the key of a person, by object id or user principal name.
pub fn typed_manager(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(key)) => key.clone(),
        Some(Value::Object(manager)) => {
            let key = ["objectId", "id", "userPrincipalName"].iter().find_map(|name| manager.get(*name)?.as_str());
            key.unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

/// The value of `manager` for such a text. `find` looks for a person at hand, by key or name: the request can then name
/// who the manager is at the target.
pub fn manager_from_text(text: &str, find: impl FnOnce(&str) -> Option<SamplePerson>) -> Option<Value> {
    let key = text.trim();
    let person = |key| find(key).and_then(|person| serde_json::to_value(person).ok());
    (!key.is_empty()).then(|| person(key).unwrap_or_else(|| key.into()))
}

/// A value with several entries, one in a line.
pub fn typed_lines(value: Option<&Value>) -> String {
    items(value).iter().map(entry_text).collect::<Vec<_>>().join("\n")
}

/// The value for such a text. Blank lines do not count, and entries that it had before keep their type.
pub fn lines_from_text(text: &str, before: Option<&Value>) -> Value {
    let before = items(before);
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(|line| known(before, line, |item| Some(entry_text(item))).unwrap_or_else(|| line.into())).collect()
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn list(items: impl Iterator<Item = Value>) -> Option<Value> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then_some(Value::Array(items))
}

fn known(before: &[Value], text: &str, name: impl Fn(&Value) -> Option<String>) -> Option<Value> {
    before.iter().find(|item| name(item).as_deref() == Some(text)).cloned()
}

fn group_name(group: &Value) -> Option<String> {
    group.as_str().or_else(|| group.get("displayName")?.as_str()).map(str::to_owned)
}

fn role_name(role: &Value) -> Option<String> {
    let member = |name: &str| role.get(name)?.as_str().filter(|text| !text.is_empty());
    role.as_str().or_else(|| member("value")).or_else(|| member("displayName")).map(str::to_owned)
}

fn entry_text(item: &Value) -> String {
    item.as_str().map_or_else(|| item.to_string(), str::to_owned)
}

/// Names with commas between them; a name with a comma in it is in quotation marks.
fn join(names: impl Iterator<Item = String>) -> String {
    let quoted = |name: String| {
        if name.contains([',', '"']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name }
    };
    names.map(quoted).collect::<Vec<_>>().join(", ")
}

fn split(text: &str) -> Vec<String> {
    let (mut names, mut name, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                name.push('"');
            }
            '"' if is_quoted || name.trim().is_empty() => is_quoted = !is_quoted,
            ',' if !is_quoted => names.push(std::mem::take(&mut name)),
            _ => name.push(character),
        }
    }
    names.push(name);
    names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_typed_with_commas_and_keep_what_graph_said() {
        let before = json!(["Sales", {"id": "g2", "displayName": "Works council"}]);
        assert_eq!(typed_groups(Some(&before)), "Sales, Works council");
        let after = groups_from_text("Works council, Sales, Köln, ", Some(&before));
        assert_eq!(after, Some(json!([{"id": "g2", "displayName": "Works council"}, "Sales", "Köln"])));
        assert_eq!(groups_from_text(" , ", Some(&before)), None);
    }

    #[test]
    fn a_name_with_a_comma_or_a_quotation_mark_survives() {
        for name in ["Sales, EMEA", "The \"A\" team", "\"", "a\"b", "plain"] {
            let value = json!([name, "Other"]);
            assert_eq!(groups_from_text(&typed_groups(Some(&value)), None), Some(value), "{name}");
        }
    }

    #[test]
    fn a_role_keeps_its_id_and_display_name_while_others_come_and_go() {
        let before = json!([{"id": "1", "value": "editors", "displayName": "Editors"}, "Readers"]);
        assert_eq!(typed_roles(Some(&before)), "editors, Readers");
        let after = roles_from_text("editors, Guests", Some(&before)).unwrap();
        assert_eq!(after[0], json!({"id": "1", "value": "editors", "displayName": "Editors"}));
        assert_eq!(after[1], json!({"id": "2", "value": "Guests", "displayName": "Guests"}));
        assert_eq!(roles_from_text("", Some(&before)), None);
    }

    #[test]
    fn a_manager_at_hand_is_taken_as_a_whole() {
        let anna = SamplePerson { attributes: [("objectId".to_owned(), json!("7"))].into() };
        let value = manager_from_text(" 7 ", |key| (key == "7").then_some(anna));
        assert_eq!(value, Some(json!({"objectId": "7"})));
        assert_eq!(typed_manager(value.as_ref()), "7");
        assert_eq!(manager_from_text("8", |_| None), Some(json!("8")));
        assert_eq!(manager_from_text("  ", |_| None), None);
        assert_eq!(typed_manager(Some(&json!({"userPrincipalName": "a@b.c"}))), "a@b.c");
    }

    #[test]
    fn lines_are_entries_and_keep_their_type() {
        let before = json!(["a", 7, {"b": 1}]);
        assert_eq!(typed_lines(Some(&before)), "a\n7\n{\"b\":1}");
        assert_eq!(lines_from_text("7\n\na\nc\n{\"b\":1}", Some(&before)), json!([7, "a", "c", {"b": 1}]));
    }

    #[test]
    fn flags_are_read_as_the_engine_reads_them() {
        assert!(typed_flag(None, true));
        assert!(!typed_flag(Some(&json!("False")), true));
        assert!(typed_flag(Some(&json!(true)), false));
    }
}
