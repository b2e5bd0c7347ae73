//! A003.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "A003",
    name: "role-direct",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "appRoleAssignments is the argument of a role function.",
    why: "Mapped directly, it sends an XML document that describes the assignment, with a constant type. It does \
        not send a role.",
    example: "appRoleAssignments → roles, Direct.",
    remedy: "Use SingleAppRoleAssignment or AssertiveAppRoleAssignmentsComplex.",
    source: "entra-docs, customize-application-attributes: provisioning a role to a SCIM app",
    check: Check::Mapping(|row, findings| {
        let Row { mapping, .. } = *row;
        if !row.reads().iter().any(|name| name == "appRoleAssignments") {
            return;
        }
        let in_function = row.calls_role_function();
        if !in_function {
            let place = row.place(Field::SourceAttribute);
            let message = "appRoleAssignments is mapped without a role function. It sends an XML document, not a role.";
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, expression, fires, mapping, silent};

    const RULE: &str = "role-direct";

    #[test]
    fn a_role_needs_its_function() {
        fires(&changed(|plan| mapping(plan, "title").source = direct("appRoleAssignments")), RULE);
        let source = expression("SingleAppRoleAssignment([appRoleAssignments])");
        silent(&changed(|plan| mapping(plan, "title").source = source), RULE);
    }
}
