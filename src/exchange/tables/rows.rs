//! Reads the rows of a table with known columns.

use std::collections::BTreeMap;

use super::cell::{says_nothing, value};
use super::certainty::{Certainty, Sure};
use super::columns::Columns;
use super::field_words::{self, Matching};
use super::grid::{Grid, GridRow};
use super::names;
use super::own_rows;
use super::reading::{MappingRow, ReadRow, Reading, RowOutcome, Says};
use super::role::Role;
use super::row_read::RowRead;
use super::source::{constant, source, whole_expression};
use crate::catalog::spelling_key;
use crate::plan::{AttributeMapping, MappingSource, MappingType, MatchingPrecedence, ObjectKind, Plan};
use crate::text::counted;

/// Reads every row below the headings. The columns must leave no question open.
pub fn read(plan: &Plan, grid: &Grid, columns: &Columns) -> Reading {
    let has = |role| columns.at(role).is_some();
    let says = Says { default: has(Role::Default), matching: has(Role::Matching), apply: has(Role::Apply) };
    let mut reading = Reading { says, ..Reading::default() };
    if columns.question().is_some() {
        return reading;
    }
    let mut kind = columns.object;
    let mut open = Vec::new();
    for (at, row) in grid.rows.iter().enumerate() {
        if at < columns.header_rows || row.is_blank() && row.fault.is_none() {
            continue;
        }
        let place = grid.place(row);
        match remark(grid, columns, row) {
            Some(About::Objects(of)) => {
                kind = of;
                reading.notes.push(format!(
                    "{place}: “{}”. The rows below are for {}",
                    shown(row),
                    of.plural().to_lowercase()
                ));
                continue;
            }
            Some(About::Nothing(what)) => {
                reading.notes.push(format!("{place}: “{}” is {what}", shown(row)));
                continue;
            }
            None => {}
        }
        let read = match &row.fault {
            Some(fault) => Err(fault.clone()),
            None if columns.is_own => own_rows::read(plan, grid.form, row, columns, kind),
            None => mapping(plan, row, columns, kind),
        };
        let outcome = match read {
            Ok(read) => {
                kind = if has(Role::Object) { kind } else { read.kind };
                if read.matches_somewhere {
                    open.push(reading.rows.len());
                }
                reading.rows.push(ReadRow {
                    place,
                    shown: shown(row),
                    kind: read.kind,
                    outcome: RowOutcome::Mapping(Box::new(read.row)),
                });
                continue;
            }
            Err(reason) => RowOutcome::Unread(reason),
        };
        reading.rows.push(ReadRow { place, shown: shown(row), kind, outcome });
    }
    number_matches(&mut reading, &open);
    note_repeated(&mut reading);
    reading
}

