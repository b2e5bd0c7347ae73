//! The attribute mappings of a plan as tables.

use crate::exchange::document::{Cell, Column, Run, Table};
use crate::expression::{read, reading};
use crate::plan::{AttributeMapping, MappingSource, ObjectMapping, Plan};

/// Every mapping of every object, one fact in each column.
pub(super) fn table(plan: &Plan) -> Table {
    let mut table = Table::new([
        Column::new("Object", 10.0),
        Column::new("Target attribute", 38.0),
        Column::new("Mapping type", 12.0),
        Column::new("Source", 46.0),
        Column::new("In words", 46.0),
        Column::new("Matching precedence", 12.0),
        Column::new("Apply this mapping", 22.0),
        Column::new("Default value if null", 22.0),
    ]);
    for object in &plan.object_mappings {
        for mapping in &object.attribute_mappings {
            table.row([
                object.kind.plural().into(),
                mapping.target_attribute.as_str().into(),
                mapping.source.type_name().into(),
                mapping.source.text().into(),
                words(mapping).into(),
                precedence(mapping).into(),
                mapping.flow_type.label().into(),
                mapping.default_value.as_deref().unwrap_or_default().into(),
            ]);
        }
    }
    table
}

/// The mappings of one object for people to read, each expression with its words.
pub(super) fn reading_table(object: &ObjectMapping) -> Table {
    let headings = ["Target attribute", "Source", "Matching precedence", "Apply this mapping", "Default value if null"];
    let mut table = Table::headed(headings);
    for mapping in &object.attribute_mappings {
        table.row([
            Cell::code(&mapping.target_attribute),
            source(mapping),
            precedence(mapping).into(),
            mapping.flow_type.label().into(),
            mapping.default_value.as_deref().map(Cell::code).unwrap_or_default(),
        ]);
    }
    table
}

fn precedence(mapping: &AttributeMapping) -> String {
    mapping.matching_precedence.map_or_else(String::new, |precedence| precedence.get().to_string())
}

/// An expression in words; nothing for another mapping type, or for an expression that cannot be read.
fn words(mapping: &AttributeMapping) -> String {
    match &mapping.source {
        MappingSource::Expression { expression } => read(expression).tree().map(reading).unwrap_or_default(),
        _ => String::new(),
    }
}

fn source(mapping: &AttributeMapping) -> Cell {
    match &mapping.source {
        MappingSource::Direct { attribute } => Cell::code(attribute),
        MappingSource::Constant { value } => Cell(vec![Run::text("the constant "), Run::code(value)]),
        MappingSource::Expression { expression } => Cell(vec![Run::code(expression), Run::Aside(words(mapping))]),
        MappingSource::None => "None".into(),
    }
}
