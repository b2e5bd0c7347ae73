//! An application role that is assigned to a person: the one form in which values, functions, people and requests hold
//! it.

use serde_json::{Map, Value as Json};

/// The source attribute that holds a person's roles.
pub const ROLE_ATTRIBUTE: &str = "appRoleAssignments";

/// An application role of a person. A part that is not known is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// The role's identifier.
    pub id: Option<String>,
    /// The value that the application defines for the role.
    pub value: Option<String>,
    /// The name that the admin center shows.
    pub display_name: Option<String>,
    /// How a function hands it over; nothing for a role as the person has it.
    pub form: Option<RoleForm>,
}

/// How a function hands over application roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleForm {
    /// One role, as text.
    Single,
    /// All roles, which are added to those of the target.
    Added,
    /// All roles, which replace those of the target.
    Replacing,
    /// In an old form that is not documented.
    Old,
}

/// Which of a role's texts `SingleAppRoleAssignment` returns. Microsoft does not document it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoleText {
    /// The value (assumed).
    #[default]
    Value,
    /// The display name.
    DisplayName,
}

impl Role {
    /// Reads a role as people's files have it: an object with `id`, `value` and `displayName` in any case, Graph's
    /// assignment with its `appRoleId`, or a text that is both value and display name. Nothing for anything else.
    pub fn from_json(json: &Json) -> Option<Self> {
        match json {
            Json::String(text) if !text.trim().is_empty() => {
                Some(Self { value: Some(text.clone()), display_name: Some(text.clone()), ..Self::default() })
            }
            Json::Object(members) => {
                let text = |names: &[&str]| {
                    let found = members.iter().find(|(key, _)| names.iter().any(|name| key.eq_ignore_ascii_case(name)));
                    found.and_then(|(_, value)| value.as_str()).filter(|text| !text.is_empty()).map(str::to_owned)
                };
                let role = Self {
                    // An assignment has an `id` too, which is not the role's.
                    id: text(&["appRoleId"]).or_else(|| text(&["id"])),
                    value: text(&["value"]),
                    display_name: text(&["displayName", "display"]),
                    form: None,
                };
                (role != Self::default()).then_some(role)
            }
            _ => None,
        }
    }

    /// The role's text. If the role has only the other text, that one.
    pub fn text(&self, which: RoleText) -> Option<&str> {
        let (first, second) = match which {
            RoleText::Value => (&self.value, &self.display_name),
            RoleText::DisplayName => (&self.display_name, &self.value),
        };
        first.as_deref().or(second.as_deref())
    }

    /// Whether the two texts differ.
    pub fn has_two_texts(&self) -> bool {
        self.text(RoleText::Value) != self.text(RoleText::DisplayName)
    }

    /// The role as JSON, without what is not known.
    pub fn to_json(&self) -> Json {
        let members = [("id", &self.id), ("value", &self.value), ("displayName", &self.display_name)];
        let known = members.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text.clone()?.into())));
        Json::Object(known.collect::<Map<_, _>>())
    }

    /// The role as the older PATCH sends it, and as an expression sees it: JSON inside a text.
    pub fn json_text(&self) -> String {
        let text = |part: &Option<String>| Json::from(part.clone().unwrap_or_default()).to_string();
        let (id, value, name) = (text(&self.id), text(&self.value), text(&self.display_name));
        format!(r#"{{"id":{id},"value":{value},"displayName":{name}}}"#)
    }

    /// Its name in a message.
    pub fn label(&self) -> String {
        let known = self.text(RoleText::DisplayName).or(self.id.as_deref());
        known.map_or_else(|| "a role".to_owned(), |text| format!("the role {text}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_form_of_a_role_is_read() {
        for (given, id, value, name) in [
            (json!({"id": "r1", "value": "25", "displayName": "Editor"}), Some("r1"), Some("25"), Some("Editor")),
            (json!({"Id": "r1", "Value": "25", "DisplayName": "Editor"}), Some("r1"), Some("25"), Some("Editor")),
            (json!({"id": "a1", "appRoleId": "r1", "principalType": "User"}), Some("r1"), None, None),
            (json!("Editors"), None, Some("Editors"), Some("Editors")),
            (json!({"value": "25", "displayName": ""}), None, Some("25"), None),
        ] {
            let role = Role::from_json(&given).unwrap();
            let found = (role.id.as_deref(), role.value.as_deref(), role.display_name.as_deref());
            assert_eq!(found, (id, value, name), "{given}");
        }
        for nothing in [json!(null), json!({}), json!(""), json!(7), json!({"principalType": "User"})] {
            assert_eq!(Role::from_json(&nothing), None, "{nothing}");
        }
    }

    #[test]
    fn one_text_stands_in_for_the_other() {
        let role = Role { display_name: Some("Editor".to_owned()), ..Role::default() };
        assert_eq!((role.text(RoleText::Value), role.has_two_texts()), (Some("Editor"), false));
        let role = Role { value: Some("25".to_owned()), ..role };
        assert_eq!((role.text(RoleText::Value), role.has_two_texts()), (Some("25"), true));
        assert_eq!(role.json_text(), r#"{"id":"","value":"25","displayName":"Editor"}"#);
    }
}
