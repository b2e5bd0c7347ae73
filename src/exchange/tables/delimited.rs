//! Text with commas, semicolons, tabs or bars between its cells (RFC 4180), as spreadsheets save and copy it.

use csv::ReaderBuilder;

use super::TableError;
use super::grid::{Grid, GridCell, GridForm, GridRow, hold_cell, hold_columns, hold_rows};
use super::line_counter::LineCounter;

const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// Signs that people type between a source and a target, in lines without any other separator.
const ARROWS: [&str; 4] = ["→", "->", "=>", "⇒"];
/// Rows that decide about the separator, and lines that one of them may have.
const LOOKED_AT: usize = 30;

/// Reads a text as one table.
pub(super) fn read(text: &str) -> Result<Grid, TableError> {
    let (text, hint, skipped) = without_hints(text.trim_start_matches('\u{feff}'));
    let separator = hint.or_else(|| separator(text));
    let rows = match separator {
        Some(separator) => records(text, separator, skipped)?,
        None => lines(text, skipped)?,
    };
    Ok(Grid { name: String::new(), form: GridForm::Delimited, rows })
}

/// The text without the lines that a spreadsheet reads as hints (`sep=;`), the separator that they name, and how many
/// lines they are.
fn without_hints(text: &str) -> (&str, Option<char>, usize) {
    let (mut rest, mut separator, mut skipped) = (text, None, 0);
    while let Some(line) = rest.lines().next() {
        let lower = line.trim().to_ascii_lowercase();
        let is_hint = lower.starts_with("sep=") || lower.starts_with("#type");
        if !(is_hint || lower.is_empty() && rest.contains('\n')) {
            break;
        }
        if let Some(named) = lower.strip_prefix("sep=") {
            separator = named.chars().next().or(Some('\t'));
        }
        skipped += 1;
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    (rest, separator.filter(char::is_ascii), skipped)
}

/// The separator that gives the most even table: as many rows as possible with the same number of cells, two at least.
fn separator(text: &str) -> Option<char> {
    let rows = first_rows(text);
    let score = |separator: char| {
        let counts: Vec<usize> = rows.iter().map(|row| outside_quotes(row, separator)).collect();
        let usual = counts
            .iter()
            .copied()
            .filter(|count| *count > 0)
            .max_by_key(|count| (counts.iter().filter(|other| *other == count).count(), *count));
        usual.map(|usual| (counts.iter().filter(|count| **count == usual).count(), usual))
    };
    let scored = SEPARATORS.into_iter().filter_map(|separator| score(separator).map(|score| (score, separator)));
    // Among equals the earlier one: a text with tabs may have commas in its cells, and never the other way round.
    scored.rev().max_by_key(|((even, count), separator)| (*even, *separator == '\t', *count)).map(|(_, one)| one)
}

/// The first rows that are not blank. A row goes on after a line break within a quoted cell.
fn first_rows(text: &str) -> Vec<&str> {
    let (mut rows, mut rest) = (Vec::new(), text);
    while !rest.is_empty() && rows.len() < LOOKED_AT {
        let (row, after) = rest.split_at(end_of_row(rest));
        if !row.trim().is_empty() {
            rows.push(row);
        }
        rest = after;
    }
    rows
}

/// Where the first row ends. A quotation mark within a cell, or one that is not closed soon, is a mark like any other.
fn end_of_row(text: &str) -> usize {
    let mut ends = text.match_indices('\n').map(|(at, _)| at + 1).chain([text.len()]).take(LOOKED_AT);
    let first = ends.next().unwrap_or(text.len());
    let is_open = |end: usize| text.get(..end).is_some_and(|row| row.matches('"').count() % 2 == 1);
    let begins_a_cell = || {
        let before = text.get(..first).and_then(|line| line.rsplit_once('"')).map(|(before, _)| before.chars().last());
        before.is_some_and(|before| before.is_none_or(|one| SEPARATORS.contains(&one)))
    };
    if !is_open(first) || !begins_a_cell() {
        return first;
    }
    ends.find(|end| !is_open(*end)).unwrap_or(first)
}

/// How often a separator is outside quotation marks, brackets and parentheses: expressions have commas.
fn outside_quotes(line: &str, separator: char) -> usize {
    let (mut quoted, mut depth, mut count) = (false, 0_usize, 0);
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth = depth.saturating_sub(1),
            one if one == separator && !quoted && (depth == 0 || separator == '\t') => count += 1,
            _ => {}
        }
    }
    count
}

