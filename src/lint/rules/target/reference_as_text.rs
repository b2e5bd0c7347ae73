//! T008.

use crate::catalog::{source_attribute, target_attribute};
use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::{AttributeType, MappingSource, ObjectKind};

pub(in super::super) static REFERENCE_AS_TEXT: Rule = Rule {
    code: "T008",
    name: "reference-as-text",
    severity: Severity::Warning,
    checks: "A reference goes to an attribute that holds one.",
    why: "What arrives is an id of the target, not a name.",
    example: "manager → title.",
    remedy: "Map manager to …enterprise:2.0:User:manager.",
    source: "entra-docs, customize-application-attributes: reference attributes",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings() {
            let MappingSource::Direct { attribute } = &mapping.source else { continue };
            let path = mapping.target_attribute.as_str();
            let refers = source_attribute(ObjectKind::User, attribute)
                .is_some_and(|source| source.attribute_type == AttributeType::Reference);
            let fits = target_attribute(ObjectKind::User, path)
                .is_none_or(|target| target.attribute_type == AttributeType::Reference);
            if refers && !fits {
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                let message = format!("{attribute} refers to a person; {path} holds a text.");
                findings.push(Finding::new(place, Some(path), message));
            }
        }
    },
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
