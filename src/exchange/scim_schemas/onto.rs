//! Takes a description over into a plan: into the open one as edits, or into a new one.

use super::ScimDescription;
use crate::catalog::{Starter, profile_for_description, profile_of_description};
use crate::plan::{Edit, ObjectKind, Plan, apply_all};

/// The edits that give a plan the description. A plan whose profile cannot have one becomes that of any SCIM application.
/// Users or groups that are not described keep what was known about them.
pub fn edits_onto(plan: &Plan, description: &ScimDescription) -> Vec<Edit> {
    let mut edits = Vec::new();
    let profile = profile_for_description(plan);
    if profile.as_str() != plan.target_profile.as_str() {
        edits.push(Edit::SetTargetProfile { profile });
    }
    let describes = |kind: ObjectKind| description.attributes.iter().any(|one| one.kind == kind);
    let kept = plan.target_attributes.iter().filter(|one| !describes(one.kind));
    let attributes = description.attributes.iter().chain(kept).cloned().collect();
    edits.push(Edit::SetTargetAttributes { attributes });
    edits
}

/// A new plan for the application: Entra's default rows, and the description.
pub fn new_plan(description: &ScimDescription) -> Plan {
    let plan = Plan { target_profile: profile_of_description(), ..Starter::EntraDefault.plan() };
    let plan = Plan { name: "SCIM application".to_owned(), ..plan };
    let edits = edits_onto(&plan, description);
    apply_all(&plan, &edits).unwrap_or(plan)
}
