//! What the worker says about a file: how far it is read, what it has, or why it cannot be used.

use serde::{Deserialize, Serialize};

use crate::{
    directory::people_file::{Basis, Cell, PeopleFileError, PeopleTable, Side, State},
    recognition::Reader,
};

/// How many examples of a column are shown, and how many rows are searched for them.
const EXAMPLES: usize = 3;
const SEARCHED: usize = 500;
/// How long an example is. The rest is cut.
const EXAMPLE: usize = 60;

/// How much of a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadProgress {
    /// Rows.
    pub rows: usize,
    /// Bytes.
    pub bytes: usize,
    /// Bytes of the whole file.
    pub of: usize,
}

/// What a file has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRead {
    /// Whose users it has.
    pub side: Side,
    /// How many.
    pub rows: usize,
    /// What it is, in words.
    pub form: String,
    /// Whether what its columns hold is guessed.
    pub is_guessed: bool,
    /// Whether you can say what its columns hold. In JSON, each name is that of an attribute.
    pub can_choose: bool,
    /// What there is to say about it.
    pub notes: Vec<String>,
    /// How many rows were skipped.
    pub skipped: usize,
    /// The first of them, each with its line and the reason.
    pub broken: Vec<(usize, String)>,
    /// Its columns, in the order of the file. None where the file has whole resources.
    pub columns: Vec<ColumnRead>,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnRead {
    /// The heading.
    pub heading: String,
    /// The attribute that it holds.
    pub attribute: Option<String>,
    /// Why it holds that.
    pub basis: Basis,
    /// Whether it is empty for everybody.
    pub is_empty: bool,
    /// Some of its values.
    pub examples: Vec<String>,
}

impl FileRead {
    /// What a table has.
    pub fn of(side: Side, table: &PeopleTable) -> Self {
        let column = |column: &crate::directory::people_file::Column| ColumnRead {
            heading: column.heading.clone(),
            attribute: column.attribute.clone(),
            basis: column.basis,
            is_empty: column.state == State::Unknown,
            examples: examples((0..table.len()).map(|row| column.cell(row))),
        };
        let columns = if table.is_resources() { Vec::new() } else { table.columns.iter().map(column).collect() };
        Self {
            side,
            rows: table.len(),
            form: table.form_words().to_owned(),
            is_guessed: table.is_guessed(),
            can_choose: table.separator.is_some(),
            notes: table.notes.clone(),
            skipped: table.broken_count,
            broken: table.broken.iter().map(|row| (row.line, row.reason.to_string())).collect(),
            columns,
        }
    }
}

/// Some different values.
fn examples<'a>(cells: impl Iterator<Item = Cell<'a>>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in cells.take(SEARCHED) {
        let (Cell::Text(text) | Cell::Json(text)) = cell else { continue };
        let mut shown: String = text.chars().take(EXAMPLE).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        if !found.contains(&shown) {
            found.push(shown);
        }
        if found.len() == EXAMPLES {
            break;
        }
    }
    found
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// The reason, with what to do.
    pub reason: String,
    /// Where it belongs, if Crosswalk takes it elsewhere.
    pub belongs: Option<Belongs>,
}

/// Where a file belongs that cannot be used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Belongs {
    /// The other of the two files of a rehearsal.
    OtherSide,
    /// The start page.
    Start,
    /// The settings.
    Settings,
    /// The preview.
    Preview,
}

impl From<PeopleFileError> for Refusal {
    fn from(error: PeopleFileError) -> Self {
        let belongs = match &error {
            PeopleFileError::OtherSide { .. } => Some(Belongs::OtherSide),
            PeopleFileError::Misplaced(misplaced) => misplaced.found().what.taker().and_then(belongs),
            _ => None,
        };
        Self { reason: error.to_string(), belongs }
    }
}

/// Where a reader of the app is.
const fn belongs(reader: Reader) -> Option<Belongs> {
    match reader {
        Reader::Plan | Reader::Schema | Reader::PlanOrSchema | Reader::Table => Some(Belongs::Start),
        Reader::ScimSchemas => Some(Belongs::Settings),
        Reader::Group => Some(Belongs::Preview),
        Reader::People | Reader::PeopleFile | Reader::Target | Reader::TargetFile => Some(Belongs::OtherSide),
        Reader::Attributes | Reader::Cases => None,
    }
}
