//! What an edit changes, in a line: before and after.

use super::{AttributeMapping, Edit, MappingSource, ObjectKind, Plan};

impl Edit {
    /// The change in a line, such as `locale, default value: de-DE → de_DE`; nothing for edits whose label says it all.
    pub fn summary(&self, plan: &Plan) -> Option<String> {
        let of = |kind: ObjectKind, index: usize| plan.attribute_mapping(kind, index);
        let line = |kind, index, field: &str, before: &dyn Fn(&AttributeMapping) -> String, after: String| {
            let mapping = of(kind, index)?;
            Some(format!("{}, {field}: {} → {}", mapping.target_attribute, shown(&before(mapping)), shown(&after)))
        };
        match self {
            Self::SetSource { kind, index, source } => {
                line(*kind, *index, "source", &|one| source_text(&one.source), source_text(source))
            }
            Self::SetDefaultValue { kind, index, value } => line(
                *kind,
                *index,
                "default value",
                &|one| one.default_value.clone().unwrap_or_default(),
                value.clone().unwrap_or_default(),
            ),
            Self::SetMatchingPrecedence { kind, index, precedence } => {
                let text = |precedence: Option<super::MatchingPrecedence>| {
                    precedence.map_or_else(String::new, |precedence| precedence.get().to_string())
                };
                line(*kind, *index, "matching precedence", &|one| text(one.matching_precedence), text(*precedence))
            }
            Self::SetFlowType { kind, index, flow_type } => line(
                *kind,
                *index,
                "apply this mapping",
                &|one| one.flow_type.label().to_owned(),
                flow_type.label().to_owned(),
            ),
            Self::SetTargetAttribute { kind, index, target_attribute } => {
                line(*kind, *index, "target attribute", &|one| one.target_attribute.clone(), target_attribute.clone())
            }
            Self::RemoveMapping { kind, index } => {
                let mapping = of(*kind, *index)?;
                Some(format!("deletes {} → {}", shown(&source_text(&mapping.source)), mapping.target_attribute))
            }
            Self::InsertMapping { mapping, .. } => {
                Some(format!("adds {} → {}", shown(&source_text(&mapping.source)), mapping.target_attribute))
            }
            Self::DefineAttribute { definition, .. } => Some(format!("adds {} to the attribute list", definition.name)),
            Self::SetTargetProfile { profile } => Some(format!("target profile: {} → {profile}", plan.target_profile)),
            Self::SetTargetAttributes { attributes } => {
                Some(format!("attributes of the application: {} → {}", plan.target_attributes.len(), attributes.len()))
            }
            Self::SetTenantUrl { url } => {
                Some(format!("Tenant URL: {} → {}", shown(&plan.connection.tenant_url), shown(url)))
            }
            _ => None,
        }
    }
}

fn source_text(source: &MappingSource) -> String {
    match source {
        MappingSource::Constant { value } => format!("“{value}”"),
        other => other.text().to_owned(),
    }
}

/// Long expressions are cut: the whole of them shows in the form.
fn shown(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        _ if text.is_empty() => "nothing".to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_before_and_after() {
        let mut plan = Plan::default();
        plan.object_mappings.push(super::super::ObjectMapping {
            attribute_mappings: vec![AttributeMapping::direct("jobTitle", "title")],
            ..Default::default()
        });
        let kind = plan.object_mappings[0].kind;
        let value = Some("x".repeat(200));
        let summary = Edit::SetDefaultValue { kind, index: 0, value }.summary(&plan).unwrap();
        assert_eq!(summary, format!("title, default value: nothing → {}…", "x".repeat(120)));
        let summary = Edit::RemoveMapping { kind, index: 0 }.summary(&plan).unwrap();
        assert_eq!(summary, "deletes jobTitle → title");
        assert_eq!(Edit::RemoveMapping { kind, index: 7 }.summary(&plan), None);
    }
}
