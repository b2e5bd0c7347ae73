//! T013.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{ENTERPRISE_USER, Edit};

pub(super) static RULE: Rule = Rule {
    code: "T013",
    name: "manager-value-path",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The manager is mapped to the attribute manager, not to a part of it.",
    why: "Entra then sends a path that is not documented. Whether the application accepts it is not known.",
    example: "manager → urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
    remedy: "Map manager to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.",
    source: "entra-docs, application-provisioning-config-problem-scim-compatibility",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let target = mapping.target_attribute.as_str();
        let manager = format!("{ENTERPRISE_USER}:manager");
        let rest = target.get(manager.len()..).filter(|_| target.get(..manager.len()) == Some(manager.as_str()));
        if rest.is_some_and(|rest| rest.starts_with('.')) {
            let place = row.place(Field::TargetAttribute);
            let edit = Edit::SetTargetAttribute { kind, index, target_attribute: manager };
            findings.push(
                Finding::new(place, Some(target), "The path goes to a part of manager.")
                    .fixed_by(Fix::safe("Map it to manager", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, reference, silent};
    use crate::plan::ENTERPRISE_USER;

    const RULE: &str = "manager-value-path";

    #[test]
    fn the_manager_is_mapped_whole() {
        let manager = format!("{ENTERPRISE_USER}:manager");
        let plan = changed(|plan| mapping(plan, &manager).target_attribute = format!("{manager}.value"));
        fires_and_mends(&plan, RULE);
        silent(&reference(), RULE);
    }
}
