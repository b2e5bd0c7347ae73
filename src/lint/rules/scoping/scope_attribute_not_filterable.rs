//! S001.

use crate::catalog::source_attribute;
use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};
use crate::plan::AttributeType;

pub(in super::super) static SCOPE_ATTRIBUTE_NOT_FILTERABLE: Rule = Rule {
    code: "S001",
    name: "scope-attribute-not-filterable",
    severity: Severity::Error,
    checks: "A scoping filter uses an attribute that Entra can filter by.",
    why: "The filter is refused, or has no effect.",
    example: "manager IS NOT NULL.",
    remedy: "Filter by another attribute, or by assignment.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let catalogued = source_attribute(object.kind, attribute);
                let unfit = ["manager", "userType", "appRoleAssignments", "members", "IsMemberOf"].contains(&attribute)
                    || catalogued.is_some_and(|one| one.multivalued || one.attribute_type == AttributeType::DateTime);
                if unfit {
                    let message = format!("Entra cannot filter by {attribute}.");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-attribute-not-filterable";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        for (attribute, operator, values) in [("manager", "IS NOT NULL", ""), ("proxyAddresses", "IS NOT NULL", "")] {
            fires(&scoped(&[(attribute, operator, values)]), RULE);
        }
    }
}
