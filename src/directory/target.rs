//! The users and groups at the target: SCIM resources, read and changed by attribute path.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plan::{AttributePath, ElementFilter, ObjectKind};

/// A user or a group at the target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetResource {
    /// The resource as the target answers it.
    pub members: Map<String, Value>,
}

/// All users and groups at the target, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetDirectory {
    /// Its users or groups.
    pub resources: Vec<TargetResource>,
    /// Which of them Entra has linked: the source object's key and the target's id.
    pub links: BTreeMap<String, String>,
    /// Whether the target has more resources than these: people who are missing here can still be in the target.
    pub is_part: bool,
    /// The paths that the file of its users says, if it does not say everything: nothing is known about any other.
    pub says: Option<Vec<String>>,
}

impl TargetDirectory {
    /// Resources that no object of the source is linked to yet.
    pub fn unlinked(resources: Vec<TargetResource>) -> Self {
        Self { resources, ..Self::default() }
    }

    /// Whether it is known what the users have at a path.
    pub fn says(&self, path: &AttributePath<'_>) -> bool {
        let is_said = |said: &String| AttributePath::parse(said).is_ok_and(|said| said.same_as(path));
        self.says.as_ref().is_none_or(|says| says.iter().any(is_said))
    }

    /// The resource of an id.
    pub fn by_id(&self, id: &str) -> Option<&TargetResource> {
        self.resources.iter().find(|resource| resource.id() == Some(id))
    }
}

impl TargetResource {
    /// The target's own id.
    pub fn id(&self) -> Option<&str> {
        member(&self.members, "id").and_then(Value::as_str).filter(|id| !id.is_empty())
    }

    /// Whether it is a user or a group, where it says so: by `meta.resourceType`, else by its schemas.
    pub fn kind(&self) -> Option<ObjectKind> {
        let says = member(&self.members, "meta").and_then(|meta| meta.get("resourceType")).and_then(Value::as_str);
        let schemas = member(&self.members, "schemas").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let ends = |ending: &str| {
            says.is_some_and(|says| says.eq_ignore_ascii_case(ending))
                || schemas.iter().filter_map(Value::as_str).any(|schema| schema.ends_with(&format!(":{ending}")))
        };
        let kinds = [(ObjectKind::User, "User"), (ObjectKind::Group, "Group")];
        kinds.into_iter().find(|(_, ending)| ends(ending)).map(|(kind, _)| kind)
    }

    /// Every value at a path: more than one where the path leads through a list. Null, the empty text and an empty list
    /// are no values; a complex value that has a `value` is that.
    pub fn values(&self, path: &AttributePath<'_>) -> Vec<&Value> {
        let found = self.holder(path).and_then(|members| member(members, path.attribute));
        let elements = match found {
            Some(Value::Array(items)) => items.iter().collect(),
            found => found.into_iter().collect::<Vec<_>>(),
        };
        let picked =
            elements.into_iter().filter(|one| path.filter.as_ref().is_none_or(|filter| is_element(one, filter)));
        picked.filter_map(|element| value_of(path, element)).filter(|value| !is_empty(value)).collect()
    }

    /// The whole value at a path that picks no element: a list stays a list.
    pub fn whole(&self, path: &AttributePath<'_>) -> Option<&Value> {
        let found = self.holder(path).and_then(|members| member(members, path.attribute));
        found.filter(|value| !is_empty(value))
    }

    /// The value at a path: the value of the element or sub-attribute, or else the whole value.
    pub fn whole_or_value(&self, path: &AttributePath<'_>) -> Option<Value> {
        let whole =
            self.whole(path).filter(|value| value.is_array() && path.filter.is_none() && path.sub_attribute.is_none());
        whole.or_else(|| self.values(path).first().copied()).cloned()
    }

    /// Sets the value at a path. Missing elements and complex values are added.
    pub fn set(&mut self, path: &AttributePath<'_>, value: Value) {
        let holder = match extension(path) {
            Some(schema) => object(member_mut(&mut self.members, schema)),
            None => Some(&mut self.members),
        };
        let attribute = holder.map(|holder| member_mut(holder, path.attribute));
        let place = match (&path.filter, path.sub_attribute) {
            (None, None) => attribute,
            (None, Some(sub)) => attribute.and_then(object).map(|complex| member_mut(complex, sub)),
            (Some(filter), sub) => attribute
                .and_then(|list| element(list, filter))
                .and_then(object)
                .map(|element| member_mut(element, sub.unwrap_or("value"))),
        };
        if let Some(place) = place {
            *place = value;
        }
    }

    fn holder(&self, path: &AttributePath<'_>) -> Option<&Map<String, Value>> {
        match extension(path) {
            Some(schema) => member(&self.members, schema).and_then(Value::as_object),
            None => Some(&self.members),
        }
    }
}

