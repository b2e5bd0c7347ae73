//! A002.

use crate::catalog::{Availability, source_attribute};
use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};

pub(in super::super) static SOURCE_NOT_AVAILABLE: Rule = Rule {
    code: "A002",
    name: "source-not-available",
    severity: Severity::Error,
    checks: "A source attribute can be chosen in the portal.",
    why: "The drop-down does not have it; without a directory extension it cannot be mapped.",
    example: "userType → title.",
    remedy: "Synchronise the value as a directory extension, or do without.",
    source: "entra-docs, user-provisioning-sync-attributes-for-mapping",
    check: |context, findings| {
        for (kind, index, mapping) in context.mappings() {
            for name in context.reads(kind, index) {
                if source_attribute(kind, name).is_some_and(|one| one.availability == Availability::NotAvailable) {
                    let place = Place::field(kind, index, Field::SourceAttribute);
                    let message = format!("{name} is not in the portal's drop-down.");
                    findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, fires, mapping, reference, silent};

    const RULE: &str = "source-not-available";

    #[test]
    fn what_cannot_be_chosen_is_named() {
        silent(&reference(), RULE);
        fires(&changed(|plan| mapping(plan, "title").source = direct("targetAddress")), RULE);
    }
}
