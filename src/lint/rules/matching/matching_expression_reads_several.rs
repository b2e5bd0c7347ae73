//! M014.

use std::collections::BTreeSet;

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "M014",
    name: "matching-expression-reads-several",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The expression of a matching attribute reads one source attribute.",
    why: "Entra refuses to save it: SchemaInvalid, joining property has more than one SourceName.",
    example: "Join(\"@\", [mailNickname], [onPremisesDomainName]) → externalId, matching.",
    remedy: "Build the value from one attribute, or match on another mapping.",
    source: "azure-docs issues 11525 and 20635: observed",
    check: Check::Mapping(|row, findings| {
        let Row { mapping, .. } = *row;
        let read: BTreeSet<&str> = row.reads().iter().map(String::as_str).collect();
        if mapping.matching_precedence.is_some() && read.len() > 1 {
            let names: Vec<_> = read.into_iter().collect();
            let message =
                format!("{} matches, but its expression reads {}.", mapping.target_attribute, names.join(", "));
            let place = row.place(Field::Expression);
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires, mapping, silent};

    const RULE: &str = "matching-expression-reads-several";

    #[test]
    fn one_attribute_may_stand_twice_but_not_two() {
        let with = |text: &str| changed(|plan| mapping(plan, "externalId").source = expression(text));
        fires(&with(r#"Join("@", [mailNickname], [companyName])"#), RULE);
        silent(&with(r#"Join("", [employeeId], [employeeId])"#), RULE);
        silent(&changed(|plan| mapping(plan, "title").source = expression(r#"Join(" ", [city], [country])"#)), RULE);
    }
}
