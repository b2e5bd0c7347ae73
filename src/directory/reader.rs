//! JSON to people, groups and what the target holds: one object, an array, Graph's `{"value": […]}`, SCIM's ListResponse.

use serde_json::Value;

use super::group::is_group;
use super::{DirectoryError, Group, TargetDirectory, TargetResource};
use crate::plan::SamplePerson;

fn document(text: &str) -> Result<Value, DirectoryError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let reason = message.rsplit_once(" at line").map_or(message.as_str(), |(reason, _)| reason).to_owned();
        DirectoryError::Syntax { line: error.line().max(1), column: error.column().max(1), reason }
    })
}

/// Reads one person or several, as flat objects or as Microsoft Graph answers them.
pub fn read_people(text: &str) -> Result<Vec<SamplePerson>, DirectoryError> {
    let (people, prefix) = match document(text)? {
        Value::Array(people) => (people, ""),
        Value::Object(mut object) if matches!(object.get("value"), Some(Value::Array(_))) => {
            match object.remove("value") {
                Some(Value::Array(people)) => (people, "/value"),
                _ => (Vec::new(), ""),
            }
        }
        one => return Ok(vec![person(one, "/")?]),
    };
    if people.is_empty() {
        return Err(DirectoryError::Nobody);
    }
    people.into_iter().enumerate().map(|(index, one)| person(one, &format!("{prefix}/{index}"))).collect()
}

fn person(value: Value, place: &str) -> Result<SamplePerson, DirectoryError> {
    let found = match value {
        // A list of a group's members, or of a directory's objects, holds groups as well.
        Value::Object(_) if is_group(&value) => "a group",
        Value::Object(members) => return Ok(SamplePerson { attributes: members.into_iter().collect() }),
        other => kind(&other),
    };
    Err(DirectoryError::NotAPerson { place: place.to_owned(), found })
}

/// Reads one group with its members, and notes about members that are of no use.
pub fn read_group(text: &str) -> Result<(Group, Vec<String>), DirectoryError> {
    match document(text)? {
        Value::Object(members) => Ok(Group::from_flat(&SamplePerson { attributes: members.into_iter().collect() })),
        other => Err(DirectoryError::NotAGroup { found: kind(&other) }),
    }
}

/// Reads what the target holds: one SCIM resource, an array of them, or a ListResponse (RFC 7644 section 3.4.2). An
/// empty list means that nobody is there.
pub fn read_target(text: &str) -> Result<TargetDirectory, DirectoryError> {
    let (resources, prefix) = match document(text)? {
        Value::Array(items) => (items, ""),
        Value::Object(mut members) => {
            let key = members.keys().find(|key| key.eq_ignore_ascii_case("Resources")).cloned();
            let is_list = members.contains_key("totalResults");
            match key.and_then(|key| members.remove(&key)) {
                Some(Value::Array(items)) => (items, "/Resources"),
                _ if is_list => (Vec::new(), ""),
                _ => return Ok(TargetDirectory::unlinked(vec![TargetResource { members }])),
            }
        }
        other => return Err(DirectoryError::NotAResource { place: "/".to_owned(), found: kind(&other) }),
    };
    let resource = |(index, value): (usize, Value)| match value {
        Value::Object(members) => Ok(TargetResource { members }),
        other => Err(DirectoryError::NotAResource { place: format!("{prefix}/{index}"), found: kind(&other) }),
    };
    resources.into_iter().enumerate().map(resource).collect::<Result<_, _>>().map(TargetDirectory::unlinked)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "an object",
        Value::Array(_) => "a list",
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_a_list_and_graphs_answer_are_read() {
        assert_eq!(read_people(r#"{"mail":"a"}"#).unwrap().len(), 1);
        assert_eq!(read_people("\u{feff}[{},{}]").unwrap().len(), 2);
        assert_eq!(read_people(r#"{"@odata.context":"x","value":[{"id":"1"}]}"#).unwrap().len(), 1);
    }

    #[test]
    fn each_mistake_has_its_place() {
        let message = |text: &str| read_people(text).unwrap_err().to_string();
        assert!(
            message("{\n  \"mail\" \"a\"}").starts_with("line 2, column 10: expected `:`"),
            "{}",
            message("{\n  \"mail\" \"a\"}")
        );
        assert!(message("[{}, 3]").starts_with("/1: "));
        assert!(message("\"x\"").contains("here stands a text"));
        assert_eq!(read_people("[]"), Err(DirectoryError::Nobody));
    }

    #[test]
    fn a_group_among_people_is_named() {
        let message =
            read_people(r##"[{"id":"1"},{"@odata.type":"#microsoft.graph.group"}]"##).unwrap_err().to_string();
        assert!(message.starts_with("/1: ") && message.ends_with("here stands a group"), "{message}");
        assert_eq!(read_group(r#"{"displayName":"Sales","members":["a"]}"#).unwrap().0.members.len(), 1);
        assert!(matches!(read_group("[]"), Err(DirectoryError::NotAGroup { found: "a list" })));
    }

    #[test]
    fn the_target_is_a_resource_a_list_or_an_answer() {
        let count = |text: &str| read_target(text).unwrap().resources.len();
        assert_eq!(count(r#"{"id":"1"}"#), 1);
        assert_eq!(count(r#"[{"id":"1"},{"id":"2"}]"#), 2);
        assert_eq!(count(r#"{"totalResults":1,"Resources":[{"id":"1"}]}"#), 1);
        assert_eq!((count(r#"{"totalResults":0}"#), count("[]")), (0, 0));
        assert!(read_target(r#"{"Resources":[3]}"#).unwrap_err().to_string().starts_with("/Resources/0: "));
    }
}
