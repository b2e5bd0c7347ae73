//! What people do with a mapping as a whole: add it, open it, delete it.

use leptos::prelude::*;

use crate::{
    app::{services::files, state::Workspace},
    editor::MappingId,
    plan::{AttributeMapping, Edit, ObjectKind},
};

/// Adds a mapping at the end of the table and opens it.
pub fn add(workspace: Workspace, kind: ObjectKind) {
    let count = workspace.identities.with_untracked(|identities| identities.mappings(kind).len());
    let mapping = AttributeMapping::blank();
    workspace.dispatch(vec![Edit::InsertMapping { kind, index: count, mapping }], "Add a mapping", None);
    if let Some(id) = untrack(|| workspace.mapping_at(kind, count)) {
        workspace.view.untouched.update(|untouched| untouched.add_mapping(id));
        edit(workspace, id);
        workspace.tell("Added a mapping. Choose its source and target attribute.");
    }
}

/// Shows a mapping in the inspector.
pub fn select(workspace: Workspace, id: MappingId) {
    if let Some((kind, _)) = untrack(|| workspace.place_of(id)) {
        workspace.select(kind, Some(id));
    }
}

/// Opens the inspector on a mapping and moves the focus into it.
pub fn edit(workspace: Workspace, id: MappingId) {
    select(workspace, id);
    files::focus("inspector");
}

/// Deletes a mapping.
pub fn remove(workspace: Workspace, id: MappingId) {
    let Some(mapping) = untrack(|| workspace.mapping(id)) else { return };
    let target = mapping.target_attribute;
    workspace.edit_mapping(id, &format!("Delete the mapping to {target}"), |kind, index| Edit::RemoveMapping {
        kind,
        index,
    });
    workspace.tell(format!("Deleted the mapping to {target}."));
}
