//! CSV records (RFC 4180) out of a text that arrives in pieces.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::marks::Marks;
use super::problem::{BrokenRow, Fault};
use crate::limits::DIRECTORY_ROW;

/// Reads records. It keeps no text: the caller has it, and drops what is read.
pub(super) struct Records {
    core: Reader,
    /// The physical line of the next byte.
    line: usize,
    line_break: u8,
    separator: u8,
    output: Vec<u8>,
    ends: Vec<usize>,
    is_fresh: bool,
    /// The cells of the records that are kept, and of the one that was read last.
    places: Vec<Place>,
    /// The cells that the text does not have as they are.
    own: String,
    kept: Kept,
}

/// How much of the places and of the own cells belongs to records that are kept.
#[derive(Clone, Copy, Default)]
struct Kept {
    places: usize,
    own: usize,
}

/// Where a cell is.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    /// In [`Records::own`], and not in the text.
    is_own: bool,
}

/// What a text begins with.
pub(super) enum Next {
    /// A record, in [`Records::record`].
    Record {
        /// The physical line where it begins.
        line: usize,
        /// Its first byte in the text.
        start: usize,
        /// The bytes up to its end, with blank lines before it.
        consumed: usize,
    },
    /// A row that cannot be read.
    Broken(BrokenRow, usize),
    /// The record goes on in the next piece, or there is none. So many bytes are read.
    More(usize),
}

impl Records {
    /// `head` is the start of the text: it shows which line breaks it has.
    pub(super) fn new(separator: u8, head: &str, line: usize) -> Self {
        let line_break = if head.contains('\n') { b'\n' } else { b'\r' };
        let core = ReaderBuilder::new().delimiter(separator).build();
        Self {
            core,
            line,
            line_break,
            separator,
            output: vec![0; 4096],
            ends: vec![0; 64],
            is_fresh: true,
            places: Vec::new(),
            own: String::new(),
            kept: Kept::default(),
        }
    }

    /// The cells of the record that was read last, which the text begins with.
    pub(super) fn record<'r>(&'r self, text: &'r str) -> impl ExactSizeIterator<Item = &'r str> {
        self.places.get(self.kept.places..).unwrap_or_default().iter().map(move |place| self.cell(*place, text))
    }

    fn cell<'r>(&'r self, place: Place, text: &'r str) -> &'r str {
        let from = if place.is_own { &self.own } else { text };
        from.get(place.start..place.end).unwrap_or_default()
    }

    /// Keeps the first cells of the record that was read last. The text that it begins is at this place of the whole text.
    pub(super) fn keep(&mut self, cells: usize, at: usize) {
        self.places.truncate(self.kept.places + cells);
        let new = self.places.get_mut(self.kept.places..).unwrap_or_default();
        for place in new.iter_mut().filter(|place| !place.is_own) {
            (place.start, place.end) = (place.start + at, place.end + at);
        }
        self.kept = Kept { places: self.places.len(), own: self.own.len() };
    }

    /// The cells of one column, of the records that are kept and have so many cells each.
    pub(super) fn column<'r>(&'r self, at: usize, width: usize, text: &'r str) -> impl Iterator<Item = &'r str> {
        let kept = self.places.get(at..self.kept.places).unwrap_or_default();
        kept.iter().step_by(width.max(1)).map(move |place| self.cell(*place, text))
    }

    /// Keeps no records any longer.
    pub(super) fn forget(&mut self) {
        self.kept = Kept::default();
    }

    fn clear(&mut self) {
        self.places.truncate(self.kept.places);
        self.own.truncate(self.kept.own);
    }

    /// Reads what the text begins with.
    pub(super) fn next(&mut self, text: &str, is_end: bool) -> Next {
        let blank = text.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        match self.read_quickly(text, blank, is_end) {
            Some(consumed) => {
                let bytes = text.as_bytes();
                self.line += self.breaks(bytes.get(..blank).unwrap_or_default());
                let line = self.line;
                // Only the last byte can be a line break.
                self.line += self.breaks(bytes.get(consumed - 1..consumed).unwrap_or_default());
                Next::Record { line, start: blank, consumed }
            }
            None => self.read_carefully(text, is_end),
        }
    }

