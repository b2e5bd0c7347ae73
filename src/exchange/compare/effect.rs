//! What a change means, as a clause that begins with a small letter.

use crate::plan::{
    AttributeFlowType, AttributeMapping, MappingSource, MatchingPrecedence, ObjectFlowTypes, ObjectKind, ScopingFilter,
};

fn plural(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::User => "users",
        ObjectKind::Group => "groups",
    }
}

fn origin(source: &MappingSource) -> String {
    match source {
        MappingSource::Direct { attribute } => format!("from {attribute}"),
        MappingSource::Constant { value } => format!("as the constant “{value}”"),
        MappingSource::Expression { expression } => format!("from the expression {expression}"),
        MappingSource::None => "with its default value alone".to_owned(),
    }
}

pub(super) fn added(mapping: &AttributeMapping) -> String {
    let matching = if mapping.matching_precedence.is_some() { ", and objects will be matched by it" } else { "" };
    format!("{} will flow {}{matching}", mapping.target_attribute, origin(&mapping.source))
}

pub(super) fn removed(mapping: &AttributeMapping) -> String {
    let matching = if mapping.matching_precedence.is_some() { ", and objects will not be matched by it" } else { "" };
    format!("{} will no longer flow{matching}; what the target holds stays", mapping.target_attribute)
}

pub(super) fn source(before: &AttributeMapping, after: &AttributeMapping) -> String {
    let target = &after.target_attribute;
    match (&before.source, &after.source) {
        (_, MappingSource::None) => format!("{target} will no longer flow; only its default value is sent"),
        (MappingSource::None, source) => format!("{target} will flow {}", origin(source)),
        (_, source) => format!("{target} will flow {} instead of {}", origin(source), origin(&before.source)),
    }
}

pub(super) fn default_value(after: &AttributeMapping) -> String {
    let target = &after.target_attribute;
    match &after.default_value {
        Some(value) => format!("who has no value for {target} is created with “{value}”"),
        None => format!("who has no value for {target} is created without it"),
    }
}

pub(super) fn matching(kind: ObjectKind, after: &AttributeMapping) -> String {
    let (objects, target) = (plural(kind), &after.target_attribute);
    match after.matching_precedence.map(MatchingPrecedence::get) {
        Some(precedence) => format!("{objects} will be matched by {target}, with precedence {precedence}"),
        None => format!("{objects} will no longer be matched by {target}"),
    }
}

pub(super) fn flow_type(after: &AttributeMapping) -> String {
    let target = &after.target_attribute;
    match after.flow_type {
        AttributeFlowType::Always => format!("{target} will be sent on create and on update"),
        AttributeFlowType::ObjectAddOnly => {
            format!("{target} will be sent on create alone; later changes will not flow")
        }
        other => format!("{target} will be sent: {}", other.label().to_lowercase()),
    }
}

pub(super) fn enabled(kind: ObjectKind, enabled: bool) -> String {
    let again = if enabled { "will be provisioned" } else { "will no longer be provisioned" };
    format!("{} {again}", plural(kind))
}

pub(super) fn actions(kind: ObjectKind, before: ObjectFlowTypes, after: ObjectFlowTypes) -> String {
    let objects = plural(kind);
    let actions = [
        (before.create, after.create, "created"),
        (before.update, after.update, "updated"),
        (before.delete, after.delete, "deleted"),
    ];
    let changed = actions.iter().filter(|(before, after, _)| before != after);
    let clause = |(_, after, verb): &(bool, bool, &str)| {
        if *after { format!("{objects} will be {verb}") } else { format!("{objects} will no longer be {verb}") }
    };
    changed.map(clause).collect::<Vec<_>>().join("; ")
}

pub(super) fn scope(kind: ObjectKind, before: &[ScopingFilter], after: &[ScopingFilter]) -> String {
    let objects = plural(kind);
    match (before.is_empty(), after.is_empty()) {
        (_, true) => format!("no filter decides any more which {objects} are provisioned"),
        (true, _) => format!("only {objects} that a filter lets in are provisioned; the others are deprovisioned"),
        _ => format!("other {objects} are provisioned; who falls out of scope is deprovisioned"),
    }
}
