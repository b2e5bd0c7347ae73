//! A source person: attributes under the engine's names, Graph's renamed, and the states around them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::{is_directory_extension, source_attribute, source_attributes};
use crate::plan::{ObjectKind, SamplePerson};

/// Keys of a person that say in what state it is; they are no source attributes.
pub const STATES: [&str; 4] = ["assigned", "softDeleted", "hardDeleted", "memberOf"];

/// A person as the provisioning engine sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// What to call the person.
    pub label: String,
    /// The attributes under the engine's names, computed ones included.
    pub attributes: BTreeMap<String, Value>,
    /// Whether the person is assigned to the application.
    pub assigned: bool,
    /// Whether the person lies in Entra's recycle bin.
    pub soft_deleted: bool,
}

impl Person {
    /// A person from a flat object, with notes about keys that were renamed or are not known.
    pub fn from_flat(flat: &SamplePerson) -> (Self, Vec<String>) {
        let mut notes = Vec::new();
        let mut attributes = BTreeMap::new();
        for (key, value) in &flat.attributes {
            if STATES.contains(&key.as_str()) || key.starts_with('@') {
                continue;
            }
            if key == "onPremisesExtensionAttributes" {
                if let Value::Object(members) = value {
                    attributes.extend(members.iter().map(|(name, value)| (name.clone(), value.clone())));
                }
                continue;
            }
            let name = engine_name(key);
            let known = source_attribute(ObjectKind::User, name).is_some() || is_directory_extension(name);
            if !known {
                notes.push(format!("{key} is no source attribute that Entra lists; it is kept"));
            }
            // The engine holds one telephone number where Graph has a list.
            let value = match (name, value) {
                ("telephoneNumber", Value::Array(items)) => items.first().cloned().unwrap_or_default(),
                _ => value.clone(),
            };
            attributes.insert(name.to_owned(), value);
        }
        let state = |key: &str, default: bool| flat.attributes.get(key).and_then(as_boolean).unwrap_or(default);
        let mut person = Self {
            label: flat.label(),
            assigned: state("assigned", true),
            soft_deleted: state("softDeleted", false) || state("hardDeleted", false),
            attributes,
        };
        person.split_guest_name();
        person.compute_is_soft_deleted();
        (person, notes)
    }

    /// A source attribute; nothing where it is absent.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.attributes.get(name).filter(|value| !value.is_null())
    }

    /// Whether sign-in is blocked.
    pub fn blocked(&self) -> bool {
        self.get("accountEnabled").and_then(as_boolean) == Some(false)
    }

    /// Whether Entra counts the person as soft-deleted (entra-docs, how-provisioning-works: IsSoftDeleted).
    pub fn is_soft_deleted(&self) -> bool {
        self.get("IsSoftDeleted").and_then(as_boolean) == Some(true)
    }

    /// For a B2B guest the engine strips `#EXT#` and the home domain and keeps the stored name beside it
    /// (entra-docs, customize-application-attributes).
    fn split_guest_name(&mut self) {
        let Some(Value::String(stored)) = self.attributes.get("userPrincipalName") else { return };
        let stored = stored.clone();
        if let Some((alias, _)) = stored.split_once("#EXT#")
            && let Some((name, domain)) = alias.rsplit_once('_')
        {
            self.attributes.insert("userPrincipalName".to_owned(), format!("{name}@{domain}").into());
        }
        self.attributes.entry("originalUserPrincipalName".to_owned()).or_insert(stored.into());
    }

    fn compute_is_soft_deleted(&mut self) {
        if self.get("IsSoftDeleted").is_none() {
            let deleted = self.blocked() || !self.assigned || self.soft_deleted;
            self.attributes.insert("IsSoftDeleted".to_owned(), deleted.into());
        }
    }
}

/// The engine's name for a key that may be Microsoft Graph's.
fn engine_name(key: &str) -> &str {
    if let Some(name) = key.strip_prefix("onPremisesExtensionAttributes.") {
        return name;
    }
    if source_attribute(ObjectKind::User, key).is_some() {
        return key;
    }
    source_attributes(ObjectKind::User)
        .iter()
        // accountEnabled is an attribute of its own and IsSoftDeleted is computed from it.
        .find(|attribute| attribute.graph_name == Some(key) && attribute.name != "IsSoftDeleted")
        .map_or(key, |attribute| attribute.name)
}

/// True or False, as JSON or as text.
fn as_boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(*value),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn person(value: &Value) -> (Person, Vec<String>) {
        Person::from_flat(&serde_json::from_value(value.clone()).unwrap())
    }

    #[test]
    fn graphs_names_become_the_engines() {
        let (person, notes) = person(&json!({
            "id": "1", "mobilePhone": "+49", "businessPhones": ["+41", "+43"], "faxNumber": "f", "officeLocation": "o",
            "onPremisesExtensionAttributes.extensionAttribute1": "e1",
            "onPremisesExtensionAttributes": {"extensionAttribute2": "e2"},
        }));
        for (name, value) in [
            ("objectId", "1"),
            ("mobile", "+49"),
            ("telephoneNumber", "+41"),
            ("facsimileTelephoneNumber", "f"),
            ("physicalDeliveryOfficeName", "o"),
            ("extensionAttribute1", "e1"),
            ("extensionAttribute2", "e2"),
        ] {
            assert_eq!(person.get(name), Some(&json!(value)), "{name}");
        }
        assert_eq!(notes, Vec::<String>::new());
    }

    #[test]
    fn an_unknown_key_is_kept_and_named() {
        let (person, notes) = person(&json!({"shoeSize": 43}));
        assert_eq!(person.get("shoeSize"), Some(&json!(43)));
        assert_eq!(notes.len(), 1);
        assert!(notes[0].contains("shoeSize"));
    }

    #[test]
    fn a_guests_name_is_stripped_and_the_stored_one_kept() {
        let (person, _) = person(&json!({"userPrincipalName": "lu_ross_fabrikam.com#EXT#@contoso.onmicrosoft.com"}));
        assert_eq!(person.get("userPrincipalName"), Some(&json!("lu_ross@fabrikam.com")));
        assert_eq!(
            person.get("originalUserPrincipalName"),
            Some(&json!("lu_ross_fabrikam.com#EXT#@contoso.onmicrosoft.com"))
        );
    }

    #[test]
    fn is_soft_deleted_is_computed_unless_it_is_given() {
        for (flat, deleted) in [
            (json!({}), false),
            (json!({"accountEnabled": true}), false),
            (json!({"accountEnabled": false}), true),
            (json!({"accountEnabled": "False"}), true),
            (json!({"assigned": false}), true),
            (json!({"softDeleted": true}), true),
            (json!({"accountEnabled": false, "IsSoftDeleted": false}), false),
        ] {
            assert_eq!(person(&flat).0.is_soft_deleted(), deleted, "{flat}");
        }
    }
}
