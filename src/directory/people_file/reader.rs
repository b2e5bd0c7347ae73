//! The reader: bytes in pieces of any size become columns. It keeps the columns and the row that is not complete.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::PeopleFileError;
use super::cell::Cell;
use super::header::{self, Header};
use super::json_items::{JsonItems, NextItem};
use super::json_row::{OwnCell, cells};
use super::mapping::ChosenColumns;
use super::problem::{BrokenRow, Fault};
use super::records::{Next, Records};
use super::table::{Column, PeopleTable};
use super::whole_file::{about, json_form};
use crate::catalog::people_form::{GET_MGUSER_JSON, OTHER_CSV, PeopleForm, SCIM_JSON, STAFFBASE};
use crate::directory::spelling::is_known;
use crate::json::{Decoder, Document, Item, JsonError};
use crate::limits::{DIRECTORY_BYTES, DIRECTORY_COLUMNS, DIRECTORY_ROWS, FILE_BYTES};
use crate::recognition::{Misplaced, Reader, What, found, recognise_start};
use crate::text::sentence;

/// The text that is looked at before rows are read.
const HEAD: usize = 64 * 1024;
/// Bytes whose rows show how much room the whole file needs.
const SAMPLE: usize = 1024 * 1024;

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The people of Entra.
    People,
    /// The users that the target has.
    Target,
}

/// How much is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows, skipped ones included.
    pub rows: usize,
    /// Bytes.
    pub bytes: usize,
}

/// Reads a file of people. Feed it pieces, then finish. To cancel, drop it.
pub struct PeopleReader {
    side: Side,
    decoder: Decoder,
    start: Vec<u8>,
    text: String,
    progress: Progress,
    /// The bytes of the whole file, if they are known and no room is made for them yet.
    expected: Option<usize>,
    stage: Stage,
    table: PeopleTable,
    indexes: BTreeMap<String, usize>,
    has_annotations: bool,
}

enum Stage {
    Head,
    Csv(Box<Records>),
    Json(JsonItems),
}

impl PeopleReader {
    /// A reader of people, or of the users of the target.
    pub fn new(side: Side) -> Self {
        Self {
            side,
            decoder: Decoder::default(),
            start: Vec::new(),
            text: String::new(),
            progress: Progress::default(),
            expected: None,
            stage: Stage::Head,
            table: PeopleTable::new(&OTHER_CSV),
            indexes: BTreeMap::new(),
            has_annotations: false,
        }
    }

    /// The file has so many bytes. Then there is room for all rows before they come, and they need not move.
    #[must_use]
    pub fn expecting(self, bytes: usize) -> Self {
        Self { expected: Some(bytes), ..self }
    }

    /// Reads a whole file. The watcher sees how far it is, and may cancel.
    pub fn read(
        side: Side,
        bytes: &[u8],
        chosen: &ChosenColumns,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<PeopleTable, PeopleFileError> {
        DIRECTORY_BYTES.hold(bytes.len(), || "the file".to_owned())?;
        let mut reader = Self::new(side).expecting(bytes.len());
        for piece in bytes.chunks(256 * 1024) {
            let progress = reader.feed(piece)?;
            if watch(progress).is_break() {
                return Err(PeopleFileError::Cancelled);
            }
        }
        reader.finish(chosen)
    }

    /// Takes the next piece, and says how much is read.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Progress, PeopleFileError> {
        self.progress.bytes += bytes.len();
        DIRECTORY_BYTES.hold(self.progress.bytes, || "the file".to_owned())?;
        let room = 8_usize.saturating_sub(self.start.len());
        self.start.extend(bytes.iter().take(room));
        self.decoder.push(bytes, &mut self.text);
        if self.text.len() >= HEAD {
            self.advance(false)?;
        }
        if self.progress.bytes >= SAMPLE
            && let Some(expected) = self.expected.take()
        {
            self.table.reserve(self.progress.bytes, expected);
        }
        Ok(self.progress)
    }

