//! Whether edits change how Entra matches a person with a user of the application.

use std::borrow::Cow;

use crate::plan::{AttributeMapping, AttributePath, Edit, MappingSource, Plan, apply};

/// The attributes by which the application and Entra know a user or a group.
const TARGETS: [&str; 3] = ["externalId", "userName", "id"];

/// The source attribute that never changes.
const OBJECT_ID: &str = "objectId";

/// Whether the edits change a mapping that matches, its matching precedence, or a mapping of an identifier. Such a change
/// can link a person to the account of another one, so a person decides about it.
pub fn changes_identity<'a>(plan: &Plan, edits: impl IntoIterator<Item = &'a Edit>) -> bool {
    let mut edits = edits.into_iter().peekable();
    let mut now = Cow::Borrowed(plan);
    while let Some(edit) = edits.next() {
        if touches_identity(&now, edit) {
            return true;
        }
        // The places in the next edit are those after this one.
        if edits.peek().is_some()
            && let Ok(after) = apply(&now, edit)
        {
            now = Cow::Owned(after);
        }
    }
    false
}

fn touches_identity(plan: &Plan, edit: &Edit) -> bool {
    let identifies = |kind, index| plan.attribute_mapping(kind, index).is_some_and(is_identity);
    match edit {
        Edit::SetMatchingPrecedence { .. } => true,
        Edit::SetSource { kind, index, source } => identifies(*kind, *index) || is_object_id(source),
        Edit::SetTargetAttribute { kind, index, target_attribute } => {
            identifies(*kind, *index) || is_identifier(target_attribute)
        }
        Edit::SetDefaultValue { kind, index, .. }
        | Edit::SetFlowType { kind, index, .. }
        | Edit::RemoveMapping { kind, index } => identifies(*kind, *index),
        Edit::InsertMapping { mapping, .. } => is_identity(mapping),
        Edit::AddObjectMapping { mapping } => mapping.attribute_mappings.iter().any(is_identity),
        _ => false,
    }
}

fn is_identity(mapping: &AttributeMapping) -> bool {
    mapping.matching_precedence.is_some() || is_identifier(&mapping.target_attribute) || is_object_id(&mapping.source)
}

fn is_identifier(target: &str) -> bool {
    let name = AttributePath::parse(target).map_or(target, |path| path.attribute);
    TARGETS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn is_object_id(source: &MappingSource) -> bool {
    matches!(source, MappingSource::Direct { attribute } if attribute.eq_ignore_ascii_case(OBJECT_ID))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::plan::{AttributeFlowType, ObjectKind};

    const KIND: ObjectKind = ObjectKind::User;

    fn place(plan: &Plan, target: &str) -> usize {
        let users = plan.object_mapping(KIND).unwrap();
        users.attribute_mappings.iter().position(|one| one.target_attribute == target).unwrap()
    }

    #[test]
    fn what_identifies_a_person_is_told_from_what_describes_one() {
        let plan = Starter::EntraDefault.plan();
        let changes = |edits: &[Edit]| changes_identity(&plan, edits);
        let of = |target: &str| place(&plan, target);
        for target in ["externalId", "userName"] {
            let index = of(target);
            assert!(changes(&[Edit::RemoveMapping { kind: KIND, index }]), "{target}");
            assert!(changes(&[Edit::SetDefaultValue { kind: KIND, index, value: None }]), "{target}");
            let flow_type = AttributeFlowType::ObjectAddOnly;
            assert!(changes(&[Edit::SetFlowType { kind: KIND, index, flow_type }]), "{target}");
        }
        let index = of("active");
        assert!(!changes(&[Edit::RemoveMapping { kind: KIND, index }]));
        assert!(changes(&[Edit::SetMatchingPrecedence { kind: KIND, index, precedence: None }]));
        let target_attribute = "urn:ietf:params:scim:schemas:core:2.0:User:username".to_owned();
        assert!(changes(&[Edit::SetTargetAttribute { kind: KIND, index, target_attribute }]));
        let source = MappingSource::Direct { attribute: "objectId".to_owned() };
        assert!(changes(&[Edit::SetSource { kind: KIND, index, source }]));
    }

    #[test]
    fn places_follow_the_edits_before_them() {
        let plan = Starter::EntraDefault.plan();
        let index = place(&plan, "externalId");
        let mapping = AttributeMapping::direct("city", "title");
        let insert = Edit::InsertMapping { kind: KIND, index, mapping };
        assert!(!changes_identity(&plan, &[insert.clone(), Edit::RemoveMapping { kind: KIND, index }]));
        assert!(changes_identity(&plan, &[insert, Edit::RemoveMapping { kind: KIND, index: index + 1 }]));
    }
}
