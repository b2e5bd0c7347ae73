//! What people do with a mapping as a whole: add it, open it, delete it.

use leptos::prelude::*;

use crate::{
    app::{services::files, state::Workspace},
    plan::{AttributeMapping, Edit, MappingSource, ObjectKind},
};

/// Adds a mapping at the end of the table and opens it.
pub fn add(workspace: Workspace, kind: ObjectKind) {
    let count =
        workspace.plan.with_untracked(|plan| plan.object_mapping(kind).map_or(0, |one| one.attribute_mappings.len()));
    let mapping = AttributeMapping::new(MappingSource::Direct { attribute: String::new() }, "");
    workspace.dispatch(vec![Edit::InsertMapping { kind, index: count, mapping }], "Add a mapping", None);
    edit(workspace, kind, count);
    workspace.announce("Added a mapping. Choose its source and target attribute.");
}

/// Opens the inspector on a mapping and moves the focus into it.
pub fn edit(workspace: Workspace, kind: ObjectKind, index: usize) {
    workspace.select(kind, Some(index));
    files::focus("inspector");
}

/// Deletes a mapping.
pub fn remove(workspace: Workspace, kind: ObjectKind, index: usize) {
    let target = workspace
        .plan
        .with_untracked(|plan| plan.attribute_mapping(kind, index).map(|one| one.target_attribute.clone()));
    let Some(target) = target else { return };
    workspace.select(kind, None);
    workspace.dispatch(vec![Edit::RemoveMapping { kind, index }], &format!("Delete the mapping to {target}"), None);
    workspace.announce(format!("Deleted the mapping to {target}. Ctrl+Z restores it."));
}
