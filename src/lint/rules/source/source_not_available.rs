//! A002.

use crate::catalog::{Availability, source_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "A002",
    name: "source-not-available",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "A source attribute can be chosen in the portal.",
    why: "The drop-down does not have it; without a directory extension it cannot be mapped.",
    example: "userType → title.",
    remedy: "Synchronise the value as a directory extension, or do without.",
    source: "entra-docs, user-provisioning-sync-attributes-for-mapping",
    check: Check::Mapping(|row, findings| {
        let Row { kind, mapping, .. } = *row;
        for name in row.reads() {
            if source_attribute(kind, name).is_some_and(|one| one.availability == Availability::NotAvailable) {
                let place = row.place(Field::SourceAttribute);
                let message = format!("{name} is not in the portal's drop-down.");
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    }),
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
