//! A person to try the plan on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A source person as one flat object: keys are source attributes, values text, Boolean, number, null or a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SamplePerson {
    /// The attributes as the user gave them.
    pub attributes: BTreeMap<String, Value>,
}

impl SamplePerson {
    /// What to call the person: display name, else given and family name, else a user name, else nothing.
    pub fn label(&self) -> String {
        // Exact first: keys count regardless of case, and PowerShell writes DisplayName.
        let ignoring_case = |name: &str| self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = |name: &str| self.attributes.get(name).or_else(|| ignoring_case(name).map(|(_, value)| value));
        let text = |name: &str| value(name).and_then(Value::as_str).unwrap_or_default();
        let full_name = format!("{} {}", text("givenName"), text("surname"));
        [text("displayName"), full_name.trim(), text("userPrincipalName"), text("mail"), text("objectId")]
            .into_iter()
            .find(|label| !label.is_empty())
            .unwrap_or("Unnamed person")
            .to_owned()
    }
}
