//! CSV records (RFC 4180) out of a text that arrives in pieces.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

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
        Self { core, line, line_break, separator, output: vec![0; 4096], ends: vec![0; 64], is_fresh: true }
    }

    /// The cells of the record that was read last.
    pub(super) fn record(&self, count: usize) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(self.ends.iter().copied()).take(count).map(|(start, end)| {
            // The text is UTF-8, and a separator is ASCII.
            std::str::from_utf8(self.output.get(start..end).unwrap_or_default()).unwrap_or_default()
        })
    }

    /// Reads what the text begins with, and says how many cells it has.
    pub(super) fn next(&mut self, text: &str, is_end: bool) -> (Next, usize) {
        let bytes = text.as_bytes();
        let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (before, bytes) = bytes.split_at(blank);
        // Without the rest of a line, it is not certain that it is blank: the `\n` of `\r\n` may follow.
        self.line += self.breaks(before);
        if bytes.is_empty() {
            return (Next::More(blank), 0);
        }
        let window = bytes.get(..DIRECTORY_ROW.most).unwrap_or(bytes);
        let is_whole = is_end && window.len() == bytes.len();
        let Some((used, count)) = self.read(window, is_whole) else {
            if window.len() < DIRECTORY_ROW.most {
                return (Next::More(blank), 0);
            }
            return (self.give_up(window, blank, true), 0);
        };
        let record = window.get(..used).unwrap_or_default();
        let breaks = self.breaks(record);
        let is_last = is_whole && used == window.len();
        if is_last && breaks > 0 && occurrences(record, b'"') % 2 == 1 {
            return (self.give_up(window, blank, false), 0);
        }
        // Two broken rows can look like one: text follows the quotation mark that closes a cell.
        if breaks > 0 && !closes_cleanly(record, self.separator) {
            return (self.give_up(window, blank, false), 0);
        }
        let line = self.line;
        self.line += breaks;
        (Next::Record { line, start: blank, consumed: blank + used }, count)
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
        let mut length = length;
        // The window may end within a character.
        while window.get(length).is_some_and(|byte| byte & 0xC0 == 0x80) {
            length += 1;
        }
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