    /// Reads a complete record as most are: each cell is in one line, and quotation marks enclose whole cells. Says where it
    /// ends; nothing for any other record, which takes [`Records::read_carefully`].
    fn read_quickly(&mut self, text: &str, start: usize, is_end: bool) -> Option<usize> {
        self.clear();
        let bytes = text.as_bytes();
        let mut marks = Marks::new(text, self.separator, start);
        let mut at = start;
        loop {
            let end = match marks.next() {
                Some(mark) if mark == at && bytes.get(at) == Some(&b'"') => {
                    let after = self.quoted_cell(text, at + 1, &mut marks, is_end)?;
                    // Only a mark can follow the quotation mark that closes a cell.
                    if after < bytes.len() && marks.next() != Some(after) {
                        return None;
                    }
                    after
                }
                None if !is_end => return None,
                mark => {
                    let end = mark.unwrap_or(bytes.len());
                    self.places.push(Place { start: at, end, is_own: false });
                    end
                }
            };
            match bytes.get(end) {
                Some(byte) if *byte == self.separator => at = end + 1,
                Some(b'\r' | b'\n') => return Some(end + 1).filter(|end| end - start <= DIRECTORY_ROW.most),
                Some(_) => return None,
                None => return Some(end).filter(|end| is_end && *end > start && end - start < DIRECTORY_ROW.most),
            }
        }
    }

    /// A cell in quotation marks, and the place behind it.
    fn quoted_cell(&mut self, text: &str, from: usize, marks: &mut Marks<'_>, is_end: bool) -> Option<usize> {
        let bytes = text.as_bytes();
        let (mut start, own) = (from, self.own.len());
        loop {
            let mark = marks.next()?;
            match bytes.get(mark) {
                Some(b'"') => {}
                Some(byte) if *byte == self.separator => continue,
                _ => return None,
            }
            match bytes.get(mark + 1) {
                // Two marks are one, and the cell goes on.
                Some(b'"') => {
                    marks.next()?;
                    self.own.push_str(text.get(start..=mark)?);
                    start = mark + 2;
                }
                None if !is_end => return None,
                _ => {
                    let is_own = start != from;
                    if is_own {
                        self.own.push_str(text.get(start..mark)?);
                    }
                    let (start, end) = if is_own { (own, self.own.len()) } else { (start, mark) };
                    self.places.push(Place { start, end, is_own });
                    return Some(mark + 1);
                }
            }
        }
    }

    /// Reads what the text begins with, whatever it is.
    fn read_carefully(&mut self, text: &str, is_end: bool) -> Next {
        let blank = text.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (before, text) = text.split_at(blank);
        let (before, bytes) = (before.as_bytes(), text.as_bytes());
        // Without the rest of a line, it is not certain that it is blank: the `\n` of `\r\n` may follow.
        self.line += self.breaks(before);
        if bytes.is_empty() {
            return Next::More(blank);
        }
        // It ends with a whole character: what follows is text again.
        let window = bytes.get(..text.floor_char_boundary(DIRECTORY_ROW.most)).unwrap_or(bytes);
        let is_whole = is_end && window.len() == bytes.len();
        let Some((used, count)) = self.read(window, is_whole) else {
            if bytes.len() < DIRECTORY_ROW.most {
                return Next::More(blank);
            }
            return self.give_up(window, blank, true);
        };
        let record = window.get(..used).unwrap_or_default();
        let breaks = self.breaks(record);
        let is_last = is_whole && used == window.len();
        if is_last && breaks > 0 && occurrences(record, b'"') % 2 == 1 {
            return self.give_up(window, blank, false);
        }
        // Two broken rows can look like one: text follows the quotation mark that closes a cell.
        if breaks > 0 && !closes_cleanly(record, self.separator) {
            return self.give_up(window, blank, false);
        }
        self.take_output(count);
        let line = self.line;
        self.line += breaks;
        Next::Record { line, start: blank, consumed: blank + used }
    }

    /// The record has so many cells of the output.
    fn take_output(&mut self, count: usize) {
        self.clear();
        let from = self.own.len();
        let ends = self.ends.get(..count).unwrap_or_default();
        let written = self.output.get(..ends.last().copied().unwrap_or_default()).unwrap_or_default();
        // The text is UTF-8, and a separator is ASCII.
        self.own.push_str(std::str::from_utf8(written).unwrap_or_default());
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let place = |(start, end): (usize, &usize)| Place { start: from + start, end: from + end, is_own: true };
        self.places.extend(starts.zip(ends).map(place));
    }

