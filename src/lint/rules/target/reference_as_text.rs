//! T008.

use crate::catalog::{Capability, source_attribute, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::{AttributeType, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "T008",
    name: "reference-as-text",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "A reference goes to an attribute that accepts a reference.",
    why: "The application receives the ID that it assigned to the person, not a name.",
    example: "manager → title.",
    remedy: "Map manager to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.",
    source: "entra-docs, customize-application-attributes: reference attributes",
    check: Check::UserMapping(|row, findings| {
        let Row { mapping, .. } = *row;
        let MappingSource::Direct { attribute } = &mapping.source else { return };
        let path = mapping.target_attribute.as_str();
        let refers = source_attribute(ObjectKind::User, attribute)
            .is_some_and(|source| source.attribute_type == AttributeType::Reference);
        let fits = target_attribute(ObjectKind::User, path)
            .is_none_or(|target| target.attribute_type == AttributeType::Reference);
        if refers && !fits {
            let place = row.place(Field::SourceAttribute);
            let message = format!("{attribute} refers to a person, but {path} is a text.");
            findings.push(Finding::new(place, Some(path), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, fires, mapping, reference, silent};

    const RULE: &str = "reference-as-text";

    #[test]
    fn a_manager_is_no_text() {
        silent(&reference(), RULE);
        fires(&changed(|plan| mapping(plan, "title").source = direct("manager")), RULE);
    }
}
