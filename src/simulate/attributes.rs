//! A person's attributes as expressions read them.

use serde_json::Value as Json;

use crate::directory::Person;
use crate::expression::{Attributes, Value};

/// Lends a person to an evaluation. Booleans are the texts True and False there.
#[derive(Clone, Copy, Debug)]
pub struct PersonAttributes<'a>(pub &'a Person);

impl Attributes for PersonAttributes<'_> {
    fn get(&self, name: &str) -> Value {
        self.0.get(name).map_or(Value::Null, value)
    }
}

fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::text(if *value { "True" } else { "False" }),
        Json::Number(number) => Value::number(&number.to_string()),
        Json::String(text) => Value::text(text.as_str()),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        // An object is a complex value such as an app role; expressions see its JSON.
        Json::Object(_) => Value::text(json.to_string()),
    }
}
