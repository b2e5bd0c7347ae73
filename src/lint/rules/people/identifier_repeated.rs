//! P001.

use std::collections::HashMap;

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::MappingSource;

pub(super) static RULE: Rule = Rule {
    code: "P001",
    name: "identifier-repeated",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "No two sample people get the same identifier.",
    why: "In {application} the second person overwrites the first.",
    example: "Two people with the same mail, and mail → externalId.",
    remedy: "Correct the people, or use another attribute.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { mapping, .. } = *row;
        if matches!(mapping.source, MappingSource::Constant { .. } | MappingSource::None) {
            return;
        }
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (person, value) in row.texts() {
            if let Some(other) = seen.get(&value.to_ascii_lowercase()) {
                let message = format!("{} and {other} get the same identifier “{value}”.", person.label);
                let place = row.place(Field::SourceAttribute);
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
            seen.entry(value.to_ascii_lowercase()).or_insert(&person.label);
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{found_for, reference};

    const RULE: &str = "identifier-repeated";

    #[test]
    fn two_people_are_two() {
        let upn = "userPrincipalName";
        assert_eq!(found_for(&reference(), &[(upn, "a@contoso.com"), (upn, "b@contoso.com")], RULE).len(), 0);
        assert_eq!(found_for(&reference(), &[(upn, "a@contoso.com"), (upn, "A@contoso.com")], RULE).len(), 1);
    }
}
