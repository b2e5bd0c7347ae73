//! HTML tables: web pages, and what Excel and browsers put on the clipboard. Merged cells are resolved: each place of a
//! merged cell says the same.

use html5gum::{Token, Tokenizer};

use super::TableError;
use super::grid::{Grid, GridCell, GridForm, GridRow, hold_cell, hold_columns, hold_rows, hold_tables};
use crate::limits::{TABLE_COLUMNS, TABLE_ROWS};

/// Reads every table of a page. A table inside another one is a table by itself.
pub(super) fn read(text: &str) -> Result<Vec<Grid>, TableError> {
    let mut page = Page::default();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                page.start(&String::from_utf8_lossy(&tag.name), attribute)?;
                if tag.self_closing {
                    page.end_void(&String::from_utf8_lossy(&tag.name));
                }
            }
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name))?,
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.finish()
}

#[derive(Default)]
struct Page {
    done: Vec<(usize, Grid)>,
    open: Vec<OpenTable>,
    heading: String,
    in_heading: bool,
    /// The element whose text is not shown: `style`, `script`, a footnote's `sup`.
    hidden: Option<String>,
    opened: usize,
}

#[derive(Default)]
struct OpenTable {
    order: usize,
    name: String,
    in_caption: bool,
    rows: Vec<GridRow>,
    row: Option<Vec<GridCell>>,
    cell: Option<OpenCell>,
    /// Cells that reach into the next rows: column, rows left, content.
    reaching: Vec<(usize, usize, GridCell)>,
    found: usize,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    columns: usize,
    rows: usize,
    /// How many open elements keep their white space: `code` and `pre`.
    kept: usize,
    of_code: usize,
    /// A mark that nothing of the cell is anything but code.
    mixed: bool,
}

