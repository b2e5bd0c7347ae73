//! The lines above the rows: hints for Excel and PowerShell, the separator, and the headings.

use super::PeopleFileError;
use super::records::{Next, Records};
use crate::catalog::people_form::{CSV_FORMS, OTHER_CSV, PeopleForm};
use crate::catalog::{source_by_spelling, spelling_key};
use crate::limits::DIRECTORY_COLUMNS;
use crate::plan::ObjectKind;

const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// Rows that decide about the separator.
const LOOKED_AT: usize = 20;

/// What the start of a file says.
pub(super) struct Header {
    pub(super) separator: char,
    pub(super) headings: Vec<String>,
    /// The physical line of the headings.
    pub(super) line: usize,
    /// The bytes of the text up to the end of the headings.
    pub(super) consumed: usize,
    pub(super) form: &'static PeopleForm,
    pub(super) records: Records,
}

/// Reads the header; nothing if the text has no line that can be one. `is_end`: the text is the whole file.
pub(super) fn read(text: &str, is_end: bool) -> Option<Header> {
    let (start, hint, lines) = hints(text);
    let rest = text.get(start..).unwrap_or_default();
    let candidates = SEPARATORS.into_iter().filter(|one| hint.is_none_or(|hint| hint == *one));
    let scored = candidates.filter_map(|separator| {
        let (header, score) = scored(rest, separator, lines + 1, is_end)?;
        Some((score, header))
    });
    // Among equals, the first separator.
    let best = scored.reduce(|best, one| if one.0 > best.0 { one } else { best })?;
    let mut header = best.1;
    header.consumed += start;
    Some(header)
}

/// A hint in the first lines (`sep=;`, `#TYPE …`, a template's version): how many bytes and lines they are.
fn hints(text: &str) -> (usize, Option<char>, usize) {
    let (mut start, mut separator, mut lines) = (0, None, 0);
    while let Some(line) = text.get(start..).unwrap_or_default().split_inclusive(['\n', '\r']).next() {
        let lower = line.trim_matches(['"', '\r', '\n', ' ', '\u{feff}']).to_ascii_lowercase();
        let is_hint = lower.starts_with("sep=") || lower.starts_with("#type ") || lower.starts_with("version:v");
        if !(is_hint || lower.is_empty()) {
            break;
        }
        if lower.starts_with("sep=") {
            separator = line.trim_matches(['"', '\r', '\n']).chars().nth(4).filter(|one| SEPARATORS.contains(one));
        }
        start += line.len();
        let ends_pair = line.ends_with('\r') && text.get(start..).is_some_and(|rest| rest.starts_with('\n'));
        start += usize::from(ends_pair);
        lines += 1;
    }
    (start, separator, lines)
}

/// The header with a separator, and how well it fits: known headings, even rows, cells.
fn scored(text: &str, separator: char, line: usize, is_end: bool) -> Option<(Header, (usize, usize, usize))> {
    let delimiter = u8::try_from(separator).ok()?;
    let mut records = Records::new(delimiter, text, line);
    let Next::Record { line, consumed, .. } = records.next(text, is_end) else { return None };
    let mut headings: Vec<String> = records.record(text).map(heading).collect();
    let count = headings.len();
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    if headings.is_empty() {
        return None;
    }
    let known = headings.iter().filter(|heading| is_known(heading)).count();
    let mut rows = Records::new(delimiter, text, line);
    let (mut at, mut even) = (consumed, 0);
    for _ in 0..LOOKED_AT {
        let rest = text.get(at..).unwrap_or_default();
        let Next::Record { consumed, .. } = rows.next(rest, is_end) else { break };
        at += consumed;
        even += usize::from(rows.record(rest).len() == count && count > 1);
    }
    let form = CSV_FORMS.into_iter().find(|form| form.fits(&headings)).unwrap_or(&OTHER_CSV);
    let score = (known, even, headings.len());
    Some((Header { separator, headings, line, consumed, form, records }, score))
}

/// A heading without line breaks and unusual blanks, of `Name [displayName] Required` only the part in brackets.
fn heading(cell: &str) -> String {
    let plain: Vec<&str> = cell.trim_matches('\u{feff}').split_whitespace().collect();
    let plain = plain.join(" ");
    match plain.split_once(" [").and_then(|(_, rest)| rest.split_once(']')) {
        Some((inner, after)) if matches!(after.trim(), "" | "Required" | "Optional") => inner.to_owned(),
        _ => plain,
    }
}

fn is_known(heading: &str) -> bool {
    let key = spelling_key(heading);
    CSV_FORMS.into_iter().any(|form| form.means(&key).is_some())
        || source_by_spelling(ObjectKind::User, heading).is_some()
}

impl Header {
    /// Whether this can be a file of people: a form fits, or a heading is an attribute.
    pub(super) fn is_of_people(&self) -> bool {
        self.form.name != OTHER_CSV.name || self.headings.iter().any(|heading| is_known(heading))
    }

    /// Refuses headings that cannot be told apart, too many of them, and the layout of a printed table.
    pub(super) fn check(&self) -> Result<(), PeopleFileError> {
        DIRECTORY_COLUMNS.hold(self.headings.len(), || "the file".to_owned())?;
        if self.headings.iter().any(|heading| heading.starts_with("ClassId2e4f51ef21dd47e99d3c952918aff9cd"))
            || self.headings.iter().any(|heading| heading == "pageHeaderEntry")
        {
            return Err(PeopleFileError::FormattedOutput);
        }
        let mut twice: Vec<String> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for heading in self.headings.iter().filter(|heading| !heading.is_empty()) {
            let quoted = format!("“{heading}”");
            if !seen.insert(heading.to_lowercase()) && !twice.contains(&quoted) {
                twice.push(quoted);
            }
        }
        if twice.is_empty() {
            return Ok(());
        }
        Err(PeopleFileError::DuplicateHeadings { line: self.line, headings: twice.join(", ") })
    }
}
