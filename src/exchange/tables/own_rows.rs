//! Reads the rows of a table that Crosswalk wrote: letter by letter, so that a plan comes back as it is. What a person typed
//! into it since is understood as in any other table.

use super::certainty::{Certainty, Sure};
use super::columns::Columns;
use super::field_words::{self, Matching};
use super::grid::{GridCell, GridForm, GridRow};
use super::names;
use super::reading::MappingRow;
use super::role::Role;
use super::row_read::RowRead;
use crate::exchange::document::csv::unguarded;
use crate::exchange::mapping_columns::EMPTY;
use crate::plan::{AttributeMapping, MappingSource, MappingType, ObjectKind, Plan};

/// Reads one row.
pub(super) fn read(
    plan: &Plan,
    form: GridForm,
    row: &GridRow,
    columns: &Columns,
    kind: ObjectKind,
) -> Result<RowRead, String> {
    let cell = |role: Role| columns.at(role).and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
    let text = |role: Role| exactly(form, &cell(role));
    let kind = match cell(Role::Object).text.trim() {
        "" => kind,
        words => field_words::object(words).ok_or_else(|| format!("“{words}” is neither users nor groups"))?,
    };
    let target = text(Role::Target).unwrap_or_default();
    if target.trim().is_empty() {
        return Err("the row has no target attribute".to_owned());
    }
    let target = as_meant(names::target(plan, kind, &target), target);
    let given = text(Role::Source);
    let mapping_type = field_words::mapping_type(&cell(Role::MappingType).text)?;
    let source = match (mapping_type, given) {
        (None, _) => return Err("the row has no mapping type. Write Direct, Constant, Expression or None".to_owned()),
        (Some(MappingType::None), None) => Sure::exact(MappingSource::None),
        (Some(MappingType::None), Some(text)) => {
            return Err(format!("the mapping type is None, but the source is “{text}”"));
        }
        (Some(MappingType::Constant), text) => Sure::exact(MappingSource::Constant { value: text.unwrap_or_default() }),
        (Some(MappingType::Expression), text) => {
            Sure::exact(MappingSource::Expression { expression: text.unwrap_or_default() })
        }
        (Some(MappingType::Direct), text) => {
            let attribute = text.unwrap_or_default();
            as_meant(names::source(plan, kind, &attribute), attribute)
                .map(|attribute| MappingSource::Direct { attribute })
        }
    };
    let matching = field_words::matching(&cell(Role::Matching).text)?;
    let mapping = AttributeMapping {
        target_attribute: target.value,
        source: source.value,
        default_value: text(Role::Default),
        matching_precedence: match matching {
            Matching::At(precedence) => Some(precedence),
            Matching::No | Matching::Somewhere => None,
        },
        flow_type: field_words::flow_type(&cell(Role::Apply).text)?,
        ..AttributeMapping::default()
    };
    let certainty = target.certainty.max(source.certainty);
    let remarks = [source.remark, target.remark].into_iter().flatten().collect();
    Ok(RowRead {
        kind,
        row: MappingRow { mapping, certainty, remarks },
        matches_somewhere: matching == Matching::Somewhere,
    })
}

/// A recognised spelling becomes the attribute that it means. Anything else stays letter by letter.
/// What a table of this form says of a target attribute when it is read back.
pub(in crate::exchange) fn target_read_back(kind: ObjectKind, written: &str) -> String {
    as_meant(names::target(&Plan::default(), kind, written), written.to_owned()).value
}

/// The same for a source attribute.
pub(in crate::exchange) fn source_read_back(kind: ObjectKind, written: &str) -> String {
    as_meant(names::source(&Plan::default(), kind, written), written.to_owned()).value
}

fn as_meant(found: Result<Sure<String>, String>, written: String) -> Sure<String> {
    match found {
        Ok(sure) if sure.certainty < Certainty::Guess => sure,
        _ => Sure::exact(written),
    }
}

/// The text of a cell, letter by letter; nothing in an empty cell. Markdown and HTML write an empty value in words.
fn exactly(form: GridForm, cell: &GridCell) -> Option<String> {
    match form {
        GridForm::Markdown | GridForm::Html => {
            let is_word = !cell.code && cell.text.trim() == EMPTY;
            let text = if cell.code { cell.text.clone() } else { cell.text.trim().to_owned() };
            if is_word { Some(String::new()) } else { Some(text).filter(|text| !text.is_empty()) }
        }
        GridForm::Delimited => Some(unguarded(&cell.text)).filter(|text| !text.is_empty()),
        GridForm::Sheet => Some(cell.text.clone()).filter(|text| !text.is_empty()),
    }
}
