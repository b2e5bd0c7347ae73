//! T004.

use crate::catalog::target_attribute;
use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{Edit, ObjectKind};

pub(in super::super) static TARGET_NOT_READ: Rule = Rule {
    code: "T004",
    name: "target-not-read",
    severity: Severity::Advice,
    checks: "Staffbase reads every target attribute that is mapped.",
    why: "The value is sent and goes nowhere; errors about it would be errors about nothing.",
    example: "displayName, as in Entra's default list.",
    remedy: "Delete the mapping, or map the value to a custom attribute.",
    source: "Staffbase, SCIM Default Attribute Mappings",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings() {
            let path = mapping.target_attribute.as_str();
            if target_attribute(ObjectKind::User, path).is_some_and(|target| target.staffbase.is_none()) {
                let edit = Edit::RemoveMapping { kind: ObjectKind::User, index };
                let place = Place::field(ObjectKind::User, index, Field::TargetAttribute);
                findings.push(
                    Finding::new(place, Some(path), format!("Staffbase does not read {path}."))
                        .fixed_by(Fix::unsafe_("Delete the mapping", vec![edit])),
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, reference, silent, users};
    use crate::plan::AttributeMapping;

    #[test]
    fn a_row_that_goes_nowhere_is_named() {
        let mut plan = reference();
        silent(&plan, "target-not-read");
        users(&mut plan).attribute_mappings.push(AttributeMapping::direct("displayName", "displayName"));
        fires_and_mends(&plan, "target-not-read");
    }
}
