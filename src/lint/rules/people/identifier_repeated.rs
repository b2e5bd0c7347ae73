//! P001.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::{MappingSource, ObjectKind};

pub(in super::super) static IDENTIFIER_REPEATED: Rule = Rule {
    code: "P001",
    name: "identifier-repeated",
    severity: Severity::Error,
    checks: "No two people at hand get the same identifier.",
    why: "The second person overwrites the first at Staffbase.",
    example: "Two people with the same mail, and mail → externalId.",
    remedy: "Correct the people, or take another attribute.",
    source: "Staffbase, user identifiers",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("externalId") {
            if matches!(mapping.source, MappingSource::Constant { .. } | MappingSource::None) {
                continue;
            }
            let mut seen: Vec<(String, &str)> = Vec::new();
            for (person, value) in context.texts(index) {
                let same = seen.iter().find(|(earlier, _)| earlier.eq_ignore_ascii_case(&value));
                if let Some((_, other)) = same {
                    let message = format!("{} and {other} get the same identifier “{value}”.", person.label);
                    let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                    findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
                }
                seen.push((value, &person.label));
            }
        }
    },
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
