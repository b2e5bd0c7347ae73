//! A plan as a list of edits of a schema that is not at hand: what a script needs to write the plan into the tenant's
//! own document without knowing a rule of the mapping.
//!
//! The list holds the finished JSON of every attribute mapping and definition, and beside each value what already says
//! the same, so that whoever runs it compares texts, replaces by `targetAttributeName` and occurrence, appends and
//! removes. It says what [`super::merge`] would say; a model of the
//! script's loop is compared with it in `tests/library/edit_list`.

mod member;
mod source;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

pub use member::MemberEdit;
pub use source::SourceEdit;

use super::attribute_definition::{definition_for, definition_value};
use super::attribute_mapping::mapping_value;
use super::flow_types::actions_text;
use super::needed_attribute::needed;
use super::scope::{group_value, scope_value};
use crate::expression::{Expression, parse};
use crate::plan::{AttributeMapping, AttributeSide, MappingSource, ObjectKind, ObjectMapping, Plan};

/// Each nested call costs three levels of JSON, and PowerShell writes 100 at most (`ConvertTo-Json -Depth`).
pub const MAXIMUM_NESTED_CALLS: usize = 30;

/// A plan whose edits a script could not write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the expression of {target} nests {calls} calls, and PowerShell writes JSON of {MAXIMUM_NESTED_CALLS} nested calls at most. Simplify it, or use --format az or graph-schema"
)]
pub struct TooDeep {
    /// The target attribute.
    pub target: String,
    /// How many calls stand within each other.
    pub calls: usize,
}

/// All edits of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EditList {
    /// The ids of the templates that the plan was imported from, to find its job among several.
    pub templates: Vec<String>,
    /// One entry for each object mapping.
    pub objects: Vec<ObjectEdits>,
}

/// The edits of one object mapping.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectEdits {
    /// "Users" or "Groups".
    pub title: &'static str,
    /// The source object, `User` or `Group`.
    pub object: &'static str,
    /// The names that the plan was imported with; nothing where it was not.
    pub names: Option<Names>,
    /// Members of the object mapping itself.
    pub members: Vec<MemberEdit>,
    /// What becomes of `flowTypes`.
    pub actions: ActionsEdit,
    /// The whole scope, for a mapping that has none.
    pub scope: Value,
    /// The scope's groups, for one that has.
    pub groups: Vec<Value>,
    /// The attribute mappings. One of the document that is none of these is removed.
    pub rows: Vec<RowEdit>,
    /// Attribute definitions that may be missing.
    pub definitions: Vec<DefinitionEdit>,
}

/// The names around an object mapping, as Graph calls them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Names {
    /// `synchronizationRules[].name`.
    pub rule: String,
    /// `objectMappings[].name`.
    pub mapping: String,
    /// `sourceDirectoryName`.
    pub source_directory: String,
    /// `targetDirectoryName`.
    pub target_directory: String,
    /// `sourceObjectName`.
    pub source_object: String,
    /// `targetObjectName`.
    pub target_object: String,
}

/// The object actions in both spellings, and as sorted words to compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionsEdit {
    /// Sorted, in lower case, between commas.
    pub says: String,
    /// `Add, Update, Delete`.
    pub spaced: String,
    /// `Add,Update,Delete`, for a document that writes it so.
    pub tight: String,
}

/// One attribute mapping, found by its target attribute and occurrence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowEdit {
    /// `targetAttributeName`.
    pub target: String,
    /// From 0; more than that where a target attribute is mapped several times.
    pub occurrence: usize,
    /// The finished mapping, for a document that has none.
    pub value: Value,
    /// Its members but the source, for a document that has one.
    pub members: Vec<MemberEdit>,
    /// Its source.
    pub source: SourceEdit,
}

/// An attribute definition to append where the object has none.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DefinitionEdit {
    /// `source` or `target`.
    pub side: &'static str,
    /// Whether the object mapping needs it: appended unless the document's mapping used it before.
    pub needed: bool,
    /// Whether the plan itself defines it: appended unless the directory has it anywhere.
    pub own: bool,
    /// The finished definition.
    pub value: Value,
}

