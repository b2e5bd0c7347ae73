//! RFC 7644 section 3.5.2, written for these tests, and the five ways in which Entra leaves it.

use serde_json::{Map, Value, json};

/// Entra's deviations, each of which a server may or may not understand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Switches {
    /// Operation names in any case.
    pub(super) operation_case: bool,
    /// The texts True and False for a Boolean attribute.
    pub(super) boolean_text: bool,
    /// Keys of a value without a path are read as paths.
    pub(super) dotted_keys: bool,
    /// A filter that picks no element creates it, with the filter's attribute.
    pub(super) filter_creates: bool,
    /// A bare text for the manager becomes its `value`.
    pub(super) bare_manager: bool,
}

pub(super) const ALL: Switches =
    Switches { operation_case: true, boolean_text: true, dotted_keys: true, filter_creates: true, bare_manager: true };
pub(super) const STRICT: Switches = Switches {
    operation_case: false,
    boolean_text: false,
    dotted_keys: false,
    filter_creates: false,
    bare_manager: false,
};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const MULTIVALUED: &[&str] = &["emails", "phoneNumbers", "addresses", "roles", "members"];
const BOOLEAN: &[&str] = &["active", "primary", "isBlocked"];

/// A path taken apart: schema, attribute, filter, sub-attribute.
struct Path {
    schema: Option<String>,
    attribute: String,
    filter: Option<(String, String)>,
    sub_attribute: Option<String>,
}

fn parse(text: &str) -> Path {
    let (head, filter, tail) = match text.split_once('[') {
        None => (text, None, ""),
        Some((head, rest)) => {
            let (inside, tail) = rest.rsplit_once(']').unwrap();
            let (attribute, value) = inside.split_once(" eq ").unwrap();
            let value: String = serde_json::from_str(value).unwrap();
            (head, Some((attribute.to_owned(), value)), tail.trim_start_matches('.'))
        }
    };
    let (schema, attribute) = match head.rsplit_once(':') {
        Some((schema, attribute)) => (Some(schema.to_owned()), attribute),
        None => (None, head),
    };
    let (attribute, sub) = attribute.split_once('.').unwrap_or((attribute, tail));
    let sub_attribute = (!sub.is_empty()).then(|| sub.to_owned());
    Path { schema, attribute: attribute.to_owned(), filter, sub_attribute }
}

/// Applies a PATCH, or says why a server refuses it.
pub(super) fn apply(resource: &mut Value, body: &Value, switches: Switches) -> Result<(), String> {
    assert_eq!(body["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:PatchOp"]));
    for operation in body["Operations"].as_array().unwrap() {
        let name = operation["op"].as_str().unwrap();
        let known = if switches.operation_case { name.to_ascii_lowercase() } else { name.to_owned() };
        let value = operation.get("value");
        match (known.as_str(), operation.get("path").map(|path| path.as_str().unwrap()), value) {
            ("add" | "replace", Some(path), Some(value)) => {
                set(resource, &parse(path), value, known == "add", switches)?;
            }
            ("add" | "replace", None, Some(Value::Object(members))) => {
                for (key, value) in members {
                    if key.contains(['.', ':']) && !switches.dotted_keys {
                        return Err(format!("invalidPath: no attribute {key}"));
                    }
                    set(resource, &parse(key), value, known == "add", switches)?;
                }
            }
            ("remove", Some(path), _) => remove(resource, &parse(path))?,
            _ => return Err(format!("invalidSyntax: {operation}")),
        }
    }
    Ok(())
}

fn members(value: &mut Value) -> &mut Map<String, Value> {
    if !value.is_object() {
        *value = json!({});
    }
    value.as_object_mut().unwrap()
}

fn holder<'a>(resource: &'a mut Value, path: &Path) -> &'a mut Map<String, Value> {
    match &path.schema {
        Some(schema) => members(members(resource).entry(schema.as_str()).or_insert(json!({}))),
        None => members(resource),
    }
}

fn typed(name: &str, schema: Option<&str>, value: &Value, switches: Switches) -> Result<Value, String> {
    if BOOLEAN.contains(&name) && !value.is_boolean() {
        return match value.as_str() {
            Some(text) if switches.boolean_text && text.eq_ignore_ascii_case("true") => Ok(json!(true)),
            Some(text) if switches.boolean_text && text.eq_ignore_ascii_case("false") => Ok(json!(false)),
            _ => Err(format!("invalidValue: {value} for the Boolean {name}")),
        };
    }
    if name == "manager" && schema == Some(ENTERPRISE) && !value.is_object() {
        let bare = format!("invalidValue: {value} for the complex attribute manager");
        return if switches.bare_manager { Ok(json!({ "value": value })) } else { Err(bare) };
    }
    Ok(value.clone())
}

