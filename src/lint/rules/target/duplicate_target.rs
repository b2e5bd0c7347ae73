//! T001.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeMapping, AttributePath, Edit};

pub(super) static RULE: Rule = Rule {
    code: "T001",
    name: "duplicate-target",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "No two mappings of one object mapping have the same target attribute in any spelling.",
    why: "Entra refuses to save them, or the last one wins.",
    example: "mail and otherMails, both to emails[type eq \"work\"].value.",
    remedy: "Delete one of them, or give it another target attribute.",
    source: "entra-docs, customize-application-attributes; RFC 7643 section 2.1 (names without case)",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            let mut seen: HashMap<String, &AttributeMapping> = HashMap::new();
            for (index, mapping) in object.attribute_mappings.iter().enumerate() {
                let target = mapping.target_attribute.as_str();
                if target.is_empty() {
                    continue;
                }
                let key = context.path(object.kind, index).map_or_else(|| target.to_owned(), AttributePath::key);
                let earlier = match seen.entry(key) {
                    Entry::Occupied(earlier) => *earlier.get(),
                    Entry::Vacant(place) => {
                        place.insert(mapping);
                        continue;
                    }
                };
                let described = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.to_owned() };
                let message = format!(
                    "Two mappings go to {target}. The other one comes from {}.",
                    described(earlier.source.text())
                );
                let delete = Edit::RemoveMapping { kind: object.kind, index };
                let label = format!("Delete the mapping from {}", described(mapping.source.text()));
                let fix = if earlier.source == mapping.source {
                    Fix::safe(label, vec![delete])
                } else {
                    Fix::unsafe_(label, vec![delete])
                };
                let place = Place::field(object.kind, index, Field::TargetAttribute);
                findings.push(Finding::new(place, Some(target), message).fixed_by(fix));
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, reference, silent, users};
    use crate::plan::AttributeMapping;

    #[test]
    fn one_target_twice_is_found_in_any_spelling() {
        silent(&reference(), "duplicate-target");
        for target in ["title", "Title", "emails[type eq  \"Work\"].value"] {
            let mut plan = reference();
            users(&mut plan).attribute_mappings.push(AttributeMapping::direct("companyName", target));
            fires_and_mends(&plan, "duplicate-target");
        }
        let mut plan = reference();
        let near = AttributeMapping::direct("companyName", "emails[type eq \"home\"].value");
        users(&mut plan).attribute_mappings.push(near);
        silent(&plan, "duplicate-target");
    }
}
