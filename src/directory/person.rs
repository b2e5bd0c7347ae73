//! A source person: attributes under the engine's names, Graph's renamed, and the states around them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::knowledge::Knowledge;
use super::spelling::{STATES, known, spelled};
use crate::catalog::{is_directory_extension, source_attribute, source_attributes};
use crate::plan::{ObjectKind, SamplePerson};

/// A person as the provisioning engine sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// What to call the person.
    pub label: String,
    /// The attributes under the engine's names, computed ones included.
    pub attributes: BTreeMap<String, Value>,
    /// Whether the person is assigned to the application.
    pub assigned: bool,
    /// Whether the person is in Entra's recycle bin.
    pub soft_deleted: bool,
    /// Whether the person is purged from Entra.
    pub hard_deleted: bool,
    /// The names of the groups that the person is a direct member of.
    pub member_of: Vec<String>,
    /// The manager, if the file gives a whole person and not only an object id.
    pub manager: Option<Box<Person>>,
    /// Whether IsSoftDeleted was given rather than computed.
    pub carries_is_soft_deleted: bool,
    /// When Entra looks at the person, in milliseconds since 1970: what `Now()` has in an expression.
    pub seen_at: Option<i64>,
    /// What the file says, if it does not say everything. Without it, an absent attribute is empty.
    pub knowledge: Option<Knowledge>,
}

impl Person {
    /// A person from a flat object, with notes about keys that are not known.
    pub fn from_flat(flat: &SamplePerson) -> (Self, Vec<String>) {
        let mut about = About::default();
        let person = Self::read(flat, &mut about);
        (person, about.notes())
    }

    /// Several people, with one note for each kind of remark.
    pub fn from_all(flats: &[SamplePerson]) -> (Vec<Self>, Vec<String>) {
        let mut about = About::default();
        let people = flats.iter().map(|flat| Self::read(flat, &mut about)).collect();
        (people, about.notes())
    }

    fn read(flat: &SamplePerson, about: &mut About) -> Self {
        let mut attributes = BTreeMap::new();
        let mut manager = None;
        let given: BTreeMap<&str, &Value> = flat.attributes.iter().map(|(key, value)| (spelled(key), value)).collect();
        for (key, value) in &given {
            // Annotations are separate (`@odata.context`) or next to a member (`manager@odata.type`).
            let is_bookkeeping = key.contains('@') || key.starts_with("odata.");
            if STATES.contains(key) || *key == "deletedDateTime" || is_bookkeeping {
                continue;
            }
            if let Value::Object(members) = value {
                if *key == "onPremisesExtensionAttributes" {
                    let known = |(name, value): (&String, &Value)| (spelled(name).to_owned(), value.clone());
                    attributes.extend(members.iter().map(known));
                    continue;
                }
                if *key == "manager" {
                    let sample = SamplePerson { attributes: members.clone().into_iter().collect() };
                    let person = Self::read(&sample, &mut About::default());
                    attributes.insert("manager".to_owned(), person.key().map_or(Value::Null, Value::from));
                    manager = Some(Box::new(person));
                    continue;
                }
                // Graph nests what the engine's list names with a dot, such as employeeOrgData.costCenter.
                let dotted = |name: &String| known(&format!("{key}.{name}")).map(str::to_owned);
                if members.keys().any(|name| dotted(name).is_some()) {
                    let flat = |(name, value): (&String, &Value)| {
                        (dotted(name).unwrap_or_else(|| format!("{key}.{name}")), value.clone())
                    };
                    attributes.extend(members.iter().map(flat));
                    continue;
                }
            }
            let name = engine_name(key);
            let is_known = source_attribute(ObjectKind::User, name).is_some() || is_directory_extension(name);
            if !is_known && !value.is_null() {
                about.unknown.insert(name.to_owned());
            }
            let value = match (name, value) {
                // The engine holds one telephone number where Graph has a list.
                ("telephoneNumber", Value::Array(items)) => items.first().cloned().unwrap_or_default(),
                ("appRoleAssignments", Value::Array(items)) => roles(items, about),
                _ => (*value).clone(),
            };
            attributes.insert(name.to_owned(), value);
        }
        let state = |key: &str, default: bool| given.get(key).and_then(|value| as_boolean(value)).unwrap_or(default);
        let mut person = Self {
            label: flat.label(),
            assigned: state("assigned", true),
            // Graph says since when: directory/deletedItems answers users with a time there.
            soft_deleted: state("softDeleted", given.get("deletedDateTime").is_some_and(|value| value.is_string())),
            hard_deleted: state("hardDeleted", false),
            member_of: given.get("memberOf").map(|value| names(value)).unwrap_or_default(),
            manager,
            carries_is_soft_deleted: attributes.get("IsSoftDeleted").is_some_and(|given| !given.is_null()),
            seen_at: None,
            knowledge: None,
            attributes,
        };
        person.split_guest_name();
        person.compute_is_soft_deleted();
        person
    }