fn set(resource: &mut Value, path: &Path, value: &Value, adds: bool, switches: Switches) -> Result<(), String> {
    let leaf = path.sub_attribute.as_deref().unwrap_or(&path.attribute);
    let value = typed(leaf, path.schema.as_deref(), value, switches)?;
    let holder = holder(resource, path);
    if let Some((attribute, wanted)) = &path.filter {
        let list = holder.entry(path.attribute.as_str()).or_insert(json!([])).as_array_mut().unwrap();
        let wanted = if attribute == "primary" { json!(wanted.eq_ignore_ascii_case("true")) } else { json!(wanted) };
        let mut picked: Vec<&mut Value> = list.iter_mut().filter(|element| element[attribute] == wanted).collect();
        if picked.is_empty() {
            if !switches.filter_creates {
                return Err("noTarget: the filter picks no element".to_owned());
            }
            list.push(json!({ attribute: wanted }));
            picked = list.last_mut().into_iter().collect();
        }
        for element in picked {
            members(element).insert(leaf.to_owned(), value.clone());
        }
        return Ok(());
    }
    if let Some(sub) = &path.sub_attribute {
        members(holder.entry(path.attribute.as_str()).or_insert(json!({}))).insert(sub.clone(), value);
        return Ok(());
    }
    if adds && MULTIVALUED.contains(&path.attribute.as_str()) {
        let list = holder.entry(path.attribute.as_str()).or_insert(json!([])).as_array_mut().unwrap();
        for item in value.as_array().unwrap() {
            if !list.contains(item) {
                list.push(item.clone());
            }
        }
        return Ok(());
    }
    holder.insert(path.attribute.clone(), value);
    Ok(())
}

fn remove(resource: &mut Value, path: &Path) -> Result<(), String> {
    let holder = holder(resource, path);
    match (&path.filter, &path.sub_attribute) {
        (None, None) => drop(holder.remove(&path.attribute)),
        (Some((attribute, wanted)), None) => {
            let list = holder.get_mut(&path.attribute).and_then(Value::as_array_mut).ok_or("noTarget")?;
            list.retain(|element| element[attribute] != json!(wanted));
        }
        _ => return Err("not needed here".to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(operations: &Value, switches: Switches) -> Result<Value, String> {
        let mut resource = json!({"active": true, "emails": [{"type": "work", "value": "a"}], "members": [{"value": "1"}, {"value": "2"}]});
        let schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
        apply(&mut resource, &json!({"schemas": schemas, "Operations": operations}), switches)?;
        Ok(resource)
    }

    #[test]
    fn the_standard_is_followed() {
        let done = |operation: Value| after(&json!([operation]), STRICT).unwrap();
        let resource = done(json!({"op": "replace", "path": "emails[type eq \"work\"].value", "value": "b"}));
        assert_eq!(resource["emails"], json!([{"type": "work", "value": "b"}]));
        assert_eq!(done(json!({"op": "replace", "value": {"title": "x"}}))["title"], "x");
        assert_eq!(
            done(json!({"op": "add", "path": "members", "value": [{"value": "3"}]}))["members"]
                .as_array()
                .unwrap()
                .len(),
            3
        );
        assert_eq!(
            done(json!({"op": "remove", "path": "members[value eq \"1\"]"}))["members"],
            json!([{"value": "2"}])
        );
        assert_eq!(done(json!({"op": "remove", "path": "members"})).get("members"), None);
        assert_eq!(done(json!({"op": "replace", "path": "active", "value": false}))["active"], false);
    }

    #[test]
    fn each_switch_lets_one_thing_pass() {
        let manager = format!("{ENTERPRISE}:manager");
        for (operation, switches, pointer, value) in [
            (
                json!({"op": "Add", "path": "title", "value": "x"}),
                Switches { operation_case: true, ..STRICT },
                "/title",
                json!("x"),
            ),
            (
                json!({"op": "replace", "path": "active", "value": "False"}),
                Switches { boolean_text: true, ..STRICT },
                "/active",
                json!(false),
            ),
            (
                json!({"op": "replace", "value": {"name.givenName": "x"}}),
                Switches { dotted_keys: true, ..STRICT },
                "/name/givenName",
                json!("x"),
            ),
            (
                json!({"op": "add", "path": "emails[type eq \"home\"].value", "value": "h"}),
                Switches { filter_creates: true, ..STRICT },
                "/emails/1",
                json!({"type": "home", "value": "h"}),
            ),
            (
                json!({"op": "add", "path": manager, "value": "7"}),
                Switches { bare_manager: true, ..STRICT },
                "/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager",
                json!({"value": "7"}),
            ),
        ] {
            assert!(after(&json!([operation]), STRICT).is_err(), "{operation}");
            assert_eq!(after(&json!([operation]), switches).unwrap().pointer(pointer), Some(&value), "{operation}");
        }
    }
}
