//! S002.

use crate::catalog::{Known, known_source};
use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};

pub(in super::super) static SCOPE_ATTRIBUTE_UNKNOWN: Rule = Rule {
    code: "S002",
    name: "scope-attribute-unknown",
    severity: Severity::Error,
    checks: "A scoping filter uses an attribute that there is.",
    why: "The clause is false for everyone: nobody is provisioned.",
    example: "Department EQUALS Sales, with a capital D.",
    remedy: "Take the attribute's exact name.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let known = known_source(context.plan, object.kind, attribute);
                // What cannot be filtered by at all has a rule of its own.
                let own = ["userType", "members", "IsMemberOf"].contains(&attribute);
                if let Known::Unknown { nearest } = known
                    && !own
                {
                    let hint = nearest.map_or_else(String::new, |nearest| format!(" Is {nearest} meant?"));
                    let message = format!("A scoping filter reads “{attribute}”, which Entra does not have.{hint}");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-attribute-unknown";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        fires(&scoped(&[("Department", "EQUALS", "Sales")]), RULE);
    }
}
