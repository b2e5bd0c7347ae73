//! The attribute mappings of a plan as tables.

use crate::exchange::document::{Block, Cell, Column, Document, Run, ShortNames, Table};
use crate::exchange::mapping_columns::{APPLY, DEFAULT, IN_WORDS, MAPPING_TYPE, MATCHING, OBJECT, SOURCE, TARGET};
use crate::expression::{read, reading};
use crate::plan::{AttributeMapping, MappingSource, ObjectMapping, Plan};

/// Every mapping of every object, one fact in each column.
pub(super) fn table(plan: &Plan) -> Table {
    let mut table = Table::new([
        Column::new(OBJECT, 10.0),
        Column::new(TARGET, 38.0),
        Column::new(MAPPING_TYPE, 12.0),
        Column::new(SOURCE, 46.0),
        Column::new(IN_WORDS, 46.0),
        Column::new(MATCHING, 12.0),
        Column::new(APPLY, 22.0),
        Column::new(DEFAULT, 22.0),
    ]);
    for object in &plan.object_mappings {
        for mapping in &object.attribute_mappings {
            table.row([
                object.kind.plural().into(),
                Cell::code(&mapping.target_attribute),
                mapping.source.type_name().into(),
                match &mapping.source {
                    MappingSource::None => Cell::default(),
                    source => Cell::code(source.text()),
                },
                words(mapping).into(),
                precedence(mapping).into(),
                mapping.flow_type.label().into(),
                mapping.default_value.as_deref().map(Cell::code).unwrap_or_default(),
            ]);
        }
    }
    table
}

/// The same table as a document.
pub(super) fn document(plan: &Plan) -> Document {
    let mut document = Document::about("Attribute mappings", plan);
    document.blocks.push(Block::Table(table(plan)));
    document
}

/// The mappings of one object for people to read, each expression with its words.
pub(super) fn reading_table(object: &ObjectMapping, names: &ShortNames) -> Table {
    let headings = ["Target attribute", "Source", "Matching precedence", "Apply this mapping", "Default value if null"];
    let mut table = Table::headed(headings);
    for mapping in &object.attribute_mappings {
        table.row([
            Cell::code(names.short(&mapping.target_attribute)),
            source(mapping, names),
            mapping.matching_precedence.map(|precedence| precedence.get().to_string().into()).unwrap_or_default(),
            mapping.flow_type.label().into(),
            mapping.default_value.as_deref().map(Cell::code).unwrap_or_default(),
        ]);
    }
    table.without_empty_columns()
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

fn source(mapping: &AttributeMapping, names: &ShortNames) -> Cell {
    match &mapping.source {
        MappingSource::Direct { attribute } => Cell::code(names.short(attribute)),
        MappingSource::Constant { value } => Cell(vec![Run::text("the constant "), Run::code(value)]),
        MappingSource::Expression { expression } => Cell(vec![Run::code(expression), Run::Aside(words(mapping))]),
        MappingSource::None => "None".into(),
    }
}
