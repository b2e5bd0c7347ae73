//! The scoping filters to enter.

use super::journey_steps::place;
use super::step::{Action, FieldValue, Step, slug};
use crate::catalog::{Document, Source};
use crate::plan::{ObjectKind, Plan, ScopingFilter};

/// One step per scoping filter.
pub(super) fn of(plan: &Plan) -> Vec<Step> {
    plan.object_mappings
        .iter()
        .filter(|mapping| mapping.enabled || mapping.kind == ObjectKind::User)
        .flat_map(|mapping| mapping.scoping_filters.iter().map(move |filter| step(mapping.kind, filter)))
        .collect()
}

fn step(kind: ObjectKind, filter: &ScopingFilter) -> Step {
    let kind_name = kind.plural();
    let title = if filter.title.trim().is_empty() { "Untitled" } else { filter.title.trim() };
    let mut fields: Vec<FieldValue> = Vec::new();
    for clause in &filter.clauses {
        fields.push(FieldValue::copied("Attribute", &clause.attribute));
        fields.push(FieldValue::shown("Operator", clause.operator.name()));
        fields.extend(clause.values.iter().map(|value| FieldValue::copied("Value", value)));
    }
    fields.push(FieldValue::copied("Scoping Filter Title", title));
    let id = format!("scoping-filter-{}-{}", kind_name.to_ascii_lowercase(), slug(title));
    let source = Source::new(Document::MicrosoftDocs, "define-conditional-rules-for-provisioning-user-accounts");
    Step::new(id, Action::Do, format!("Add the scoping filter {title}"), source)
        .at(place(
            &format!(
                "Provisioning → Attribute mapping → {kind_name} → Source object scope → Add scoping filter → OK → Save"
            ),
            Some(&format!("Provisioning → Mappings → {} → Source Object Scope", kind.portal_name())),
        ))
        .showing(fields)
        .because(
            "All clauses of a filter must be true. With several filters, one is enough. A clause about an empty \
             attribute is not true.",
        )
}
