//! A002.

use crate::catalog::{Availability, source_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, HoldsFor, Rule, SourceList};

pub(super) static RULE: Rule = Rule {
    code: "A002",
    name: "source-not-available",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "The portal offers every source attribute.",
    why: "The drop-down list does not have it. Without a directory extension you cannot map it.",
    example: "targetAddress → title.",
    remedy: "Synchronize the value as a directory extension, or remove the mapping.",
    source: "entra-docs, user-provisioning-sync-attributes-for-mapping",
    check: Check::Mapping(|row, findings| {
        let missing = |name: &&String| {
            source_attribute(row.kind, name).is_some_and(|one| one.availability == Availability::NotAvailable)
                && !row.context.defines_source(name)
        };
        for name in row.reads().iter().filter(missing) {
            findings.push(match row.context.source_list(row.kind) {
                SourceList::Catalogue => {
                    row.finding(Field::SourceAttribute, format!("The portal does not offer {name}."))
                }
                SourceList::File | SourceList::Missing => {
                    let message = format!("The portal does not offer {name}. Does your directory have it?");
                    row.finding(Field::SourceAttribute, message).as_severe_as(Severity::Warning)
                }
            });
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
