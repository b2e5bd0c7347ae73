//! A person's attributes as expressions read them.

use crate::directory::Person;
use crate::expression::{Attributes, Value, attribute_from_json};

/// Lends a person to an evaluation. Booleans are the texts True and False there.
#[derive(Clone, Copy, Debug)]
pub struct PersonAttributes<'a>(pub &'a Person);

impl Attributes for PersonAttributes<'_> {
    fn get(&self, name: &str) -> Value {
        self.0.get(name).map_or(Value::Null, |json| attribute_from_json(name, json))
    }
}
