//! M008.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "M008",
    name: "external-id-constant",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "externalId has a different value for each person.",
    why: "Everyone gets the same identifier, so the second person overwrites the first.",
    example: "The constant staff → externalId.",
    remedy: "Use the attribute that holds the identifier.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { kind, index, mapping, .. } = *row;
        if matches!(mapping.source, MappingSource::Constant { .. } | MappingSource::None) {
            let source = MappingSource::Direct { attribute: "userPrincipalName".to_owned() };
            let edit = Edit::SetSource { kind, index, source };
            let place = row.place(Field::SourceAttribute);
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), "The identifier is the same for everyone.")
                    .fixed_by(Fix::unsafe_("Use userPrincipalName", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, reference, silent};
    use crate::plan::MappingSource;

    const RULE: &str = "external-id-constant";

    #[test]
    fn an_identifier_differs() {
        silent(&reference(), RULE);
        for source in [MappingSource::Constant { value: "staff".to_owned() }, MappingSource::None] {
            fires_and_mends(&changed(|plan| mapping(plan, "externalId").source = source), RULE);
        }
    }
}
