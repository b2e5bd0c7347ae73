//! Sharing a file with other readers: each reads parts of it, and one takes them.

use super::{PeopleReader, Side, Stage};
use crate::directory::people_file::PeopleFileError;
use crate::directory::people_file::part::{self, RowForm};
use crate::directory::people_file::records::Records;
use crate::directory::people_file::table::Column;
use crate::json::{Decoder, Encoding};
use crate::limits::DIRECTORY_ROWS;

impl PeopleReader {
    /// How the rows are written, if other readers can read parts of this file: it is a table in UTF-8, and its header is read.
    pub fn row_form(&self) -> Option<RowForm> {
        let Stage::Csv(records) = &self.stage else { return None };
        let is_utf8 = self.decoder.encoding() == Encoding::Utf8 && self.decoder.lost() == 0;
        let (columns, line_break) = (self.table.columns.len(), records.line_break());
        self.table.separator.filter(|_| is_utf8).map(|separator| RowForm { separator, columns, line_break })
    }

    /// Reads a part of a file, from a line on, for [`PeopleReader::take`]. Nothing if something is wrong in it, or if it does not
    /// end with a row: then the part must be fed.
    pub fn read_part(form: &RowForm, bytes: &[u8], is_last: bool) -> Option<Vec<u8>> {
        let mut reader = Self::new(Side::People);
        reader.table.columns = (0..form.columns).map(|_| Column::new(String::new(), 0)).collect();
        reader.decoder = Decoder::of_utf8();
        let head = if form.line_break == b'\n' { "\n" } else { "" };
        reader.stage = Stage::Csv(Box::new(Records::new(u8::try_from(form.separator).ok()?, head, 0)));
        reader.decoder.push(bytes, &mut reader.text);
        reader.decoder.finish(&mut reader.text);
        reader.advance(is_last).ok()?;
        let Stage::Csv(records) = &reader.stage else { return None };
        let is_whole = reader.decoder.lost() == 0 && reader.table.broken_count == 0 && reader.text.is_empty();
        let (rows, breaks, has_wide) = (reader.table.len(), records.line(), reader.decoder.has_wide());
        is_whole.then(|| part::write(&reader.table, &part::About { rows, breaks, has_wide }))
    }

    /// Takes a part of so many bytes that [`PeopleReader::read_part`] read, and that begins where the last piece ended. False if
    /// it cannot be taken, because a row is not complete there: then it must be fed.
    pub fn take(&mut self, bytes: usize, part: &[u8]) -> Result<bool, PeopleFileError> {
        if self.row_form().is_none() {
            return Ok(false);
        }
        self.advance(false)?;
        let Some(part) = part::read(part).filter(|_| self.text.is_empty()) else { return Ok(false) };
        let rows = self.progress.rows + part.about.rows;
        let Stage::Csv(records) = &mut self.stage else { return Ok(false) };
        if rows > DIRECTORY_ROWS.most || !part.append(&mut self.table, records.line()) {
            return Ok(false);
        }
        records.skip_lines(part.about.breaks);
        if part.about.has_wide {
            self.decoder.set_has_wide();
        }
        self.progress.rows = rows;
        self.progress.bytes += bytes;
        Ok(true)
    }
}
