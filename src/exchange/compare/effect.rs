//! What a change means for provisioning, in full sentences.

use crate::catalog::short_name;
use crate::plan::{
    AttributeFlowType, AttributeMapping, AttributeSide, MappingSource, MatchingPrecedence, ObjectFlowTypes, ObjectKind,
    ScopingFilter,
};

fn plural(kind: ObjectKind) -> String {
    kind.plural().to_lowercase()
}

/// The short name of the target attribute. The row beside the effect says the full one.
fn target(mapping: &AttributeMapping) -> String {
    short_name(AttributeSide::Target, &mapping.target_attribute)
}

/// Where a value comes from, to follow the target's name.
fn origin(source: &MappingSource) -> String {
    match source {
        MappingSource::Direct { attribute } => format!("from {}", short_name(AttributeSide::Source, attribute)),
        MappingSource::Constant { value } => format!("as the constant “{value}”"),
        MappingSource::Expression { expression } => format!("from the expression {expression}"),
        MappingSource::None => "with its default value only".to_owned(),
    }
}

pub(super) fn added(mapping: &AttributeMapping) -> String {
    let matching =
        if mapping.matching_precedence.is_some() { " It will also match objects by this attribute." } else { "" };
    format!("Entra will send {} {}.{matching}", target(mapping), origin(&mapping.source))
}

pub(super) fn removed(mapping: &AttributeMapping) -> String {
    let matching =
        if mapping.matching_precedence.is_some() { " It will no longer match objects by this attribute." } else { "" };
    format!("Entra will no longer send {}.{matching} Values in the target stay.", target(mapping))
}

pub(super) fn source(before: &AttributeMapping, after: &AttributeMapping) -> String {
    let target = target(after);
    match (&before.source, &after.source) {
        (_, MappingSource::None) => format!("Entra will send only the default value of {target}."),
        (MappingSource::None, source) => format!("Entra will send {target} {}.", origin(source)),
        (was, now) => {
            let (mut then, mut after) = (origin(was), origin(now));
            // Two attributes can have one short name.
            if then == after {
                (then, after) = (format!("from {}", was.text()), format!("from {}", now.text()));
            }
            format!("Entra will send {target} {after} instead of {then}.")
        }
    }
}

pub(super) fn default_value(after: &AttributeMapping) -> String {
    let target = target(after);
    match &after.default_value {
        Some(value) => format!("If {target} has no value, Entra will create the object with “{value}”."),
        None => format!("If {target} has no value, Entra will create the object without it."),
    }
}

pub(super) fn matching(kind: ObjectKind, after: &AttributeMapping) -> String {
    let (objects, target) = (plural(kind), target(after));
    match after.matching_precedence.map(MatchingPrecedence::get) {
        Some(precedence) => format!("Entra will match {objects} by {target}, with precedence {precedence}."),
        None => format!("Entra will no longer match {objects} by {target}."),
    }
}

pub(super) fn flow_type(after: &AttributeMapping) -> String {
    let target = target(after);
    match after.flow_type {
        AttributeFlowType::Always => format!("Entra will send {target} when it creates and when it updates an object."),
        AttributeFlowType::ObjectAddOnly => {
            format!("Entra will send {target} only when it creates an object. It will not send later changes.")
        }
        other => format!("For {target}, Apply this mapping will be “{}”.", other.label()),
    }
}

pub(super) fn enabled(kind: ObjectKind, enabled: bool) -> String {
    let word = if enabled { "will" } else { "will no longer" };
    format!("Entra {word} provision {}.", plural(kind))
}

pub(super) fn actions(kind: ObjectKind, before: ObjectFlowTypes, after: ObjectFlowTypes) -> String {
    let objects = plural(kind);
    let changed = before.labelled().into_iter().zip(after.labelled()).filter(|(before, after)| before != after);
    let sentence = |(_, (label, on)): (_, (&str, bool))| {
        let word = if on { "will" } else { "will no longer" };
        format!("Entra {word} {} {objects}.", label.to_lowercase())
    };
    changed.map(sentence).collect::<Vec<_>>().join(" ")
}

pub(super) fn scope(kind: ObjectKind, before: &[ScopingFilter], after: &[ScopingFilter]) -> String {
    let objects = plural(kind);
    match (before.is_empty(), after.is_empty()) {
        (_, true) => format!("Filters will no longer limit which {objects} Entra provisions."),
        (true, _) => format!("Entra will provision only {objects} that a filter lets in, and deprovision all others."),
        _ => format!(
            "Entra will provision a different set of {objects}. It will deprovision {objects} that leave the scope."
        ),
    }
}
