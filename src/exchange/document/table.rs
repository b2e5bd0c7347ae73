//! A table: for documents, CSV files and the sheets of a workbook.

use super::Run;

/// Columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange) struct Table {
    /// The columns.
    pub(in crate::exchange) columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub(in crate::exchange) rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::exchange) struct Column {
    /// What is above it.
    pub(in crate::exchange) heading: &'static str,
    /// How wide it is in a workbook, in characters.
    pub(in crate::exchange) width: f64,
    /// Whether it holds numbers, which align at the right.
    pub(in crate::exchange) numbers: bool,
}

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct Cell(pub(in crate::exchange) Vec<Run>);

impl Table {
    /// A table without rows.
    pub(in crate::exchange) fn new<const N: usize>(columns: [Column; N]) -> Self {
        Self { columns: columns.into(), rows: Vec::new() }
    }

    /// A table whose columns all have the same width.
    pub(in crate::exchange) fn headed<const N: usize>(headings: [&'static str; N]) -> Self {
        Self::new(headings.map(|heading| Column::new(heading, 24.0)))
    }

    /// Appends a row.
    pub(in crate::exchange) fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        debug_assert_eq!(N, self.columns.len(), "a cell for every column");
        self.rows.push(cells.into());
    }
}

impl Table {
    /// Without the columns in which no row says anything.
    #[must_use]
    pub(in crate::exchange) fn without_empty_columns(mut self) -> Self {
        let says = |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|Cell(runs)| !runs.is_empty()));
        let kept: Vec<bool> = (0..self.columns.len()).map(says).collect();
        let keep = |at: &mut usize| {
            *at += 1;
            kept.get(*at - 1).copied().unwrap_or_default()
        };
        let mut at = 0;
        self.columns.retain(|_| keep(&mut at));
        for row in &mut self.rows {
            let mut at = 0;
            row.retain(|_| keep(&mut at));
        }
        self
    }
}

impl Column {
    pub(in crate::exchange) const fn new(heading: &'static str, width: f64) -> Self {
        Self { heading, width, numbers: false }
    }

    pub(in crate::exchange) const fn numbers(mut self) -> Self {
        self.numbers = true;
        self
    }
}

impl Cell {
    /// A name, a value or an expression.
    pub(in crate::exchange) fn code(code: impl Into<String>) -> Self {
        Self(vec![Run::code(code)])
    }

    /// The words, for forms with cells of plain text.
    pub(in crate::exchange) fn plain(&self) -> String {
        let words = |run: &Run| match run {
            Run::Text(text) | Run::Code(text) | Run::Strong(text) | Run::Aside(text) => text.clone(),
            Run::Tick(is) => if *is { "yes" } else { "no" }.to_owned(),
            Run::Link(address) => (*address).to_owned(),
        };
        self.0.iter().map(words).collect()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self(vec![Run::text(text)])
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self(vec![Run::Text(text)])
    }
}
