//! A source group: its attributes and its direct members.

use serde_json::Value;

use super::Person;
use super::spelling::spelled;
use crate::plan::SamplePerson;

/// A group as the provisioning engine sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The group's own attributes, for expressions and scoping filters.
    pub source: Person,
    /// The direct members.
    pub members: Vec<Member>,
}

/// A direct member of a group.
#[derive(Clone, Debug, PartialEq)]
pub enum Member {
    /// A person. If the file gives only an id, nothing else is known.
    Person(Box<Person>),
    /// A group within the group, with the names of those in it.
    Group {
        /// What names the group in the source.
        key: String,
        /// Its name.
        label: String,
        /// The people and groups in it, as far as the file says.
        inside: Vec<String>,
    },
}

impl Member {
    /// The key of the member in the source.
    pub fn key(&self) -> &str {
        match self {
            Self::Person(person) => person.key().unwrap_or(&person.label),
            Self::Group { key, .. } => key,
        }
    }

    fn from_json(value: &Value) -> Option<Self> {
        let members = match value {
            Value::String(key) if !key.is_empty() => return Some(Self::Person(Box::new(Person::known_by(key)))),
            Value::Object(members) => members,
            _ => return None,
        };
        if !is_group(value) {
            let sample = SamplePerson { attributes: members.clone().into_iter().collect() };
            return Some(Self::Person(Box::new(Person::from_flat(&sample).0)));
        }
        let group = Group::from_flat(&SamplePerson { attributes: members.clone().into_iter().collect() }).0;
        let label = group.source.label.clone();
        let inside = group.members.iter().map(|member| member.label().to_owned()).collect();
        Some(Self::Group { key: group.source.key().unwrap_or(&label).to_owned(), label, inside })
    }

    /// What to call the member.
    pub fn label(&self) -> &str {
        match self {
            Self::Person(person) => &person.label,
            Self::Group { label, .. } => label,
        }
    }
}

/// Whether a JSON object is a group: Graph says so, or it has members.
fn is_group(value: &Value) -> bool {
    let Value::Object(members) = value else { return false };
    let member = |name: &str| members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let kind = member("@odata.type").or_else(|| member("odata.type")).and_then(Value::as_str);
    kind.is_some_and(|kind| kind.to_ascii_lowercase().ends_with(".group"))
        || member("members").is_some_and(Value::is_array)
}

impl Group {
    /// A group from a flat object, with notes about members that cannot be used.
    pub fn from_flat(flat: &SamplePerson) -> (Self, Vec<String>) {
        let spelled = |(key, value): (&String, &Value)| (spelled(key).to_owned(), value.clone());
        let mut own = SamplePerson { attributes: flat.attributes.iter().map(spelled).collect() };
        let given = own.attributes.remove("members").unwrap_or_default();
        // The notes are about the attributes of users; a group has other ones.
        let (source, _) = Person::from_flat(&own);
        let mut notes = Vec::new();
        let mut members: Vec<Member> = Vec::new();
        for (index, value) in given.as_array().map(Vec::as_slice).unwrap_or_default().iter().enumerate() {
            match Member::from_json(value) {
                Some(member) if members.iter().any(|other| other.key() == member.key()) => {
                    notes.push(format!("members/{index}: {} occurs twice and counts once", member.label()));
                }
                Some(member) => members.push(member),
                None => {
                    notes.push(format!(
                        "members/{index}: this is not an object id, a user principal name or an object. It is left out"
                    ));
                }
            }
        }
        if !matches!(given, Value::Null | Value::Array(_)) {
            notes.push("members is not a list. The group counts as empty".to_owned());
        }
        (Self { source, members }, notes)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn members_are_ids_people_or_groups() {
        let flat = json!({
            "id": "g1", "displayName": "Sales",
            "members": [
                "u1", "u1", 3, {"@odata.type": "#microsoft.graph.user", "id": "u2", "displayName": "Anna"},
                {"id": "g2", "displayName": "Nested", "members": ["u3", {"displayName": "Jonas"}]},
                {"@odata.type": "#microsoft.graph.group", "id": "g3", "displayName": "Other"},
            ],
        });
        let (group, notes) = Group::from_flat(&serde_json::from_value(flat).unwrap());
        assert_eq!(group.source.get("objectId"), Some(&json!("g1")));
        assert_eq!(group.members.iter().map(Member::key).collect::<Vec<_>>(), ["u1", "u2", "g2", "g3"]);
        let Member::Group { inside, .. } = &group.members[2] else { panic!("a group") };
        assert_eq!(inside, &["u3", "Jonas"]);
        assert_eq!(notes.len(), 2, "{notes:?}");
    }
}
