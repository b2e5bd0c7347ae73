//! S010.

use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::Edit;

pub(super) static RULE: Rule = Rule {
    code: "S010",
    name: "scope-filter-empty",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "A scoping filter has at least one clause.",
    why: "The portal does not save a filter without a clause.",
    example: "A filter with a title and nothing else.",
    remedy: "Add a clause, or delete the filter.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Settings(|context, findings| {
        for object in &context.plan.object_mappings {
            if object.scoping_filters.iter().any(|filter| filter.clauses.is_empty()) {
                let filters = object.scoping_filters.iter().filter(|filter| !filter.clauses.is_empty()).cloned();
                let edit = Edit::SetScopingFilters { kind: object.kind, filters: filters.collect() };
                findings.push(
                    Finding::new(Place::table(object.kind), None, "A scoping filter has no clause.")
                        .fixed_by(Fix::unsafe_("Delete the empty filter", vec![edit])),
                );
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, scoped, silent};

    const RULE: &str = "scope-filter-empty";

    #[test]
    fn a_filter_without_a_clause_is_reported() {
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        fires_and_mends(&scoped(&[]), RULE);
    }
}
