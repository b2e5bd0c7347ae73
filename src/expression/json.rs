//! Values as JSON and back, for callers that keep people and results as JSON.

use serde_json::Value as Json;

use super::role::{ROLE_ATTRIBUTE, Role};
use super::value::Value;

/// The largest whole number that every reader of JSON keeps exact.
const LARGEST_EXACT: u64 = 1 << 53;

/// The value of a source attribute written as JSON. Booleans are the texts True and False there; an object is a complex
/// value such as an app role, and expressions see its JSON.
pub fn from_json(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::text(if *value { "True" } else { "False" }),
        // A whole number written with a point is a whole number.
        Json::Number(number) => {
            let text = number.to_string();
            Value::number(text.strip_suffix(".0").unwrap_or(&text))
        }
        Json::String(text) => Value::text(text.as_str()),
        Json::Array(items) => Value::List(items.iter().map(from_json).collect()),
        Json::Object(_) => Value::text(json.to_string()),
    }
}

/// The value of the source attribute of that name. A person's application roles are roles; what cannot be read as one is
/// left out.
pub fn attribute_from_json(name: &str, json: &Json) -> Value {
    if name != ROLE_ATTRIBUTE {
        return from_json(json);
    }
    let role = |json: &Json| Role::from_json(json).map(|role| Value::Role(Box::new(role)));
    match json {
        Json::Array(items) => Value::List(items.iter().filter_map(role).collect()),
        one => role(one).unwrap_or_default(),
    }
}

/// A value as JSON: numbers as numbers, whole ones beyond 2^53 as text so that no reader rounds them; everything that is
/// neither number, Boolean nor list as the text that Entra would send.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Integer(number) if number.unsigned_abs() <= LARGEST_EXACT => Json::from(*number),
        Value::Decimal(digits) => match digits.parse::<f64>().ok().and_then(serde_json::Number::from_f64) {
            Some(number) => Json::Number(number),
            None => Json::from(digits.as_str()),
        },
        Value::Boolean(value) => Json::from(*value),
        Value::Role(role) => role.to_json(),
        Value::List(items) => items.iter().map(to_json).collect(),
        other => other.to_text().map_or(Json::Null, Json::from),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn json_becomes_a_value() {
        let values = from_json(&json!([null, true, 1, 2.5, 3.0, "a", { "b": 1 }]));
        let texts = ["True", "1", "2.5", "3", "a", r#"{"b":1}"#].map(|text| Some(text.to_owned()));
        let Value::List(values) = values else { panic!("a list") };
        assert_eq!(values[0], Value::Null);
        assert_eq!(values[1..].iter().map(Value::to_text).collect::<Vec<_>>(), texts);
        assert_eq!(values[4], Value::Integer(3));
    }

    #[test]
    fn no_whole_number_is_rounded_on_its_way_out() {
        let exact = 1_i64 << 53;
        assert_eq!(to_json(&Value::Integer(exact)), json!(exact));
        assert_eq!(to_json(&Value::Integer(exact + 1)), json!("9007199254740993"));
        assert_eq!(to_json(&Value::Integer(i64::MIN)), json!("-9223372036854775808"));
        assert_eq!(to_json(&Value::number("42568.75")), json!(42568.75));
        assert_eq!(to_json(&Value::Boolean(true)), json!(true));
        assert_eq!(to_json(&Value::List(vec![Value::Null, Value::text("")])), json!([null, ""]));
    }
}