/// The edits of a plan. Fails where PowerShell could not write the result.
pub fn edit_list(plan: &Plan) -> Result<EditList, TooDeep> {
    let mut templates: Vec<String> = Vec::new();
    for place in plan.object_mappings.iter().filter_map(|mapping| mapping.graph.as_ref()) {
        if !place.template.is_empty() && !templates.contains(&place.template) {
            templates.push(place.template.clone());
        }
    }
    let objects = plan.object_mappings.iter().map(|mapping| object_edits(plan, mapping)).collect::<Result<_, _>>()?;
    Ok(EditList { templates, objects })
}

fn object_edits(plan: &Plan, mapping: &ObjectMapping) -> Result<ObjectEdits, TooDeep> {
    let spaced = actions_text(mapping.actions, None);
    let mut words: Vec<String> = spaced.split(", ").map(str::to_lowercase).filter(|word| word != "none").collect();
    words.sort();
    let names = mapping.graph.as_ref().map(|place| Names {
        rule: place.rule.clone(),
        mapping: place.object_mapping.clone(),
        source_directory: place.source_directory.clone(),
        target_directory: place.target_directory.clone(),
        source_object: place.source_object.clone(),
        target_object: place.target_object.clone(),
    });
    Ok(ObjectEdits {
        title: mapping.kind.plural(),
        object: match mapping.kind {
            ObjectKind::User => "User",
            ObjectKind::Group => "Group",
        },
        names,
        members: vec![member::enabled(mapping.enabled)],
        actions: ActionsEdit {
            says: words.join(","),
            tight: actions_text(mapping.actions, Some("Add,Update")),
            spaced,
        },
        scope: scope_value(&mapping.scoping_filters),
        groups: mapping.scoping_filters.iter().map(group_value).collect(),
        rows: rows(&mapping.attribute_mappings)?,
        definitions: [AttributeSide::Source, AttributeSide::Target]
            .into_iter()
            .flat_map(|side| definitions(plan, mapping, side))
            .collect(),
    })
}

fn rows(mappings: &[AttributeMapping]) -> Result<Vec<RowEdit>, TooDeep> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for mapping in mappings {
        let calls = nested_calls(&mapping.source);
        if calls > MAXIMUM_NESTED_CALLS {
            return Err(TooDeep { target: mapping.target_attribute.clone(), calls });
        }
        let occurrence = seen.entry(&mapping.target_attribute).or_default();
        rows.push(RowEdit {
            target: mapping.target_attribute.clone(),
            occurrence: *occurrence,
            value: mapping_value(mapping).0,
            members: member::row(mapping),
            source: source::source_edit(&mapping.source),
        });
        *occurrence += 1;
    }
    Ok(rows)
}

fn nested_calls(source: &MappingSource) -> usize {
    let MappingSource::Expression { expression } = source else { return 0 };
    parse(expression).tree.as_ref().map_or(0, depth)
}

/// The parser bounds the depth.
fn depth(tree: &Expression) -> usize {
    match tree {
        Expression::Call(call) => 1 + call.arguments.iter().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

/// What the mapping needs, then what the plan defines and no object mapping needs: the latter with the first mapping.
fn definitions(plan: &Plan, mapping: &ObjectMapping, side: AttributeSide) -> Vec<DefinitionEdit> {
    let own = plan.attribute_definitions.side(side);
    let mut names = needed(mapping, side);
    let needed_names = names.len();
    if plan.object_mappings.first().is_some_and(|first| first.kind == mapping.kind) {
        let elsewhere = |name: &String| plan.object_mappings.iter().any(|other| needed(other, side).contains(name));
        names.extend(own.iter().map(|one| one.name.clone()).filter(|name| !elsewhere(name)));
    }
    let edit = |(index, name): (usize, &String)| DefinitionEdit {
        side: match side {
            AttributeSide::Source => "source",
            AttributeSide::Target => "target",
        },
        needed: index < needed_names,
        own: own.iter().any(|one| one.name == *name),
        value: definition_value(&definition_for(own, side, mapping.kind, name), side, mapping.kind),
    };
    names.iter().enumerate().map(edit).collect()
}
