//! A007.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "A007",
    name: "nothing-flows",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "Every mapping has a source or a default value.",
    why: "The mapping has no effect.",
    example: "Mapping type None without a default value.",
    remedy: "Choose a source, or delete the mapping.",
    source: "entra-docs, customize-application-attributes: mapping types",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let empty = match &mapping.source {
            MappingSource::None => true,
            MappingSource::Constant { value } => value.is_empty(),
            _ => false,
        };
        let default = mapping.default_value.as_deref().is_some_and(|text| !text.is_empty());
        // Other rules report externalId and active.
        let own = kind == ObjectKind::User && ["externalId", "active"].contains(&mapping.target_attribute.as_str());
        if empty && !default && !own {
            let place = row.place(Field::SourceAttribute);
            let edit = Edit::RemoveMapping { kind, index };
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), "This mapping never sends a value.")
                    .fixed_by(Fix::unsafe_("Delete the mapping", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, silent};
    use crate::plan::MappingSource;

    const RULE: &str = "nothing-flows";

    #[test]
    fn a_row_without_source_does_nothing() {
        fires_and_mends(&changed(|plan| mapping(plan, "title").source = MappingSource::None), RULE);
        let plan = changed(|plan| {
            mapping(plan, "title").source = MappingSource::None;
            mapping(plan, "title").default_value = Some("Employee".to_owned());
        });
        silent(&plan, RULE);
    }
}