/// The extension schema of a path; the attributes of the core schemas are at the top level (RFC 7643 section 3.1).
fn extension<'a>(path: &AttributePath<'a>) -> Option<&'a str> {
    path.schema.filter(|schema| !schema.to_ascii_lowercase().starts_with("urn:ietf:params:scim:schemas:core:"))
}

/// The member of a name, which SCIM compares without case (RFC 7643 section 2.1).
fn member<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    members.get(name).or_else(|| members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

fn member_mut<'a>(members: &'a mut Map<String, Value>, name: &str) -> &'a mut Value {
    let spelled = members.keys().find(|key| key.eq_ignore_ascii_case(name)).cloned();
    members.entry(spelled.unwrap_or_else(|| name.to_owned())).or_insert(Value::Null)
}

/// The object in a place. Any other value there is replaced.
fn object(place: &mut Value) -> Option<&mut Map<String, Value>> {
    if !place.is_object() {
        *place = Value::Object(Map::new());
    }
    place.as_object_mut()
}

/// The element that a filter picks. A missing one is added.
fn element<'a>(place: &'a mut Value, filter: &ElementFilter<'_>) -> Option<&'a mut Value> {
    if !place.is_array() {
        *place = Value::Array(Vec::new());
    }
    let items = place.as_array_mut()?;
    let index = items.iter().position(|item| is_element(item, filter)).unwrap_or_else(|| {
        items.push(Value::Object([(filter.attribute.to_owned(), filter_value(filter))].into_iter().collect()));
        items.len() - 1
    });
    items.get_mut(index)
}

/// What a path means by an element: its sub-attribute, else its `value`, else itself.
fn value_of<'a>(path: &AttributePath<'_>, element: &'a Value) -> Option<&'a Value> {
    match (path.sub_attribute, element) {
        (Some(sub), Value::Object(members)) => member(members, sub),
        (None, Value::Object(members)) => member(members, "value").or(Some(element)),
        (sub, scalar) => sub.is_none().then_some(scalar),
    }
}

/// The filter's value as an element carries it: `primary` is a Boolean.
fn filter_value(filter: &ElementFilter<'_>) -> Value {
    match filter.value {
        value if filter.attribute != "primary" => value.into(),
        value => value.eq_ignore_ascii_case("true").into(),
    }
}

fn is_element(element: &Value, filter: &ElementFilter<'_>) -> bool {
    match element.as_object().and_then(|members| member(members, filter.attribute)) {
        Some(Value::String(text)) => text.eq_ignore_ascii_case(filter.value),
        Some(Value::Bool(value)) => filter.value.eq_ignore_ascii_case(if *value { "true" } else { "false" }),
        _ => false,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn resource(value: Value) -> TargetResource {
        TargetResource { members: serde_json::from_value(value).unwrap() }
    }

    #[test]
    fn values_are_found_by_path_however_names_are_spelled() {
        let anna = resource(json!({
            "ID": "7", "Title": "", "emails": [{"type": "Work", "value": "a@b.c"}, {"type": "home", "value": "h@b.c"}],
            "roles": [{"primary": true, "value": "Admin"}], "name": {"givenName": "Anna"},
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user": {"manager": {"value": "8", "$ref": "x"}},
        }));
        assert_eq!(anna.id(), Some("7"));
        for (path, values) in [
            ("emails[type eq \"work\"].value", json!(["a@b.c"])),
            ("emails.value", json!(["a@b.c", "h@b.c"])),
            ("emails", json!(["a@b.c", "h@b.c"])),
            ("emails[type eq \"other\"].value", json!([])),
            ("roles[primary eq \"True\"].value", json!(["Admin"])),
            ("urn:ietf:params:scim:schemas:core:2.0:User:name.givenName", json!(["Anna"])),
            ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", json!(["8"])),
            ("title", json!([])),
        ] {
            let found: Vec<&Value> = anna.values(&AttributePath::parse(path).unwrap());
            assert_eq!(json!(found), values, "{path}");
        }
    }

    #[test]
    fn setting_makes_what_is_missing() {
        let mut anna = resource(json!({"name": "x"}));
        for path in [
            "name.givenName",
            "emails[type eq \"work\"].value",
            "roles[primary eq \"True\"].value",
            "urn:ietf:params:scim:schemas:extension:a:2.0:User:b",
        ] {
            anna.set(&AttributePath::parse(path).unwrap(), "v".into());
            anna.set(&AttributePath::parse(path).unwrap(), "w".into());
        }
        assert_eq!(
            Value::Object(anna.members),
            json!({
                "name": {"givenName": "w"}, "emails": [{"type": "work", "value": "w"}],
                "roles": [{"primary": true, "value": "w"}], "urn:ietf:params:scim:schemas:extension:a:2.0:User": {"b": "w"},
            })
        );
    }
}
