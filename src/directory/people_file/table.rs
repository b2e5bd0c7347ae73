//! A file of people as columns: each column has its cells in one arena.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::cell::Cell;
use super::conversion::{DayOrder, Reading};
use super::problem::BrokenRow;
use super::records::Records;
use super::room::{push_with_room, room_for};
use crate::catalog::people_form::{OTHER_CSV, PeopleForm, STAFFBASE};
use crate::json::Encoding;
use crate::recognition::is_remnant;

/// People, or the users of the target, one row each.
#[derive(Clone, Debug)]
pub struct PeopleTable {
    /// The form of the file.
    pub form: &'static PeopleForm,
    /// The columns, in the order of the file.
    pub columns: Vec<Column>,
    /// The physical line where each row begins. The header is line 1, if nothing is above it. In JSON, it is the line
    /// where the object begins.
    pub lines: Vec<u32>,
    /// The rows that were skipped, each with its line and the reason. At most [`super::MOST_LISTED`] are kept.
    pub broken: Vec<BrokenRow>,
    /// How many rows were skipped.
    pub broken_count: usize,
    /// The encoding that was found.
    pub encoding: Encoding,
    /// What is between the cells; nothing for JSON.
    pub separator: Option<char>,
    /// Whether the file is one page of several.
    pub is_part: bool,
    /// What there is to say about the file.
    pub notes: Vec<String>,
    /// How many of the notes are about the file itself, and not about its columns.
    pub(super) file_notes: usize,
    /// The line of the header.
    pub(super) header_line: usize,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The heading in the file.
    pub heading: String,
    /// The attribute that it holds: a source attribute for people, a SCIM path for the users of the target.
    pub attribute: Option<String>,
    /// Why it holds that.
    pub basis: Basis,
    /// Whether anybody has a value.
    pub state: State,
    /// How its cells are read.
    pub reading: Reading,
    /// Shared by the tables of one file that read its columns in different ways.
    cells: Arc<Cells>,
}

/// Why a column holds an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The form of the file says so.
    Form,
    /// The heading means only this attribute.
    Heading,
    /// The heading probably means it.
    LikelyHeading,
    /// The cells look like it.
    Content,
    /// The user chose it.
    Chosen,
    /// It holds no attribute that is used.
    Nothing,
}

/// Whether a column says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// At least one person has a value. Empty cells are empty.
    Given,
    /// It is empty for everybody, or its values are lost: nothing is known.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Empty,
    Text,
    Json,
    Lost,
}

/// The cells of a column: all texts one after the other, and where each ends.
#[derive(Clone, Debug, Default)]
struct Cells {
    arena: String,
    ends: Vec<u32>,
    kinds: Vec<Kind>,
    has_lost: bool,
}

impl Cells {
    fn push(&mut self, cell: Cell<'_>) {
        let (kind, text) = match cell {
            Cell::Empty | Cell::Text("") => (Kind::Empty, ""),
            Cell::Text(text) => (Kind::Text, text),
            Cell::Json(text) => (Kind::Json, text),
            Cell::Lost => (Kind::Lost, ""),
        };
        push_with_room(&mut self.arena, text);
        // A file is at most 512 MB, and its text at most three times as long.
        self.ends.push(u32::try_from(self.arena.len()).unwrap_or(u32::MAX));
        self.kinds.push(kind);
        self.has_lost |= kind == Kind::Lost;
    }

    fn get(&self, row: usize) -> Cell<'_> {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(row).copied().unwrap_or_default();
        let text = self.arena.get(start as usize..end as usize).unwrap_or_default();
        match self.kinds.get(row) {
            Some(Kind::Text) => Cell::Text(text),
            Some(Kind::Json) => Cell::Json(text),
            Some(Kind::Lost) => Cell::Lost,
            Some(Kind::Empty) | None => Cell::Empty,
        }
    }
}

impl Column {
    /// A column whose first `empty` rows have no value.
    pub(super) fn new(heading: String, empty: usize) -> Self {
        let mut cells = Cells::default();
        (0..empty).for_each(|_| cells.push(Cell::Empty));
        Self {
            heading,
            attribute: None,
            basis: Basis::Nothing,
            state: State::Unknown,
            reading: Reading::Text,
            cells: Arc::new(cells),
        }
    }

