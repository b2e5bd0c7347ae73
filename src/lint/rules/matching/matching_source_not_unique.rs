//! M012.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "M012",
    name: "matching-source-not-unique",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "What matches, and what becomes the identifier, is different for every person.",
    why: "Two people with the same value are one account at the target (DuplicateSourceEntries, \
             DuplicateTargetEntries).",
    example: "department → externalId.",
    remedy: "Take userPrincipalName, objectId or employeeId.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::UserMapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let identifies = mapping.matching_precedence.is_some() || mapping.target_attribute == "externalId";
        let MappingSource::Direct { attribute } = &mapping.source else { return };
        if identifies && SHARED.contains(&attribute.as_str()) {
            let place = row.place(Field::SourceAttribute);
            let source = MappingSource::Direct { attribute: "userPrincipalName".to_owned() };
            let edit = Edit::SetSource { kind, index, source };
            let message = format!("Several people may share the same {attribute}.");
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), message)
                    .fixed_by(Fix::unsafe_("Take userPrincipalName", vec![edit])),
            );
        }
    }),
};

/// Attributes that people share.
const SHARED: &[&str] = &[
    "displayName",
    "givenName",
    "surname",
    "jobTitle",
    "department",
    "companyName",
    "city",
    "state",
    "country",
    "postalCode",
    "streetAddress",
    "physicalDeliveryOfficeName",
    "preferredLanguage",
    "usageLocation",
    "manager",
    "accountEnabled",
    "IsSoftDeleted",
];

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, fires_and_mends, mapping, reference, silent};

    const RULE: &str = "matching-source-not-unique";

    #[test]
    fn a_department_identifies_nobody() {
        silent(&reference(), RULE);
        silent(&changed(|plan| mapping(plan, "externalId").source = direct("employeeId")), RULE);
        fires_and_mends(&changed(|plan| mapping(plan, "externalId").source = direct("department")), RULE);
    }
}
