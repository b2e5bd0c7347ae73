//! The body of an update: one operation for each change. With the flag `aadOptscim062020` simple changes are merged
//! (entra-docs, application-provisioning-config-problem-scim-compatibility; for additions observed).

use serde_json::Value as Json;

use super::target_path::is_manager;
use super::{Body, Deviation, Node};
use crate::plan::AttributePath;

const PATCH_OPERATION: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Add,
    Replace,
    Remove,
}

impl Operation {
    const fn name(self, compliant: bool) -> &'static str {
        match (self, compliant) {
            (Self::Add, true) => "add",
            (Self::Add, false) => "Add",
            (Self::Replace, true) => "replace",
            (Self::Replace, false) => "Replace",
            (Self::Remove, true) => "remove",
            (Self::Remove, false) => "Remove",
        }
    }
}

/// One value that must change at the target.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    pub(super) operation: Operation,
    pub(super) path: String,
    pub(super) value: Option<Json>,
    pub(super) mapping: Option<usize>,
    /// Whether the path's filter may pick no element of the target.
    pub(super) new_element: bool,
}

/// Whether the flag merges a change with its like: a simple value, with no filter in its path.
fn is_simple(change: &Change) -> bool {
    !matches!(change.value, None | Some(Json::Array(_)))
        && AttributePath::parse(&change.path).is_ok_and(|path| path.filter.is_none() && !is_manager(&path))
}

/// The changes that the flag merges into one operation of this kind: two or more simple ones. A single change keeps its path.
fn merged(changes: &[Change], operation: Operation, compliant: bool) -> Vec<&Change> {
    let found: Vec<&Change> =
        changes.iter().filter(|change| change.operation == operation && is_simple(change)).collect();
    if compliant && found.len() > 1 { found } else { Vec::new() }
}

/// Whether additions are merged, which is observed; for replacements it is documented.
pub(super) fn merges_additions(changes: &[Change], compliant: bool) -> bool {
    !merged(changes, Operation::Add, compliant).is_empty()
}

/// The body that makes the changes, and where it leaves RFC 7644. Merged additions and merged replacements are two
/// operations, behind the others (their order is assumed).
pub(super) fn patch_body(changes: &[Change], compliant: bool) -> (Body, Vec<Deviation>) {
    let mut deviations = Vec::new();
    let merged = [Operation::Add, Operation::Replace].map(|kind| (kind, merged(changes, kind, compliant)));
    let is_merged = |change: &Change| merged.iter().any(|(_, ones)| ones.iter().any(|one| std::ptr::eq(*one, change)));
    let alone = changes.iter().filter(|change| !is_merged(change));
    let mut operations: Vec<Node> = alone.map(|change| operation(change, compliant, &mut deviations)).collect();
    for (kind, ones) in merged.iter().filter(|(_, ones)| !ones.is_empty()) {
        if ones.iter().any(|change| change.path.contains(['.', ':'])) {
            deviations.push(Deviation::DottedKeys);
        }
        let values = ones.iter().map(|change| (change.path.clone(), leaf(change, compliant))).collect();
        let name = Node::fixed(kind.name(compliant));
        operations.push(Node::Object(vec![("op".to_owned(), name), ("value".to_owned(), Node::Object(values))]));
    }
    deviations.sort();
    deviations.dedup();
    let schemas = Node::Array(vec![Node::fixed(PATCH_OPERATION)]);
    let members = vec![("schemas".to_owned(), schemas), ("Operations".to_owned(), Node::Array(operations))];
    (Body { node: Node::Object(members) }, deviations)
}

fn operation(change: &Change, compliant: bool, deviations: &mut Vec<Deviation>) -> Node {
    if !compliant {
        deviations.push(Deviation::OperationCase);
    }
    if change.new_element {
        deviations.push(Deviation::FilterWithoutMatch);
    }
    if change.operation == Operation::Remove && change.value.is_some() {
        deviations.push(Deviation::RemoveWithValue);
    }
    if matches!(change.value, Some(Json::Bool(_))) && !compliant {
        deviations.push(Deviation::BooleanText);
    }
    let is_text = |role: &Json| role.as_object().is_some_and(|role| role.len() == 1 && role.contains_key("value"));
    let is_role = change.path == "roles"
        && change.value.as_ref().and_then(Json::as_array).is_some_and(|roles| roles.iter().all(is_text));
    if is_role {
        deviations.push(Deviation::RoleAsText);
    }
    let path = AttributePath::parse(&change.path);
    if path.as_ref().is_ok_and(is_manager) && matches!(change.value, Some(Json::String(_))) {
        deviations.push(Deviation::BareManager);
    }
    let tied = |value: Json| Node::from_json(value, change.mapping);
    let mut members = vec![
        ("op".to_owned(), Node::fixed(change.operation.name(compliant))),
        ("path".to_owned(), tied(change.path.as_str().into())),
    ];
    if change.value.is_some() {
        members.push(("value".to_owned(), leaf(change, compliant)));
    }
    Node::Object(members)
}

/// The value in the operation. Without the flag every Boolean is a text (documented for active, assumed for
/// others).
fn leaf(change: &Change, compliant: bool) -> Node {
    let value = match change.value.clone().unwrap_or_default() {
        Json::Bool(value) if !compliant => if value { "True" } else { "False" }.into(),
        value => value,
    };
    Node::from_json(value, change.mapping)
}
