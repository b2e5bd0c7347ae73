//! Rows alone: attribute mappings or attribute definitions in JSON without their schema, as help pages print them.

use super::TableError;
use super::certainty::Certainty;
use super::reading::{MappingRow, ReadRow, Reading, RowOutcome, Says};
use crate::catalog::{source_attribute, target_attribute};
use crate::exchange::graph_schema::{ImportError, lone_definition, lone_mapping};
use crate::json::{Document, Item, JsonError};
use crate::limits::TABLE_ROWS;
use crate::plan::{AttributeDefinition, AttributeSide, ObjectKind};
use crate::recognition::{Found, Misplaced, Reader, What, found, rows_in_brackets};

/// Reads rows: one object, a list, or Graph's answer with a list.
pub(super) fn read(document: &Document) -> Result<Reading, TableError> {
    let root = document.root();
    let items = if root.is_list() {
        root.items()
    } else if let Some(list) = root.member("value").filter(Item::is_list) {
        list.items()
    } else {
        vec![root.clone()]
    };
    TABLE_ROWS.hold(items.len(), || "the list".to_owned())?;
    match found(&root).what {
        What::AttributeDefinition => Ok(definitions(&items)),
        What::AttributeMapping => mappings(&items),
        _ => Err(Misplaced::new(Found::one(What::Object), Reader::Table).into()),
    }
}

/// Reads rows that lack the brackets of a list.
pub(super) fn read_without_brackets(text: &str) -> Result<Reading, TableError> {
    let document = Document::parse(rows_in_brackets(text)).map_err(|error: JsonError| TableError::Json(error))?;
    let found = found(&document.root());
    if !matches!(found.what, What::AttributeMapping | What::AttributeDefinition) {
        return Err(Misplaced::new(Found::one(What::RowsWithoutBrackets), Reader::Table).into());
    }
    read(&document)
}

fn mappings(items: &[Item<'_>]) -> Result<Reading, TableError> {
    let mut reading = Reading { says: Says { default: true, matching: true, apply: true }, ..Reading::default() };
    let mut kinds = Vec::new();
    for item in items {
        let mut notes = Vec::new();
        let read = lone_mapping(item, &mut notes).map_err(|error: ImportError| TableError::Rows(error))?;
        let texts: Vec<String> = notes.iter().map(|note| note.text.clone()).collect();
        let place = place(item);
        let shown: String = item.raw().split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect();
        let outcome = match read {
            Some(mapping) => {
                kinds.push(mapping.target_attribute.clone());
                let certainty = if texts.is_empty() { Certainty::Exact } else { Certainty::Guess };
                RowOutcome::Mapping(Box::new(MappingRow { mapping, certainty, remarks: texts }))
            }
            None => RowOutcome::Unread(texts.join(". ")),
        };
        reading.rows.push(ReadRow { place, shown, kind: ObjectKind::User, outcome });
    }
    // Only groups have members.
    if kinds.iter().any(|target| target == "members")
        && kinds.iter().all(|target| target_attribute(ObjectKind::Group, target).is_some())
    {
        reading.rows.iter_mut().for_each(|row| row.kind = ObjectKind::Group);
    }
    let kind = reading.rows.first().map(|row| row.kind).unwrap_or_default();
    reading.notes.push(format!(
        "the rows do not say what they are for. Crosswalk reads them as mappings of {}",
        kind.plural().to_lowercase()
    ));
    Ok(reading)
}

/// The definitions. Their names say whose list they belong to: Entra's, or the application's.
fn definitions(items: &[Item<'_>]) -> Reading {
    let mut reading = Reading::default();
    let (mut notes, mut found) = (Vec::new(), Vec::new());
    for item in items {
        found.push((item, lone_definition(item, &mut notes)));
    }
    reading.notes.extend(notes.iter().map(ToString::to_string));
    let count = |side: AttributeSide| {
        let names = found.iter().filter_map(|(_, definition)| definition.as_ref());
        names.filter(|definition| is_catalogued(side, &definition.name)).count()
    };
    let side = if count(AttributeSide::Source) > count(AttributeSide::Target) {
        AttributeSide::Source
    } else {
        AttributeSide::Target
    };
    let list = match side {
        AttributeSide::Source => "of Microsoft Entra ID",
        AttributeSide::Target => "of the application",
    };
    reading
        .notes
        .push(format!("the definitions do not say whose they are. Crosswalk adds them to the attribute list {list}"));
    for (item, definition) in found {
        let outcome = match definition {
            Some(definition) if is_catalogued(side, &definition.name) => {
                reading.notes.push(format!(
                    "{}: {} is in the catalogue. The plan needs no definition of it",
                    place(item),
                    definition.name
                ));
                continue;
            }
            Some(definition) => RowOutcome::Definition(side, definition),
            None => RowOutcome::Unread("the definition has no name".to_owned()),
        };
        let shown = definition_words(&outcome);
        reading.rows.push(ReadRow { place: place(item), shown, kind: ObjectKind::User, outcome });
    }
    reading
}

/// Where a row is; a row that is the whole document has no pointer.
fn place(item: &Item<'_>) -> String {
    if item.pointer().is_empty() { "the row".to_owned() } else { item.pointer().to_owned() }
}

fn definition_words(outcome: &RowOutcome) -> String {
    match outcome {
        RowOutcome::Definition(_, AttributeDefinition { name, attribute_type, .. }) => {
            format!("{name} | {}", attribute_type.name())
        }
        _ => String::new(),
    }
}

fn is_catalogued(side: AttributeSide, name: &str) -> bool {
    ObjectKind::ALL.into_iter().any(|kind| match side {
        AttributeSide::Source => source_attribute(kind, name).is_some(),
        AttributeSide::Target => target_attribute(kind, name).is_some(),
    })
}
