//! JSON to people: one object, an array of them, or Graph's `{"value": […]}`.

use serde_json::Value;

use super::DirectoryError;
use crate::plan::SamplePerson;

/// Reads one person or several.
pub fn read_people(text: &str) -> Result<Vec<SamplePerson>, DirectoryError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: Value = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let reason = message.rsplit_once(" at line").map_or(message.as_str(), |(reason, _)| reason).to_owned();
        DirectoryError::Syntax { line: error.line().max(1), column: error.column().max(1), reason }
    })?;
    let (people, prefix) = match document {
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
        Value::Object(members) => return Ok(SamplePerson { attributes: members.into_iter().collect() }),
        Value::Array(_) => "a list",
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
    };
    Err(DirectoryError::NotAPerson { place: place.to_owned(), found })
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
}