fn records(text: &str, separator: char, skipped: usize) -> Result<Vec<GridRow>, TableError> {
    let delimiter = u8::try_from(separator).unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut lines = LineCounter::new(text);
    let mut found = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(TableError::Delimited(error.to_string())),
        }
        found += 1;
        // A table that is too long is counted to its end, so that the message has the number.
        if hold_rows(found).is_err() {
            rows.clear();
            continue;
        }
        hold_columns(record.len())?;
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        // The reader begins a record at the end of the line before it.
        let ends =
            text.as_bytes().get(start..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let number = lines.line(start + ends.count()) + skipped;
        for cell in &record {
            hold_cell(cell, || format!("line {number}"))?;
        }
        rows.push(GridRow { number, cells: record.iter().map(GridCell::plain).collect(), fault: None });
    }
    hold_rows(found)?;
    Ok(rows)
}

/// Lines without a separator: one cell each, or two around an arrow.
fn lines(text: &str, skipped: usize) -> Result<Vec<GridRow>, TableError> {
    hold_rows(text.lines().count())?;
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        hold_cell(line, || format!("line {}", at + 1))?;
        let arrow = ARROWS.into_iter().find_map(|arrow| line.split_once(arrow));
        let cells = match arrow {
            Some((left, right)) => vec![GridCell::plain(left), GridCell::plain(right)],
            None => vec![GridCell::plain(line)],
        };
        rows.push(GridRow { number: at + 1 + skipped, cells, fault: None });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let texts = |row: GridRow| row.cells.into_iter().map(|cell| cell.text).collect();
        read(text).unwrap().rows.into_iter().map(texts).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_makes_an_even_table() {
        assert_eq!(cells("a;b\nSwitch([x], , \"1\", \"2\");c"), [["a", "b"], ["Switch([x], , \"1\", \"2\")", "c"]]);
        assert_eq!(cells("a\tb, c\nd\te"), [["a", "b, c"], ["d", "e"]]);
        assert_eq!(cells("sep=|\n\"a\"|b"), [["a", "b"]]);
        assert_eq!(cells("\"a\",\"b\"\r\n\"c\",\"\n\t\"\r\n"), [["a", "b"], ["c", "\n\t"]]);
        assert_eq!(cells("a 5\" screen;b\nc;d 7\"\ne;f")[2], ["e", "f"]);
        assert_eq!(
            cells("mail -> emails[type eq \"work\"].value\nsurname -> name.familyName")[1],
            ["surname ", " name.familyName"]
        );
    }

    #[test]
    fn a_cell_may_have_line_breaks_and_rows_know_their_line() {
        let grid = read("sep=;\r\na;\"b\r\nc\"\r\n\r\nd;e\r\n").unwrap();
        assert_eq!(grid.rows[0].text(1), "b\r\nc");
        assert_eq!(grid.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 5]);
    }

    #[test]
    fn too_many_rows_and_columns_are_refused_with_their_number() {
        let refused = |text: &str| read(text).unwrap_err().to_string();
        assert!(
            refused(&"a,b\n".repeat(100_000)).starts_with("the table has 100,000 rows; Crosswalk takes at most 5,000.")
        );
        let wide = refused(&format!("{}\nx", "a,".repeat(9_999)));
        assert!(wide.starts_with("the table has 10,000 columns; Crosswalk takes at most 200."), "{wide}");
    }
}