    /// So many rows from the start, once they are read. Nothing is known yet about what the columns hold, as in
    /// [`PeopleReader::finish_as_read`], nor how many rows follow.
    pub fn first(&self, rows: usize) -> Option<PeopleTable> {
        (self.table.len() >= rows).then(|| PeopleTable { form: self.form(), ..self.table.first(rows) })
    }

    /// The form of the file, as far as it is read.
    fn form(&self) -> &'static PeopleForm {
        match &self.stage {
            Stage::Json(items) if self.side == Side::People => json_form(&self.table, items, self.has_annotations),
            _ => self.table.form,
        }
    }

    /// The file is complete: the columns get their attributes.
    pub fn finish(self, chosen: &ChosenColumns) -> Result<PeopleTable, PeopleFileError> {
        self.finish_as_read()?.choose(chosen)
    }

    /// The file is complete. Nothing is known yet about what the columns hold: see [`PeopleTable::choose`].
    pub fn finish_as_read(mut self) -> Result<PeopleTable, PeopleFileError> {
        self.decoder.finish(&mut self.text);
        self.advance(true)?;
        let form = self.form();
        let mut table = PeopleTable { form, encoding: self.decoder.encoding(), ..self.table };
        if let Stage::Json(items) = &self.stage {
            table.is_part = items.is_part;
            if !items.is_complete() || !self.text.trim().is_empty() {
                table.skip(BrokenRow { line: items.line(), reason: Fault::CutOff });
            }
        }
        if table.is_empty() {
            return Err(match table.broken.first() {
                Some(first) => PeopleFileError::AllBroken { first: sentence(first) },
                None => PeopleFileError::Nobody,
            });
        }
        about(&mut table);
        table.file_notes = table.notes.len();
        Ok(table)
    }

    fn advance(&mut self, is_end: bool) -> Result<(), PeopleFileError> {
        if matches!(self.stage, Stage::Head) {
            self.begin(is_end)?;
        }
        let mut text = std::mem::take(&mut self.text);
        let mut stage = std::mem::replace(&mut self.stage, Stage::Head);
        let used = match &mut stage {
            Stage::Head => Ok(0),
            Stage::Csv(records) => self.rows(records, &text, is_end),
            Stage::Json(items) => self.items(items, &text, is_end),
        };
        self.stage = stage;
        text.drain(..used?.min(text.len()));
        self.text = text;
        Ok(())
    }

    /// Says what the file is, by its start. A larger piece has more text, and does not change what is looked at.
    fn begin(&mut self, is_end: bool) -> Result<(), PeopleFileError> {
        let reader = self.reader();
        let text = self.text.get(..self.text.floor_char_boundary(HEAD)).unwrap_or_default();
        let is_end = is_end && text.len() == self.text.len();
        let Some(what) = recognise_start(&self.start, text) else {
            self.stage = Stage::Json(JsonItems::new());
            return Ok(());
        };
        let is_text = !matches!(
            what.what,
            What::Workbook | What::Pdf | What::Binary | What::Empty | What::Html | What::Xml | What::Scalar
        );
        let header = if is_text { header::read(text, is_end) } else { None };
        // The columns of people decide first: in their rows, an address can look like a SCIM attribute.
        let Some(header) = header.filter(|header| header.is_of_people() || reader.takes(what.what)) else {
            what.for_reader(reader)?;
            return Err(Misplaced::new(what, reader).into());
        };
        if header.form.name == OTHER_CSV.name && !reader.takes(what.what) && what.what != What::Text {
            what.for_reader(reader)?;
        }
        self.start_table(header)
    }

    fn start_table(&mut self, header: Header) -> Result<(), PeopleFileError> {
        header.check()?;
        let is_staffbase = header.form.name == STAFFBASE.name;
        match self.side {
            Side::People if is_staffbase => {
                return Err(PeopleFileError::OtherSide {
                    found: STAFFBASE.words,
                    needed: "a file of the people in Entra",
                    is_of_target: true,
                });
            }
            Side::Target if !is_staffbase && header.form.name != OTHER_CSV.name => {
                return Err(PeopleFileError::OtherSide {
                    found: header.form.words,
                    needed: "a file of the users in the application",
                    is_of_target: false,
                });
            }
            Side::People => self.table.form = header.form,
            Side::Target => self.table.form = &STAFFBASE,
        }
        self.table.separator = Some(header.separator);
        self.table.header_line = header.line;
        let name = |(at, heading): (usize, String)| {
            Column::new(if heading.is_empty() { format!("column {}", at + 1) } else { heading }, 0)
        };
        self.table.columns = header.headings.into_iter().enumerate().map(name).collect();
        self.text.drain(..header.consumed.min(self.text.len()));
        self.stage = Stage::Csv(Box::new(header.records));
        Ok(())
    }

    fn rows(&mut self, records: &mut Records, text: &str, is_end: bool) -> Result<usize, PeopleFileError> {
        let mut used = 0;
        loop {
            let rest = text.get(used..).unwrap_or_default();
            match records.next(rest, is_end) {
                Next::More(read) => {
                    self.table.append(records, text);
                    records.forget();
                    return Ok(used + read);
                }
                Next::Broken(broken, read) => {
                    self.skip(broken)?;
                    used += read;
                }
                Next::Record { line, start, consumed } => {
                    used += self.row(records, (rest, used), (line, start, consumed))?;
                }
            }
        }
    }

    /// Reads a row, which begins a text at a place of the whole text. Says how much of it is read.
    fn row(
        &mut self,
        records: &mut Records,
        (text, at): (&str, usize),
        (line, start, consumed): (usize, usize, usize),
    ) -> Result<usize, PeopleFileError> {
        let (width, count) = (self.table.columns.len(), records.record(text).len());
        if records.record(text).all(str::is_empty) {
            return Ok(consumed);
        }
        let has_more = records.record(text).skip(width).any(|cell| !cell.is_empty());
        if count < width || has_more {
            self.skip(BrokenRow { line, reason: Fault::Cells { found: count, expected: width } })?;
            return Ok(records.back_to_second_line(text, line, start, consumed));
        }
        let has_lost_bytes = self.decoder.lost() > 0
            && text.get(start..consumed).unwrap_or_default().contains(char::REPLACEMENT_CHARACTER);
        if has_lost_bytes {
            self.skip(BrokenRow { line, reason: Fault::Bytes })?;
            return Ok(consumed);
        }
        records.keep(width, at);
        self.table.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
        self.count()?;
        Ok(consumed)
    }

    fn items(&mut self, items: &mut JsonItems, text: &str, is_end: bool) -> Result<usize, PeopleFileError> {
        let mut used = 0;
        loop {
            let rest = text.get(used..).unwrap_or_default();
            match items.next(rest, is_end) {
                NextItem::More(read) => {
                    let kept = rest.len() - read;
                    FILE_BYTES.hold(kept, || "one object of the file".to_owned())?;
                    return Ok(used + read);
                }
                NextItem::Unexpected(line) => {
                    // The house's reader says what is wrong there.
                    let reason = "a JSON object or a list is expected here".to_owned();
                    return Err(JsonError::Syntax { line, column: 1, reason }.into());
                }
                NextItem::Item { line, start, consumed } => {
                    self.item(line, rest.get(start..consumed).unwrap_or_default())?;
                    used += consumed;
                }
            }
        }
    }

    fn item(&mut self, line: usize, text: &str) -> Result<(), PeopleFileError> {
        if self.decoder.lost() > 0 && text.contains(char::REPLACEMENT_CHARACTER) {
            return self.skip(BrokenRow { line, reason: Fault::Bytes });
        }
        let document = match Document::parse(text.to_owned()) {
            Ok(document) => document,
            Err(error) => return self.skip(broken_object(error, line)),
        };
        let root = document.root();
        let kind = found(&root);
        let is_meant = match (self.side, kind.what) {
            (Side::People, What::Person) | (Side::Target, What::ScimUser | What::ScimResource | What::Object) => true,
            (Side::People, What::Object) => root.keys().iter().any(|key| is_known(key)),
            _ => false,
        };
        if !is_meant || kind.is_list() {
            // The first thing in the file says what the file is. Among people there can be a group or a device.
            if self.table.is_empty() && self.table.broken_count == 0 && !matches!(kind.what, What::Group | What::Scalar)
            {
                return Err(Misplaced::new(kind, self.reader()).into());
            }
            return self.skip(BrokenRow { line, reason: Fault::NotAPerson(kind.words()) });
        }
        let row = self.table.len();
        match self.side {
            Side::Target => {
                self.table.form = &SCIM_JSON;
                let at = self.index("resource", row)?;
                self.put(at, row, Cell::Json(text));
            }
            Side::People => {
                let keys: Vec<String> = root.keys().into_iter().map(std::borrow::Cow::into_owned).collect();
                if row == 0 && GET_MGUSER_JSON.fits(&keys) {
                    self.table.form = &GET_MGUSER_JSON;
                }
                self.has_annotations |= root.keys().iter().any(|key| key.starts_with("@odata."));
                self.person(&root, row)?;
            }
        }
        for column in &mut self.table.columns {
            while column.len() <= row {
                column.push(Cell::Empty);
            }
        }
        self.table.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
        self.count()
    }

    fn person(&mut self, root: &Item<'_>, row: usize) -> Result<(), PeopleFileError> {
        for (name, cell) in cells(root) {
            let at = self.index(&name, row)?;
            match cell {
                OwnCell::Empty => self.put(at, row, Cell::Empty),
                OwnCell::Text(text) => self.put(at, row, Cell::Text(&text)),
                OwnCell::Json(text) => self.put(at, row, Cell::Json(&text)),
                OwnCell::Lost => self.put(at, row, Cell::Lost),
            }
        }
        Ok(())
    }

    /// The place of a column. A new one has empty cells up to this row.
    fn index(&mut self, name: &str, row: usize) -> Result<usize, PeopleFileError> {
        if let Some(at) = self.indexes.get(name) {
            return Ok(*at);
        }
        let at = self.table.columns.len();
        DIRECTORY_COLUMNS.hold(at + 1, || "the file".to_owned())?;
        self.table.columns.push(Column::new(name.to_owned(), row));
        self.indexes.insert(name.to_owned(), at);
        Ok(at)
    }

    /// Of a repeated key the first one counts.
    fn put(&mut self, at: usize, row: usize, cell: Cell<'_>) {
        if let Some(column) = self.table.columns.get_mut(at).filter(|column| column.len() <= row) {
            column.push(cell);
        }
    }

    const fn reader(&self) -> Reader {
        match self.side {
            Side::People => Reader::PeopleFile,
            Side::Target => Reader::TargetFile,
        }
    }

    fn skip(&mut self, broken: BrokenRow) -> Result<(), PeopleFileError> {
        self.table.skip(broken);
        self.count()
    }

    fn count(&mut self) -> Result<(), PeopleFileError> {
        self.progress.rows += 1;
        Ok(DIRECTORY_ROWS.hold(self.progress.rows, || "the file".to_owned())?)
    }
}

/// An error within an object that begins in a line, at its own line of the file.
fn broken_object(error: JsonError, line: usize) -> BrokenRow {
    match error {
        JsonError::Syntax { line: inner, reason, .. } => {
            BrokenRow { line: line + inner - 1, reason: Fault::Json(reason) }
        }
        other => BrokenRow { line, reason: Fault::Json(other.to_string()) },
    }
}