    /// Goes back to the second line of the record that was read last, if it has several: its first line is broken.
    /// Returns how much of the text is read then.
    pub(super) fn back_to_second_line(&mut self, text: &str, line: usize, start: usize, consumed: usize) -> usize {
        let record = text.as_bytes().get(start..consumed).unwrap_or_default();
        let length = record.iter().position(|byte| *byte == self.line_break).map_or(record.len(), |at| at + 1);
        if length < record.len() {
            self.core.reset();
            self.is_fresh = true;
            self.line = line + 1;
        }
        start + length
    }

    fn give_up(&mut self, window: &[u8], blank: usize, is_long: bool) -> Next {
        let length = window.iter().position(|byte| *byte == self.line_break).map_or(window.len(), |at| at + 1);
        let has_quote = window.get(..length).unwrap_or_default().contains(&b'"');
        let reason = if is_long && !has_quote { Fault::TooLong } else { Fault::OpenQuote };
        let line = self.line;
        self.line += self.breaks(window.get(..length).unwrap_or_default());
        self.core.reset();
        self.is_fresh = true;
        Next::Broken(BrokenRow { line, reason }, blank + length)
    }

    /// One record: how many bytes and cells it has. Nothing if the text ends before it does.
    fn read(&mut self, text: &[u8], is_end: bool) -> Option<(usize, usize)> {
        if !self.is_fresh {
            self.core.reset();
        }
        self.is_fresh = false;
        let (mut used, mut written, mut cells) = (0, 0, 0);
        loop {
            let input = text.get(used..).unwrap_or_default();
            if input.is_empty() && !is_end {
                return None;
            }
            let output = self.output.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(cells..).unwrap_or_default();
            let (result, read, wrote, ended) = self.core.read_record(input, output, ends);
            used += read;
            written += wrote;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    self.is_fresh = true;
                    return Some((used, cells));
                }
                ReadRecordResult::End => return None,
            }
        }
    }

    fn breaks(&self, bytes: &[u8]) -> usize {
        occurrences(bytes, self.line_break)
    }
}

/// Whether a separator or a line break follows each quotation mark that closes a cell.
fn closes_cleanly(record: &[u8], separator: u8) -> bool {
    let (mut is_quoted, mut at_start, mut at) = (false, true, 0);
    while let Some(byte) = record.get(at) {
        match (is_quoted, byte) {
            (false, b'"') if at_start => is_quoted = true,
            (true, b'"') => match record.get(at + 1) {
                Some(b'"') => at += 1,
                Some(next) if *next != separator && !matches!(next, b'\r' | b'\n') => return false,
                _ => is_quoted = false,
            },
            _ => {}
        }
        at_start = !is_quoted && (*byte == separator || matches!(byte, b'\r' | b'\n'));
        at += 1;
    }
    true
}

fn occurrences(bytes: &[u8], wanted: u8) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == wanted)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Everything that is read of a text in pieces of a length.
    fn read(text: &str, length: usize, next: fn(&mut Records, &str, bool) -> Next) -> Vec<String> {
        let mut records = Records::new(b',', text, 1);
        let (mut held, mut found) = (String::new(), Vec::new());
        let characters: Vec<char> = text.chars().collect();
        let mut pieces = characters.chunks(length).peekable();
        while let Some(piece) = pieces.next() {
            held.extend(piece);
            let is_end = pieces.peek().is_none();
            loop {
                let used = match next(&mut records, &held, is_end) {
                    Next::Record { line, start, consumed } => {
                        let cells: Vec<&str> = records.record(&held).collect();
                        found.push(format!("{line} {start} {cells:?}"));
                        consumed
                    }
                    Next::Broken(row, read) => {
                        found.push(row.to_string());
                        read
                    }
                    Next::More(read) => {
                        held.drain(..read);
                        break;
                    }
                };
                held.drain(..used);
            }
        }
        found
    }

    proptest! {
        #[test]
        fn reading_quickly_finds_what_reading_carefully_finds(
            text in r#"([abü"]{0,3}|"([a,]|""){0,3}"|[,\r\n]|\r\n){0,12}"#,
            length in 1_usize..9,
        ) {
            prop_assert_eq!(read(&text, length, Records::next), read(&text, length, Records::read_carefully));
        }
    }
}
