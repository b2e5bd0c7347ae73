//! The plan as the text that is saved and downloaded.

use crate::plan::Plan;

/// The plan's file.
pub fn write(plan: &Plan) -> String {
    let mut value = serde_json::to_value(plan).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        object.insert("format".into(), "crosswalk-plan".into());
        object.insert("version".into(), 1.into());
    }
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

/// The plan of a file, or what is wrong with it and where.
pub fn read(text: &str) -> Result<Plan, String> {
    let mut plan: Plan = serde_json::from_str(text).map_err(|error| error.to_string())?;
    plan.unknown.remove("format");
    plan.unknown.remove("version");
    Ok(plan)
}
