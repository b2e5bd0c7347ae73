//! Markdown tables (GitHub's), as wikis, tickets and repositories have them.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::TableError;
use super::grid::{Grid, GridCell, GridForm, GridRow, hold_cell, hold_columns, hold_rows, hold_tables};
use super::line_counter::LineCounter;

/// Reads every table of a Markdown text. A table is named after the heading above it.
pub(super) fn read(text: &str) -> Result<Vec<Grid>, TableError> {
    // Most of the events of a long table are needless once it is too long.
    hold_rows(text.lines().filter(|line| line.contains('|')).count())?;
    let mut reader = MarkdownReader::default();
    let mut lines = LineCounter::new(text);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, lines.line(range.start))?;
    }
    Ok(reader.grids)
}

#[derive(Default)]
struct MarkdownReader {
    grids: Vec<Grid>,
    heading: String,
    in_heading: bool,
    row: GridRow,
    /// The text of the open cell, and what of it is code.
    cell: Option<(String, usize)>,
}

impl MarkdownReader {
    fn event(&mut self, event: Event<'_>, line: usize) -> Result<(), TableError> {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                self.heading.clear();
                self.in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            Event::Start(Tag::Table(columns)) => {
                hold_columns(columns.len())?;
                hold_tables(self.grids.len() + 1)?;
                let name = self.heading.clone();
                self.grids.push(Grid { name, form: GridForm::Markdown, rows: Vec::new() });
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => self.row = GridRow { number: line, ..GridRow::default() },
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                let row = std::mem::take(&mut self.row);
                if let Some(grid) = self.grids.last_mut() {
                    grid.rows.push(row);
                }
            }
            Event::Start(Tag::TableCell) => self.cell = Some((String::new(), 0)),
            Event::End(TagEnd::TableCell) => {
                let (text, code) = self.cell.take().unwrap_or_default();
                hold_cell(&text, || format!("line {}", self.row.number))?;
                let code = code > 0 && code == text.len();
                self.row.cells.push(GridCell { text, code, merged: false });
            }
            Event::Text(text) => self.push(&text, false),
            Event::Code(text) => self.push(&text, true),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.push("\n", false),
            Event::SoftBreak | Event::HardBreak => self.push(" ", false),
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, text: &str, code: bool) {
        if self.in_heading {
            self.heading.push_str(text);
        }
        if let Some((cell, of_code)) = &mut self.cell {
            cell.push_str(text);
            *of_code += if code { text.len() } else { 0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_lose_their_marks_and_keep_their_signs() {
        let text = "# Users\n\nWords.\n\n| **Source** | `Target` |\n| --- | :-- |\n| `a\\|b`<br>c | emails[type eq \"work\"].value |\n";
        let grids = read(text).unwrap();
        assert_eq!((grids.len(), grids[0].name.as_str()), (1, "Users"));
        let rows = &grids[0].rows;
        assert_eq!((rows[0].number, rows[0].text(0), rows[0].cells[1].code), (5, "Source", true));
        assert_eq!((rows[1].number, rows[1].text(0), rows[1].text(1)), (7, "a|b\nc", "emails[type eq \"work\"].value"));
        assert!(!rows[1].cells[0].code);
    }
}