    /// A source attribute; nothing where it is absent.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.attributes.get(name).filter(|value| !value.is_null())
    }

    /// Whether an attribute is not known from the file, which is not the same as empty. `IsSoftDeleted` is unknown if sign-in
    /// could be blocked and nothing else decides.
    pub fn is_unknown(&self, name: &str) -> bool {
        let Some(knowledge) = &self.knowledge else { return false };
        match name {
            "IsSoftDeleted" if self.carries_is_soft_deleted || self.is_soft_deleted() => false,
            "IsSoftDeleted" => !knowledge.has("accountEnabled"),
            "originalUserPrincipalName" => !knowledge.has("userPrincipalName"),
            name => !knowledge.has(name),
        }
    }

    /// What names the person in the source: the object id, else the user principal name.
    pub fn key(&self) -> Option<&str> {
        let text = |name| self.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        text("objectId").or_else(|| text("userPrincipalName"))
    }

    /// A person of whom only the name in the source is known: an object id, or a user principal name.
    pub fn known_by(key: &str) -> Self {
        let name = if key.contains('@') { "userPrincipalName" } else { "objectId" };
        let attributes = BTreeMap::from([(name.to_owned(), Value::from(key))]);
        Self { label: key.to_owned(), attributes, assigned: true, ..Self::default() }
    }

    /// Whether sign-in is blocked.
    pub fn blocked(&self) -> bool {
        self.get("accountEnabled").and_then(as_boolean) == Some(false)
    }

    /// Whether Entra counts the person as soft-deleted (entra-docs, how-provisioning-works: IsSoftDeleted).
    pub fn is_soft_deleted(&self) -> bool {
        self.get("IsSoftDeleted").and_then(as_boolean) == Some(true)
    }

    /// Why IsSoftDeleted is what it is (entra-docs, how-provisioning-works).
    pub fn why_soft_deleted(&self) -> &'static str {
        if self.carries_is_soft_deleted {
            "given as such"
        } else if self.hard_deleted {
            "purged from Entra"
        } else if self.soft_deleted {
            "in Entra's recycle bin"
        } else if !self.assigned {
            "not assigned to the application"
        } else if self.blocked() {
            "sign-in is blocked"
        } else {
            "enabled and assigned"
        }
    }

    /// For a B2B guest the engine strips `#EXT#` and the home domain and keeps the stored name beside it
    /// (entra-docs, customize-application-attributes).
    fn split_guest_name(&mut self) {
        let Some(Value::String(stored)) = self.attributes.get("userPrincipalName") else { return };
        let stored = stored.clone();
        if let Some(name) = name_of_guest(&stored) {
            self.attributes.insert("userPrincipalName".to_owned(), name.into());
        }
        self.attributes.entry("originalUserPrincipalName".to_owned()).or_insert(stored.into());
    }

    fn compute_is_soft_deleted(&mut self) {
        if !self.carries_is_soft_deleted {
            let deleted = self.blocked() || !self.assigned || self.soft_deleted || self.hard_deleted;
            self.set_is_soft_deleted(deleted);
        }
    }

    /// The same person with sign-in allowed.
    pub fn set_enabled(&mut self) {
        if self.blocked() {
            self.attributes.insert("accountEnabled".to_owned(), true.into());
        }
        self.compute_is_soft_deleted();
    }

    /// The same person with IsSoftDeleted set, as an event or a scope decides it.
    pub fn set_is_soft_deleted(&mut self, deleted: bool) {
        self.attributes.insert("IsSoftDeleted".to_owned(), deleted.into());
    }
}

