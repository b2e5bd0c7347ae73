//! A001.

use crate::catalog::{Availability, Known, known_source};
use crate::expression::{Severity, attribute_names};
use crate::lint::{Check, Context, Field, Finding, Fix, HoldsFor, Place, Row, Rule, SourceList};
use crate::plan::{Edit, MappingSource, ObjectKind};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    code: "A001",
    name: "unknown-source",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "Every source attribute is one that Entra lists, a directory extension, or one that the plan defines.",
    why: "Entra refuses to save the mapping (SchemaInvalid), or the attribute stays empty for everyone.",
    example: "[Mail] instead of [mail].",
    remedy: "Enter the exact name. Add your own attributes under Edit attribute list for Microsoft Entra ID.",
    source: "entra-docs, user-provisioning-sync-attributes-for-mapping",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, mapping, .. } = *row;
        let target = Some(mapping.target_attribute.as_str());
        match &mapping.source {
            MappingSource::Direct { attribute } => {
                let place = row.place(Field::SourceAttribute);
                let rename = |name: &str| MappingSource::Direct { attribute: name.to_owned() };
                findings.extend(finding(context, kind, index, attribute, place, target, rename));
            }
            MappingSource::Expression { expression } => {
                let tree = row.tree();
                for (name, span) in tree.map(attribute_names).unwrap_or_default() {
                    let place = row.place(Field::Expression).at(span);
                    let rename = |name: &str| renamed(expression, span, name);
                    findings.extend(finding(context, kind, index, &name, place, target, rename));
                }
            }
            _ => {}
        }
    }),
};

fn renamed(expression: &str, span: Span, name: &str) -> MappingSource {
    let before = expression.get(..span.start).unwrap_or_default();
    let after = expression.get(span.end..).unwrap_or_default();
    MappingSource::Expression { expression: format!("{before}[{name}]{after}") }
}

fn finding(
    context: &Context<'_>,
    kind: ObjectKind,
    index: usize,
    name: &str,
    place: Place,
    target: Option<&str>,
    rename: impl Fn(&str) -> MappingSource,
) -> Option<Finding> {
    if context.defines_source(name) {
        return None;
    }
    match known_source(context.plan, kind, name) {
        Known::Catalogued(attribute)
            if attribute.availability == Availability::CheckDropDown
                && context.source_list(kind) != SourceList::File =>
        {
            let message = format!(
                "If the drop-down list does not have {name}, add it under Edit attribute list for Microsoft Entra ID."
            );
            Some(Finding::new(place, target, message).as_severe_as(Severity::Advice))
        }
        Known::Unknown { .. } if name.is_empty() => Some(Finding::new(place, target, "Choose a source attribute.")),
        Known::Unknown { nearest } => {
            let found = if context.source_list(kind) == SourceList::Missing {
                let message = format!(
                    "Does your directory have the attribute “{name}”? The imported file does not list source attributes."
                );
                Finding::new(place, target, message).as_severe_as(Severity::Warning)
            } else {
                Finding::new(place, target, format!("Entra has no source attribute “{name}”."))
            };
            Some(match nearest {
                Some(nearest) => {
                    let edit = Edit::SetSource { kind, index, source: rename(&nearest) };
                    let label = format!("Use {nearest}");
                    let edits = vec![edit];
                    let question = found.severity.is_some();
                    found.fixed_by(if question { Fix::unsafe_(label, edits) } else { Fix::safe(label, edits) })
                }
                None => found,
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::Severity;
    use crate::lint::testing::{changed, fires, fires_and_mends, mapping, reference, silent};
    use crate::plan::{AttributeDefinition, GraphPlace, MappingSource};

    const RULE: &str = "unknown-source";

    fn with(source: MappingSource) -> crate::plan::Plan {
        let mut plan = reference();
        mapping(&mut plan, "title").source = source;
        plan
    }

    fn direct(name: &str) -> MappingSource {
        MappingSource::Direct { attribute: name.to_owned() }
    }

    #[test]
    fn a_misspelt_attribute_is_named_and_mended() {
        fires_and_mends(&with(direct("JobTitle")), RULE);
        fires_and_mends(&with(direct("jobTitel")), RULE);
        let expression = r#"Append([jobtitle], "x")"#.to_owned();
        let mut mended = fires_and_mends(&with(MappingSource::Expression { expression }), RULE);
        assert_eq!(mapping(&mut mended, "title").source.text(), r#"Append([jobTitle], "x")"#);
        assert!(fires(&with(direct("shoeSize")), RULE).fixes.is_empty());
    }

    #[test]
    fn catalogued_and_extension_attributes_are_known() {
        silent(&reference(), RULE);
        silent(&with(direct("extension_0123456789abcdef0123456789abcdef_costCenter")), RULE);
    }

    #[test]
    fn without_a_list_of_source_attributes_an_unknown_one_is_a_question() {
        let mut plan = changed(|plan| mapping(plan, "title").source = direct("alternativeSecurityIds"));
        assert_eq!(fires(&plan, "unknown-source").severity, Severity::Error);
        plan.object_mappings[0].graph = Some(GraphPlace { source_unlisted: true, ..GraphPlace::default() });
        let problem = fires(&plan, "unknown-source");
        assert_eq!(problem.severity, Severity::Warning);
        assert!(problem.message.starts_with("Does your directory have"), "{}", problem.message);
    }

    #[test]
    fn an_attribute_that_the_plan_defines_is_not_looked_for_in_the_drop_down_list() {
        let mut plan = changed(|plan| mapping(plan, "title").source = direct("employeeHireDate"));
        assert_eq!(fires(&plan, "unknown-source").severity, Severity::Advice);
        let definition = AttributeDefinition { name: "employeeHireDate".to_owned(), ..Default::default() };
        plan.attribute_definitions.source.push(definition);
        silent(&plan, "unknown-source");
    }
}