/// A row that is not meant to hold a mapping.
enum About {
    /// A title that says what the rows below are for.
    Objects(ObjectKind),
    /// Something else, in words.
    Nothing(&'static str),
}

fn remark(grid: &Grid, columns: &Columns, row: &GridRow) -> Option<About> {
    let is_heading_again = columns.header_rows > 0
        && grid.rows.iter().take(columns.header_rows).any(|heading| {
            heading.cells.len() > 1
                && heading.cells.iter().map(|cell| cell.text.trim()).eq(row.cells.iter().map(|cell| cell.text.trim()))
        });
    if is_heading_again {
        return Some(About::Nothing("the heading again"));
    }
    let filled: Vec<usize> =
        (0..row.cells.len()).filter(|at| !row.cells.get(*at).is_some_and(super::grid::GridCell::is_blank)).collect();
    let first = row.text(*filled.first()?);
    let is_alone = filled.iter().all(|at| row.text(*at) == first);
    let is_merged = filled.len() > 1 && row.cells.iter().any(|cell| cell.merged);
    // A cell that is alone in its row is a title or a remark, unless it is in a column of a mapping.
    let is_title =
        is_alone && (is_merged && filled.len() == row.cells.len() || filled.len() == 1 && row.cells.len() > 1);
    if is_title {
        let words = value(first);
        let is_object = field_words::object(&words).filter(|_| words.split_whitespace().count() <= 6);
        if let Some(kind) = is_object {
            return Some(About::Objects(kind));
        }
        if is_footnote(&words) {
            return Some(About::Nothing("a remark"));
        }
        if is_merged {
            return Some(About::Nothing("a title"));
        }
    }
    let says = [Role::Source, Role::Target, Role::Expression, Role::Constant, Role::Default, Role::MappingType];
    let is_empty = says.into_iter().filter_map(|role| columns.at(role)).all(|at| row.text(at).trim().is_empty());
    is_empty.then_some(About::Nothing("without attributes"))
}

fn is_footnote(words: &str) -> bool {
    let lower = words.to_lowercase();
    words.starts_with(['*', '†', '‡', '¹', '²', '³', '⁴'])
        || ["note:", "notes:", "hinweis:", "hinweise:", "anmerkung:", "legend:", "legende:", "source:", "quelle:"]
            .iter()
            .any(|word| lower.starts_with(word))
}

/// Reads one row.
fn mapping(plan: &Plan, row: &GridRow, columns: &Columns, kind: ObjectKind) -> Result<RowRead, String> {
    let text = |role: Role| columns.at(role).map_or("", |at| row.text(at));
    let kind = match text(Role::Object) {
        blank if says_nothing(blank) => kind,
        words => field_words::object(words).ok_or_else(|| format!("“{}” is neither users nor groups", value(words)))?,
    };
    if says_nothing(text(Role::Target)) {
        return Err("the row has no target attribute".to_owned());
    }
    let target = names::target(plan, kind, text(Role::Target))?;
    let mapping_type = field_words::mapping_type(text(Role::MappingType))?;
    let default = default_value(text(Role::Default));
    let source = match source_of(plan, kind, mapping_type, &text)? {
        Some(source) => source,
        None if mapping_type == Some(MappingType::None) => Sure::exact(MappingSource::None),
        None if default.is_some() => Sure::guess(
            MappingSource::None,
            "the row has a default value and no source. It is read as the mapping type None",
        ),
        None => return Err("the row has no source".to_owned()),
    };
    let matching = field_words::matching(text(Role::Matching))?;
    let flow_type = field_words::flow_type(text(Role::Apply))?;
    let matching_precedence = match matching {
        Matching::At(precedence) => Some(precedence),
        Matching::No | Matching::Somewhere => None,
    };
    let mapping = AttributeMapping {
        target_attribute: target.value,
        source: source.value,
        default_value: default,
        matching_precedence,
        flow_type,
        ..AttributeMapping::default()
    };
    let certainty = target.certainty.max(source.certainty);
    let remarks = [source.remark, target.remark].into_iter().flatten().collect();
    let row = MappingRow { mapping, certainty, remarks };
    Ok(RowRead { kind, row, matches_somewhere: matching == Matching::Somewhere })
}

/// The source from the columns for it. Two that say different things are refused.
fn source_of<'a>(
    plan: &Plan,
    kind: ObjectKind,
    mapping_type: Option<MappingType>,
    text: &impl Fn(Role) -> &'a str,
) -> Result<Option<Sure<MappingSource>>, String> {
    let filled = |role: Role| Some(text(role)).filter(|text| !says_nothing(text));
    let (own, expression, value_given) = (filled(Role::Source), filled(Role::Expression), filled(Role::Constant));
    if let (Some(_), Some(_)) = (expression, value_given) {
        return Err("the row has an expression and a constant".to_owned());
    }
    let refused = |what: &str, mapping_type: MappingType| {
        format!("the mapping type is {}, but the row has {what}", mapping_type.label())
    };
    match (mapping_type, expression, value_given) {
        (Some(of @ (MappingType::Direct | MappingType::None | MappingType::Constant)), Some(_), _) => {
            Err(refused("an expression", of))
        }
        (Some(of @ (MappingType::Direct | MappingType::None | MappingType::Expression)), _, Some(_)) => {
            Err(refused("a constant", of))
        }
        // The source attribute beside an expression is what the expression reads.
        (_, Some(expression), _) => {
            let read = whole_expression(expression);
            if mapping_type.is_none() && read.certainty == Certainty::Guess && !expression.contains(['(', '[']) {
                return Err(format!("“{}” is not an expression", value(expression)));
            }
            Ok(Some(read))
        }
        (_, _, Some(_)) if own.is_some() && mapping_type.is_none() => {
            Err("the row has a source attribute and a constant".to_owned())
        }
        (_, _, Some(given)) => Ok(Some(constant(given))),
        (of, None, None) => source(plan, kind, text(Role::Source), of),
    }
}

/// The default value in a cell; nothing in one that says so. Quotation marks around it are not part of it.
fn default_value(text: &str) -> Option<String> {
    if says_nothing(text) {
        return None;
    }
    match constant(&value(text)).value {
        MappingSource::Constant { value } => Some(value),
        _ => None,
    }
}

/// Gives a precedence to rows that only say that they match: after the numbered ones, in the order of the table.
fn number_matches(reading: &mut Reading, open: &[usize]) {
    let is_alone = open.len() == 1;
    for at in open {
        let Some(kind) = reading.rows.get(*at).map(|row| row.kind) else { continue };
        let last = reading.mappings(kind).filter_map(|one| one.matching_precedence).map(MatchingPrecedence::get).max();
        let next = last.map_or(1, |last| last.saturating_add(1));
        if let Some(RowOutcome::Mapping(row)) = reading.rows.get_mut(*at).map(|row| &mut row.outcome) {
            row.mapping.matching_precedence = MatchingPrecedence::new(next);
            if !is_alone || next > 1 {
                row.certainty = Certainty::Guess;
                row.remarks.push(format!("its matching precedence is {next}, by the order of the rows"));
            }
        }
    }
}

fn note_repeated(reading: &mut Reading) {
    let mut places: BTreeMap<(ObjectKind, String), Vec<String>> = BTreeMap::new();
    for row in &reading.rows {
        if let Some(read) = row.mapping() {
            places.entry((row.kind, spelling_key(&read.mapping.target_attribute))).or_default().push(row.place.clone());
        }
    }
    for ((_, _), places) in places.into_iter().filter(|(_, places)| places.len() > 1) {
        let target = reading.rows.iter().find(|row| row.place == places[0]).and_then(ReadRow::mapping);
        let target = target.map(|row| row.mapping.target_attribute.clone()).unwrap_or_default();
        reading.notes.push(format!("{} map {target}: {}", counted(places.len(), "row"), places.join(", ")));
    }
}

/// What a row says, in short.
fn shown(row: &GridRow) -> String {
    let mut texts: Vec<String> = Vec::new();
    for cell in row.cells.iter().filter(|cell| !cell.is_blank() && !cell.merged) {
        texts.push(cell.text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let whole = texts.join(" | ");
    let mut short: String = whole.chars().take(120).collect();
    if short.len() < whole.len() {
        short.push('…');
    }
    short
}