impl Page {
    fn start(&mut self, tag: &str, attribute: impl Fn(&str) -> Option<String>) -> Result<(), TableError> {
        if self.hidden.is_some() {
            return Ok(());
        }
        match tag {
            "style" | "script" | "template" | "title" | "del" | "s" => self.hidden = Some(tag.to_owned()),
            "sup" if self.open.last().is_some_and(|table| table.cell.is_some()) => self.hidden = Some(tag.to_owned()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading.clear();
                self.in_heading = true;
            }
            "table" => {
                hold_tables(self.opened + 1)?;
                let name = collapsed(&self.heading);
                self.open.push(OpenTable { order: self.opened, name, ..OpenTable::default() });
                self.opened += 1;
            }
            _ => {}
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        let number = |name: &str, most: usize| {
            let number = attribute(name).and_then(|text| text.trim().parse::<usize>().ok());
            number.unwrap_or(1).clamp(1, most + 1)
        };
        match tag {
            "caption" => {
                table.name.clear();
                table.in_caption = true;
            }
            "tr" => table.open_row()?,
            "td" | "th" => {
                table.close_cell()?;
                if table.row.is_none() {
                    table.open_row()?;
                }
                let columns = number("colspan", TABLE_COLUMNS.most);
                let rows = number("rowspan", TABLE_ROWS.most);
                table.cell = Some(OpenCell { columns, rows, ..OpenCell::default() });
            }
            "br" => table.push("\n", true),
            "p" | "div" | "li" => table.block(),
            "code" | "pre" | "kbd" | "samp" => table.keep(true),
            _ => {}
        }
        Ok(())
    }

    /// `<br/>` and `<style/>` have no end.
    fn end_void(&mut self, tag: &str) {
        if self.hidden.as_deref() == Some(tag) && tag != "script" && tag != "style" {
            self.hidden = None;
        }
    }

    fn end(&mut self, tag: &str) -> Result<(), TableError> {
        if let Some(hidden) = &self.hidden {
            if hidden == tag {
                self.hidden = None;
            }
            return Ok(());
        }
        if let "h1" | "h2" | "h3" | "h4" | "h5" | "h6" = tag {
            self.in_heading = false;
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        match tag {
            "caption" => table.in_caption = false,
            "td" | "th" => table.close_cell()?,
            "tr" => table.close_row()?,
            "code" | "pre" | "kbd" | "samp" => table.keep(false),
            "table" => self.close_table()?,
            _ => {}
        }
        Ok(())
    }

    fn close_table(&mut self) -> Result<(), TableError> {
        let Some(mut table) = self.open.pop() else { return Ok(()) };
        table.close_row()?;
        hold_rows(table.found)?;
        let grid = Grid { name: collapsed(&table.name), form: GridForm::Html, rows: table.rows };
        self.done.push((table.order, grid));
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        if self.in_heading {
            self.heading.push_str(text);
        }
        if let Some(table) = self.open.last_mut() {
            if table.in_caption {
                table.name.push_str(text);
            }
            table.push(text, false);
        }
    }

    fn finish(mut self) -> Result<Vec<Grid>, TableError> {
        while !self.open.is_empty() {
            self.close_table()?;
        }
        self.done.sort_by_key(|(order, _)| *order);
        Ok(self.done.into_iter().map(|(_, grid)| grid).collect())
    }
}

impl OpenTable {
    fn open_row(&mut self) -> Result<(), TableError> {
        self.close_row()?;
        self.row = Some(Vec::new());
        self.fill_reached();
        Ok(())
    }

    /// Puts in the cells that reach down into this place of the row.
    fn fill_reached(&mut self) {
        let Some(row) = &mut self.row else { return };
        while let Some(reaching) = self.reaching.iter_mut().find(|(column, left, _)| *column == row.len() && *left > 0)
        {
            reaching.1 -= 1;
            row.push(reaching.2.clone());
        }
    }

    fn close_cell(&mut self) -> Result<(), TableError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let number = self.found + 1;
        hold_cell(&cell.text, || format!("row {number}"))?;
        let row = self.row.get_or_insert_default();
        let code = cell.of_code > 0 && !cell.mixed;
        let text = if code { cell.text } else { trimmed_lines(&cell.text) };
        for place in 0..cell.columns {
            let content = GridCell { text: text.clone(), code, merged: place > 0 };
            if cell.rows > 1 {
                self.reaching.push((row.len(), cell.rows - 1, content.clone()));
            }
            row.push(content);
            hold_columns(row.len())?;
        }
        self.fill_reached();
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), TableError> {
        self.close_cell()?;
        let Some(mut cells) = self.row.take() else { return Ok(()) };
        // A cell from above may begin beyond the last cell of this row.
        while let Some(reaching) = self
            .reaching
            .iter_mut()
            .filter(|(column, left, _)| *column >= cells.len() && *left > 0)
            .min_by_key(|one| one.0)
        {
            reaching.1 -= 1;
            cells.resize(reaching.0, GridCell::default());
            cells.push(reaching.2.clone());
        }
        self.reaching.retain(|(_, left, _)| *left > 0);
        self.found += 1;
        if hold_rows(self.found).is_err() {
            // Counted to the end, so that the message has the number.
            self.rows.clear();
            return Ok(());
        }
        self.rows.push(GridRow { number: self.found, cells, fault: None });
        Ok(())
    }

    /// Adds to the open cell. White space is one blank, unless it is in code or a line break by its tag.
    fn push(&mut self, text: &str, line_break: bool) {
        let Some(cell) = &mut self.cell else { return };
        if cell.kept > 0 {
            cell.of_code += text.len();
            cell.text.push_str(text);
            return;
        }
        if line_break {
            cell.text.push('\n');
            return;
        }
        if cell.of_code > 0 && !cell.mixed && text.trim().is_empty() {
            return;
        }
        cell.mixed |= !text.trim().is_empty();
        let is_space = |character: char| matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for character in text.chars() {
            if !is_space(character) {
                cell.text.push(character);
            } else if !cell.text.is_empty() && !cell.text.ends_with(is_space) {
                cell.text.push(' ');
            }
        }
    }

    /// A paragraph, a list item or a block begins a new line.
    fn block(&mut self) {
        if let Some(cell) = &mut self.cell
            && !cell.text.trim().is_empty()
        {
            cell.text.push('\n');
        }
    }

    fn keep(&mut self, begins: bool) {
        if let Some(cell) = &mut self.cell {
            // White space around code is the page's.
            if begins && cell.text.trim().is_empty() && cell.of_code == 0 {
                cell.text.clear();
            }
            // Two pieces of code are not one.
            if begins && cell.kept == 0 && cell.of_code > 0 && !cell.mixed {
                cell.mixed = true;
                cell.text.push(' ');
            }
            cell.kept = if begins { cell.kept + 1 } else { cell.kept.saturating_sub(1) };
        }
    }
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trimmed_lines(text: &str) -> String {
    let lines: Vec<&str> =
        text.lines().map(|line| line.trim_matches([' ', '\t'])).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(html: &str) -> Vec<Vec<String>> {
        let texts = |row: &GridRow| row.cells.iter().map(|cell| cell.text.clone()).collect();
        read(html).unwrap()[0].rows.iter().map(texts).collect()
    }

    #[test]
    fn merged_cells_say_the_same_in_each_place() {
        let html = "<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>c<td>d<tr><td>e</td><td rowspan='9'>f</td></tr><tr><td>g</table>";
        assert_eq!(cells(html), [vec!["A", "B", "B"], vec!["A", "c", "d"], vec!["e", "f"], vec!["g", "f"]]);
    }

    #[test]
    fn what_is_not_shown_is_not_read_and_code_is_kept() {
        let html = "<style>x</style><h2>Users &amp; more</h2><TABLE><tr><td> a\n b <sup>1</sup><br>c<td><code>x  y</code><td><p>d<p>e<td><b><code>z</code></b> !</table>";
        let grid = &read(html).unwrap()[0];
        assert_eq!(grid.name, "Users & more");
        assert_eq!(cells(html), [["a b\nc", "x  y", "d\ne", "z !"]]);
        assert_eq!(grid.rows[0].cells.iter().map(|cell| cell.code).collect::<Vec<_>>(), [false, true, false, false]);
    }

    #[test]
    fn tables_within_tables_are_tables() {
        let html =
            "<table><tr><td>outer <table><caption>In</caption><tr><td>inner</table></table><table><tr><td>next</table>";
        let grids = read(html).unwrap();
        assert_eq!(grids.iter().map(|grid| grid.rows[0].text(0)).collect::<Vec<_>>(), ["outer", "inner", "next"]);
        assert_eq!(grids[1].name, "In");
    }

    #[test]
    fn spans_that_are_too_large_are_refused() {
        let refused = |html: &str| read(html).unwrap_err().to_string();
        assert!(refused("<table><tr><td colspan=1000000>a").contains("201 columns"));
        let tall = format!("<table>{}", "<tr><td>a</td></tr>".repeat(100_000));
        assert!(refused(&tall).starts_with("the table has 100,000 rows"));
    }
}
