//! D001.

use crate::catalog::{ACTIVE_EXPRESSION, Capability};
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeMapping, Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D001",
    name: "active-missing",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::DeactivatesByActive),
    checks: "A mapping of users goes to active.",
    why: "People who leave, are blocked or are unassigned stay active in the application and keep their access.",
    example: "A mapping table without active.",
    remedy: "Add Entra's default expression for active.",
    source: "entra-docs, how-provisioning-works: deprovisioning",
    check: Check::Plan(|context, findings| {
        if !context.maps_users() || !context.user_rows_to("active").is_empty() {
            return;
        }
        let index = context.user_rows().count();
        let mapping = AttributeMapping::expression(ACTIVE_EXPRESSION, "active");
        let edit = Edit::InsertMapping { kind: ObjectKind::User, index, mapping };
        findings.push(
            Finding::new(Place::table(ObjectKind::User), None, "No mapping goes to active.")
                .fixed_by(Fix::safe("Map IsSoftDeleted to active", vec![edit])),
        );
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, reference, silent, users};

    #[test]
    fn a_plan_without_active_gets_it_back() {
        let mut plan = reference();
        silent(&plan, "active-missing");
        users(&mut plan).attribute_mappings.retain(|one| one.target_attribute != "active");
        let mended = fires_and_mends(&plan, "active-missing");
        silent(&mended, "active-wrong");
    }
}
