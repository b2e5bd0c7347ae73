//! Single members, each with the values that say the same or something else.

use serde::Serialize;
use serde_json::{Value, json};

use crate::exchange::graph_schema::attribute_mapping::{default_value, priority_value};
use crate::exchange::graph_schema::flow_types::{FLOW_TYPES, flow_type_name};
use crate::plan::{AttributeFlowType, AttributeMapping};

/// A member to set where it says something else. An absent member counts as null, as does one that holds a list or an
/// object.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemberEdit {
    /// Its name.
    pub member: &'static str,
    /// What it is set to.
    pub value: Value,
    /// The values compared with.
    pub listed: Vec<Value>,
    /// Whether those listed say the same. Otherwise they say something else, and all others the same.
    pub listed_is_same: bool,
    /// Whether case makes no difference.
    pub any_case: bool,
}

/// On, unless the member says false.
pub(super) fn enabled(enabled: bool) -> MemberEdit {
    MemberEdit {
        member: "enabled",
        value: Value::from(enabled),
        listed: vec![json!(false), json!("false")],
        listed_is_same: !enabled,
        any_case: true,
    }
}

/// What is said of a mapping beside its source.
pub(super) fn row(mapping: &AttributeMapping) -> Vec<MemberEdit> {
    vec![default(mapping), flow_type(mapping), priority(mapping)]
}

fn default(mapping: &AttributeMapping) -> MemberEdit {
    let value = default_value(mapping);
    let mut listed = vec![value.clone()];
    // A number or Boolean that stands bare is read as a text.
    let bare = mapping.default_value.as_deref().and_then(|text| serde_json::from_str::<Value>(text).ok());
    listed.extend(bare.filter(|bare| bare.is_number() || bare.is_boolean()));
    MemberEdit { member: "defaultValue", value, listed, listed_is_same: true, any_case: false }
}

/// What is not known is read as Always, and stays for it.
fn flow_type(mapping: &AttributeMapping) -> MemberEdit {
    let wanted = mapping.flow_type;
    let is_always = wanted == AttributeFlowType::Always;
    let listed = FLOW_TYPES.iter().filter(|(known, _)| (*known == wanted) != is_always);
    MemberEdit {
        member: "flowType",
        value: Value::from(flow_type_name(wanted)),
        listed: listed.map(|(_, name)| Value::from(*name)).collect(),
        listed_is_same: !is_always,
        any_case: true,
    }
}

fn priority(mapping: &AttributeMapping) -> MemberEdit {
    let value = priority_value(mapping);
    let mut listed = vec![value.clone(), Value::from(value.to_string())];
    if mapping.matching_precedence.is_none() {
        listed.push(Value::Null);
    }
    MemberEdit { member: "matchingPriority", value, listed, listed_is_same: true, any_case: false }
}