/// What the stored name of every guest has.
pub const GUEST_MARK: &str = "#EXT#";

/// The user principal name of a guest, by the stored name; nothing for everybody else.
pub fn name_of_guest(stored: &str) -> Option<String> {
    // Most names have no sign of this kind.
    let (alias, _) = stored.as_bytes().contains(&b'#').then(|| stored.split_once(GUEST_MARK)).flatten()?;
    let (name, domain) = alias.rsplit_once('_')?;
    Some(format!("{name}@{domain}"))
}

/// Remarks about people, gathered over all of them.
#[derive(Default)]
struct About {
    unknown: BTreeSet<String>,
    has_role_ids: bool,
}

impl About {
    fn notes(self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.unknown.is_empty() {
            let keys: Vec<String> = self.unknown.into_iter().collect();
            let (noun, what) =
                if keys.len() == 1 { ("this key", "it is kept") } else { ("these keys", "they are kept") };
            notes.push(format!("Entra lists no source attribute for {noun}; {what}: {}", keys.join(", ")));
        }
        if self.has_role_ids {
            notes.push(
                "appRoleAssignments contains only the IDs of roles. Graph has their values in the application's appRoles. \
                 Crosswalk leaves these roles out. To see them, add value and displayName"
                    .to_owned(),
            );
        }
        notes
    }
}

/// App roles with their value and display name: as objects, as texts, or only with an id, as Graph returns them.
fn roles(items: &[Value], about: &mut About) -> Value {
    let mut roles = Vec::new();
    for item in items {
        match item {
            Value::String(text) if !text.is_empty() => {
                roles.push(json!({ "id": "", "value": text, "displayName": text }));
            }
            Value::Object(members) => {
                let found = |name: &str| {
                    let member = members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
                    member.and_then(|(_, value)| value.as_str()).unwrap_or_default().to_owned()
                };
                let (value, name) = (found("value"), found("displayName"));
                if value.is_empty() && name.is_empty() {
                    about.has_role_ids = true;
                    continue;
                }
                let mut role = members.clone();
                role.retain(|key, _| !["id", "value", "displayname"].contains(&key.to_ascii_lowercase().as_str()));
                role.insert("id".to_owned(), found("id").into());
                role.insert("value".to_owned(), value.into());
                role.insert("displayName".to_owned(), name.into());
                roles.push(Value::Object(role));
            }
            _ => {}
        }
    }
    Value::Array(roles)
}

/// The engine's name for a key that may be Microsoft Graph's.
pub fn engine_name(key: &str) -> &str {
    const PREFIX: &str = "onPremisesExtensionAttributes.";
    if let Some((_, name)) = key.split_at_checked(PREFIX.len()).filter(|(start, _)| start.eq_ignore_ascii_case(PREFIX))
    {
        return spelled(name);
    }
    if source_attribute(ObjectKind::User, key).is_some() {
        return key;
    }
    source_attributes(ObjectKind::User)
        .iter()
        // accountEnabled is a separate attribute, and IsSoftDeleted is computed from it.
        .find(|attribute| attribute.graph_name == Some(key) && attribute.name != "IsSoftDeleted")
        .map_or(key, |attribute| attribute.name)
}

/// Names of groups: texts, or Graph's group objects.
fn names(value: &Value) -> Vec<String> {
    let name = |one: &Value| one.as_str().or_else(|| one.get("displayName")?.as_str()).map(str::to_owned);
    value.as_array().map(|items| items.iter().filter_map(name).collect()).unwrap_or_default()
}

