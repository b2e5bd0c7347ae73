//! G004.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeMapping, Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "G004",
    name: "group-identifier-missing",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "A mapping of groups goes to externalId.",
    why: "{Application} identifies a group by Entra's Object Id. Without it, a renamed group is a new group.",
    example: "Groups without a mapping to externalId.",
    remedy: "Map objectId to externalId, as in Entra's default.",
    source: "RFC 7643 section 4.2; entra-docs, customize-application-attributes",
    check: Check::Plan(|context, findings| {
        let Some(groups) = context.plan.object_mapping(ObjectKind::Group).filter(|groups| groups.enabled) else {
            return;
        };
        if groups.attribute_mappings.iter().all(|one| !one.target_attribute.eq_ignore_ascii_case("externalId")) {
            let index = groups.attribute_mappings.len();
            let mapping = AttributeMapping::direct("objectId", "externalId");
            let edit = Edit::InsertMapping { kind: ObjectKind::Group, index, mapping };
            findings.push(
                Finding::new(Place::table(ObjectKind::Group), None, "No mapping of groups goes to externalId.")
                    .fixed_by(Fix::safe("Map objectId to externalId", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent};
    use crate::plan::ObjectKind;

    const RULE: &str = "group-identifier-missing";

    #[test]
    fn groups_have_it() {
        silent(&reference(), RULE);
        let plan = changed(|plan| {
            for object in plan.object_mappings.iter_mut().filter(|one| one.kind == ObjectKind::Group) {
                object.attribute_mappings.retain(|row| row.target_attribute != "externalId");
            }
        });
        fires_and_mends(&plan, RULE);
    }
}
