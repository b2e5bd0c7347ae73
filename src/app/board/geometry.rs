//! The positions of rows and curves. The heights of rows and headings are tokens (style/tokens.css), so no curve needs to
//! be measured.

use std::collections::HashMap;

use crate::app::widgets::pixels;

/// The heights of the lines, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heights {
    row: f64,
    heading: f64,
}

impl Heights {
    /// The heights for the pointer and the type in use. Reading them makes the browser compute styles, so the board does
    /// it once.
    pub(super) fn now() -> Self {
        Self { row: pixels("--row", 32.0), heading: pixels("--heading", 28.0) }
    }

    /// The height of a line. The space below a group belongs to the next heading.
    pub(super) const fn line(self, line: &Line, is_first: bool) -> f64 {
        match line {
            Line::Row(..) => self.row,
            Line::Heading(_) if is_first => self.heading,
            Line::Heading(_) => GAP + self.heading,
        }
    }
}

/// Space below a group.
const GAP: f64 = 8.0;

/// A group of names under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The heading.
    pub(super) heading: &'static str,
    /// The names, in order.
    pub(super) names: Vec<String>,
    /// Whether the heading alone is shown.
    pub(super) is_folded: bool,
}

/// One column: groups of names, in order.
pub(super) type Column = Vec<Group>;

impl Group {
    /// The names with a row.
    fn rows(&self) -> &[String] {
        if self.is_folded { &[] } else { &self.names }
    }
}

/// The middle of every name's row, from the column's top. The names of a folded group are at its heading.
pub(super) fn middles(column: &Column, heights: Heights) -> HashMap<&str, f64> {
    let mut middles = HashMap::new();
    for (name, middle) in places(column, heights) {
        middles.entry(name).or_insert(middle);
    }
    middles
}

/// The middle of the row of one name.
pub(super) fn middle(column: &Column, name: &str, heights: Heights) -> Option<f64> {
    places(column, heights).find(|(of, _)| *of == name).map(|(_, middle)| middle)
}

fn places(column: &Column, heights: Heights) -> impl Iterator<Item = (&str, f64)> {
    let mut top = 0.0;
    column.iter().flat_map(move |group| {
        let heading = top + heights.heading / 2.0;
        let first = top + heights.heading + heights.row / 2.0;
        top += heights.heading + GAP + group.rows().iter().fold(0.0, |height, _| height + heights.row);
        let is_folded = group.is_folded;
        let mut next = first;
        group.names.iter().map(move |name| {
            let middle = if is_folded { heading } else { next };
            next += heights.row;
            (name.as_str(), middle)
        })
    })
}

/// A line of a column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Line {
    /// The heading of a group.
    Heading(&'static str),
    /// A row of a group.
    Row(&'static str, String),
}

/// The lines of a column, from top to bottom.
pub(super) fn lines(column: &Column) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in column {
        lines.push(Line::Heading(group.heading));
        lines.extend(group.rows().iter().map(|name| Line::Row(group.heading, name.clone())));
    }
    lines
}

/// The column's height.
pub(super) fn height(column: &Column, heights: Heights) -> f64 {
    let of_group = |group: &Group| group.rows().iter().fold(heights.heading + GAP, |height, _| height + heights.row);
    column.iter().map(of_group).sum()
}

/// How far the curves of a bundle go together, in hundredths of the canvas.
const TRUNK: f64 = 24.0;

/// The curve from a source to a target across a canvas that is 100 units wide.
pub(super) fn curve(from: f64, to: f64, is_bundled: bool) -> String {
    let start = if is_bundled { TRUNK } else { 0.0 };
    let half = f64::midpoint(start, 100.0);
    format!("M0 {from}H{start}C{half} {from} {half} {to} 100 {to}")
}

/// The curve from an end, at the left (0) or the right (100), to any point, while you drag.
pub(super) fn curve_to(side: f64, from: f64, x: f64, y: f64) -> String {
    let half = f64::midpoint(side, x);
    format!("M{side} {from}C{half} {from} {half} {y} {x} {y}")
}

/// The height that a chip needs.
const CHIP: f64 = 24.0;
/// The width that a chip needs, in hundredths of the canvas.
const CHIP_WIDTH: f64 = 40.0;
/// The places for a chip on its curve, the middle first.
const PLACES: [f64; 9] = [0.5, 0.47, 0.53, 0.44, 0.56, 0.4, 0.6, 0.36, 0.64];

/// The chips that have a place, in stripes as high as a chip: only those in the same and the next stripes can touch.
#[derive(Default)]
pub(super) struct Chips(HashMap<i64, Vec<(f64, f64)>>);

impl Chips {
    /// Takes a place for a chip on a curve: as near to the middle as the chips before it allow.
    pub(super) fn take(&mut self, from: f64, to: f64, is_bundled: bool) -> (f64, f64) {
        let start = if is_bundled { TRUNK } else { 0.0 };
        let place = PLACES.into_iter().map(|at| point(start, from, to, at)).find(|place| self.is_free(*place));
        let place = place.unwrap_or_else(|| point(start, from, to, 0.5));
        self.0.entry(stripe(place.1)).or_default().push(place);
        place
    }

    fn is_free(&self, (x, y): (f64, f64)) -> bool {
        let at = stripe(y);
        let near = (at - 1..=at + 1).filter_map(|stripe| self.0.get(&stripe)).flatten();
        near.into_iter().all(|(other_x, other_y)| (x - other_x).abs() >= CHIP_WIDTH || (y - other_y).abs() >= CHIP)
    }
}

/// A column is far shorter than the numbers reach.
#[allow(clippy::cast_possible_truncation)]
fn stripe(y: f64) -> i64 {
    (y / CHIP).floor() as i64
}

/// The point of [`curve`] at a share of its parameter.
fn point(start: f64, from: f64, to: f64, at: f64) -> (f64, f64) {
    let rest = 1.0 - at;
    let (near_start, near_end) = (3.0 * rest * rest * at, 3.0 * rest * at * at);
    let x = start * rest.powi(3) + f64::midpoint(start, 100.0) * (near_start + near_end) + 100.0 * at.powi(3);
    let y = from * (rest.powi(3) + near_start) + to * (near_end + at.powi(3));
    (x, y)
}
