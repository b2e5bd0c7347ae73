//! The positions of rows and curves. Rows have a fixed height (style/components/board.css has the same figures), so no
//! curve needs to be measured.

use std::collections::HashMap;

/// Height of a row, in CSS pixels.
const ROW: f64 = 32.0;
/// Height of a group's heading.
const HEADING: f64 = 28.0;
/// Space below a group.
const GAP: f64 = 8.0;

/// One column: groups of names, in order.
pub(super) type Column = Vec<(&'static str, Vec<String>)>;

/// The middle of every name's row, from the column's top.
pub(super) fn middles(column: &Column) -> HashMap<&str, f64> {
    let mut middles = HashMap::new();
    let mut top = 0.0;
    for (_, names) in column {
        top += HEADING;
        for name in names {
            middles.entry(name.as_str()).or_insert(top + ROW / 2.0);
            top += ROW;
        }
        top += GAP;
    }
    middles
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
    for (group, names) in column {
        lines.push(Line::Heading(group));
        lines.extend(names.iter().map(|name| Line::Row(group, name.clone())));
    }
    lines
}

/// The height of a line. The space below a group belongs to the next heading.
pub(super) const fn line_height(line: &Line, is_first: bool) -> f64 {
    match line {
        Line::Row(..) => ROW,
        Line::Heading(_) if is_first => HEADING,
        Line::Heading(_) => GAP + HEADING,
    }
}

/// The column's height.
pub(super) fn height(column: &Column) -> f64 {
    column.iter().fold(0.0, |height, (_, names)| names.iter().fold(height + HEADING + GAP, |height, _| height + ROW))
}

/// The curve from a source to a target across a canvas that is 100 units wide.
pub(super) fn curve(from: f64, to: f64) -> String {
    format!("M0 {from}C50 {from} 50 {to} 100 {to}")
}

/// The curve from a source to any point, while you drag.
pub(super) fn curve_to(from: f64, x: f64, y: f64) -> String {
    let half = x / 2.0;
    format!("M0 {from}C{half} {from} {half} {y} {x} {y}")
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
    pub(super) fn take(&mut self, from: f64, to: f64) -> (f64, f64) {
        let place = PLACES.into_iter().map(|at| point(from, to, at)).find(|place| self.is_free(*place));
        let place = place.unwrap_or_else(|| point(from, to, 0.5));
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
fn point(from: f64, to: f64, at: f64) -> (f64, f64) {
    let rest = 1.0 - at;
    let (near_start, near_end) = (3.0 * rest * rest * at, 3.0 * rest * at * at);
    let x = 50.0 * (near_start + near_end) + 100.0 * at.powi(3);
    let y = from * (rest.powi(3) + near_start) + to * (near_end + at.powi(3));
    (x, y)
}