    /// Adds the cells of some rows of a table.
    fn extend<'c>(&mut self, texts: impl Iterator<Item = &'c str>) {
        let cells = Arc::make_mut(&mut self.cells);
        let before = cells.arena.len();
        for text in texts {
            cells.push(if may_be_remnant(text) && is_remnant(text) { Cell::Lost } else { Cell::Text(text) });
        }
        if cells.arena.len() > before {
            self.state = State::Given;
        }
    }

    pub(super) fn push(&mut self, cell: Cell<'_>) {
        if matches!(cell, Cell::Json(_)) || matches!(cell, Cell::Text(text) if !text.is_empty()) {
            self.state = State::Given;
        }
        Arc::make_mut(&mut self.cells).push(cell);
    }

    /// The same column before anything is known about what it holds.
    pub(super) fn as_read(&self) -> Self {
        let (attribute, basis, reading) = (None, Basis::Nothing, Reading::Text);
        Self {
            heading: self.heading.clone(),
            attribute,
            basis,
            state: self.state,
            reading,
            cells: Arc::clone(&self.cells),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.kinds.len()
    }

    /// The cell of a row as the file has it.
    pub fn cell(&self, row: usize) -> Cell<'_> {
        self.cells.get(row)
    }

    /// The cells of some rows, one after the other, and where each ends, counted from a number before the first. An empty
    /// cell is the empty text. Nothing if a cell is something else than text.
    pub fn cells(&self, rows: Range<usize>) -> Option<(&str, &[u32], u32)> {
        let is_text = |kind: &Kind| matches!(kind, Kind::Text | Kind::Empty);
        let Cells { arena, ends, kinds, .. } = &*self.cells;
        let start = rows.start.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
        if self.reading != Reading::Text || !kinds.get(rows.clone())?.iter().all(is_text) {
            return None;
        }
        let ends = ends.get(rows)?;
        Some((arena.get(start as usize..*ends.last()? as usize)?, ends, start))
    }

    /// The value of a row as Entra has it: Booleans, dates and lists are converted. Nothing for an empty or lost cell.
    pub fn value(&self, row: usize) -> Option<Value> {
        self.reading.value(self.cell(row))
    }

    /// The first rows.
    fn first(&self, rows: usize) -> Self {
        let mut first = Self::new(self.heading.clone(), 0);
        (0..rows).for_each(|row| first.push(self.cell(row)));
        first
    }

    /// Whether the cells have dates that later rows can show to mean others: the order of day and month is not clear.
    pub fn has_unclear_dates(&self) -> bool {
        self.reading == Reading::Date(DayOrder::Unknown) && self.has(b'/')
    }

    /// Whether the values of some cells are lost, although the column is there.
    pub fn has_lost(&self) -> bool {
        self.cells.has_lost
    }

    /// Whether a byte is in any cell.
    pub(super) fn has(&self, byte: u8) -> bool {
        self.cells.arena.as_bytes().contains(&byte)
    }

    /// The texts of the column.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|row| match self.cell(row) {
            Cell::Text(text) => Some(text),
            _ => None,
        })
    }
}

impl PeopleTable {
    /// What the file is, in words. Every table of existing users is read as Staffbase's, which may have any headings.
    pub fn form_words(&self) -> &'static str {
        let is_read_so = self.form.name == STAFFBASE.name && self.separator.is_some();
        let headings: Vec<String> = self.columns.iter().map(|column| column.heading.clone()).collect();
        if is_read_so && !STAFFBASE.fits(&headings) { OTHER_CSV.words } else { self.form.words }
    }

    pub(super) fn new(form: &'static PeopleForm) -> Self {
        Self {
            form,
            columns: Vec::new(),
            lines: Vec::new(),
            broken: Vec::new(),
            broken_count: 0,
            encoding: Encoding::Utf8,
            separator: None,
            is_part: false,
            notes: Vec::new(),
            file_notes: 0,
            header_line: 0,
        }
    }

    /// How many people it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has nobody.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The first rows, before anything is known about what the columns hold.
    pub(super) fn first(&self, rows: usize) -> Self {
        Self {
            columns: self.columns.iter().map(|column| column.first(rows)).collect(),
            lines: self.lines.iter().take(rows).copied().collect(),
            broken: Vec::new(),
            broken_count: 0,
            notes: Vec::new(),
            ..*self
        }
    }

    /// The column that holds an attribute.
    pub fn column(&self, attribute: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.attribute.as_deref() == Some(attribute))
    }

    /// Adds the records that are kept. All columns grow by as many cells, one column after the other.
    pub(super) fn append(&mut self, records: &Records, text: &str) {
        let width = self.columns.len();
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.extend(records.column(at, width, text));
        }
    }

    /// Makes room for a whole file, of which these rows have the first bytes.
    pub(super) fn reserve(&mut self, bytes: usize, of: usize) {
        let grown = |now: usize| room_for(now, bytes, of).saturating_sub(now);
        self.lines.reserve_exact(grown(self.lines.len()));
        for column in &mut self.columns {
            let cells = Arc::make_mut(&mut column.cells);
            cells.arena.reserve_exact(grown(cells.arena.len()));
            cells.ends.reserve_exact(grown(cells.ends.len()));
            cells.kinds.reserve_exact(grown(cells.kinds.len()));
        }
    }

    pub(super) fn skip(&mut self, broken: BrokenRow) {
        self.broken_count += 1;
        if self.broken.len() < super::MOST_LISTED {
            self.broken.push(broken);
        }
    }
}

/// Type names and hash tables begin so. Most cells do not.
fn may_be_remnant(cell: &str) -> bool {
    match cell.as_bytes().first() {
        Some(b'S') => cell.starts_with("System."),
        Some(b'M') => cell.starts_with("Microsoft."),
        Some(b'N') => cell.starts_with("Newtonsoft."),
        Some(b'@' | b' ') => true,
        _ => false,
    }
}
