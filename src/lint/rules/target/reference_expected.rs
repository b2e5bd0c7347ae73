//! T007.

use crate::catalog::{Capability, source_attribute, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeType, Edit, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "T007",
    name: "reference-expected",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The source of a reference such as manager is a reference.",
    why: "A text instead of a reference points to nobody. The org chart stays empty.",
    example: "An expression → manager.",
    remedy: "Map manager directly to manager.",
    source: "entra-docs, customize-application-attributes: reference attributes",
    check: Check::UserMapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let wants = target_attribute(ObjectKind::User, path)
            .is_some_and(|target| target.attribute_type == AttributeType::Reference);
        let gets = match &mapping.source {
            MappingSource::Direct { attribute } => source_attribute(ObjectKind::User, attribute)
                .is_none_or(|source| source.attribute_type == AttributeType::Reference),
            _ => false,
        };
        if wants && !gets {
            let source = MappingSource::Direct { attribute: "manager".to_owned() };
            let edit = Edit::SetSource { kind, index, source };
            let place = row.place(Field::SourceAttribute);
            let message = "This attribute refers to a person, but its source does not.";
            findings.push(
                Finding::new(place, Some(path), message).fixed_by(Fix::unsafe_("Map manager directly", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, fires_and_mends, mapping, reference, silent};

    const RULE: &str = "reference-expected";

    #[test]
    fn a_manager_is_a_reference() {
        silent(&reference(), RULE);
        let manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        fires_and_mends(&changed(|plan| mapping(plan, manager).source = direct("displayName")), RULE);
    }
}