/// True or False, as JSON or as text.
pub fn as_boolean(value: &Value) -> Option<bool> {
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
    fn is_soft_deleted_has_a_reason() {
        for (flat, deleted, why) in [
            (json!({"mail": "a@b.c"}), false, "enabled and assigned"),
            (json!({"accountEnabled": false}), true, "sign-in is blocked"),
            (json!({"accountEnabled": false, "assigned": false}), true, "not assigned to the application"),
            (json!({"softDeleted": true}), true, "in Entra's recycle bin"),
            (json!({"deletedDateTime": "2026-01-31T10:00:00Z"}), true, "in Entra's recycle bin"),
            (json!({"deletedDateTime": null}), false, "enabled and assigned"),
            (json!({"hardDeleted": true}), true, "purged from Entra"),
            (json!({"IsSoftDeleted": "False", "softDeleted": true}), false, "given as such"),
        ] {
            let (person, _) = person(&flat);
            assert_eq!((person.is_soft_deleted(), person.why_soft_deleted()), (deleted, why), "{flat}");
        }
    }

    #[test]
    fn a_manager_may_be_a_person_and_states_are_no_attributes() {
        let (anna, notes) = person(&json!({
            "userPrincipalName": "anna@contoso.com", "memberOf": ["Sales", {"displayName": "Köln"}], "assigned": false,
            "manager": {"@odata.type": "#microsoft.graph.user", "id": "7", "manager": {"userPrincipalName": "c@d.e"}},
            "manager@odata.associationLink": "x", "employeeOrgData": {"costCenter": "K1", "division": null},
        }));
        assert_eq!(anna.get("manager"), Some(&json!("7")));
        let manager = anna.manager.as_ref().unwrap();
        assert_eq!((manager.key(), manager.manager.as_ref().unwrap().key()), (Some("7"), Some("c@d.e")));
        assert_eq!(anna.member_of, ["Sales", "Köln"]);
        assert_eq!((anna.assigned, anna.get("assigned"), anna.get("memberOf")), (false, None, None));
        assert_eq!(anna.get("employeeOrgData.costCenter"), Some(&json!("K1")));
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
    fn keys_count_regardless_of_case() {
        let (anna, notes) = person(&json!({
            "Id": "1", "UserPrincipalName": "anna@contoso.com", "DisplayName": "Anna", "AccountEnabled": false,
            "Assigned": false, "MemberOf": ["Sales"], "EmployeeOrgData": {"CostCenter": "K1"}, "MobilePhone": "+49",
            "OnPremisesExtensionAttributes": {"ExtensionAttribute1": "e1"}, "Activities": null,
        }));
        assert_eq!(anna.label, "Anna");
        for (name, value) in [
            ("objectId", json!("1")),
            ("accountEnabled", json!(false)),
            ("employeeOrgData.costCenter", json!("K1")),
            ("mobile", json!("+49")),
            ("extensionAttribute1", json!("e1")),
        ] {
            assert_eq!(anna.get(name), Some(&value), "{name}");
        }
        assert_eq!((anna.assigned, anna.member_of), (false, vec!["Sales".to_owned()]));
        assert_eq!(notes, Vec::<String>::new());
    }

    #[test]
    fn many_unknown_keys_give_one_note_and_bookkeeping_none() {
        let keys = (0..35).map(|key| (format!("graph{key}"), json!("x")));
        let mut flat: BTreeMap<String, Value> = keys.collect();
        flat.insert("@odata.context".to_owned(), json!("x"));
        flat.insert("odata.type".to_owned(), json!("x"));
        let flat = SamplePerson { attributes: flat };
        let (_, notes) = Person::from_all(&[flat.clone(), flat]);
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert!(notes[0].contains("graph0, graph1, graph10"), "{notes:?}");
    }

    #[test]
    fn a_role_is_read_from_a_text_and_from_an_object_and_an_id_alone_is_said() {
        let (anna, notes) = person(&json!({"appRoleAssignments": [
            "Editors", {"Value": "Admins", "DisplayName": "Administrators", "Id": "r2"}, {"appRoleId": "r3"},
        ]}));
        assert_eq!(
            anna.get("appRoleAssignments"),
            Some(&json!([
                {"id": "", "value": "Editors", "displayName": "Editors"},
                {"id": "r2", "value": "Admins", "displayName": "Administrators"},
            ]))
        );
        assert!(notes.len() == 1 && notes[0].contains("only the IDs of roles"), "{notes:?}");
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
