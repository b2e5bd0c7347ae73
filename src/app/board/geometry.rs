//! Where rows and curves lie. Rows have a fixed height (style/components/board.css has the same figures), so that no
//! curve needs to be measured.

/// Height of a row, in CSS pixels.
const ROW: f64 = 32.0;
/// Height of a group's heading.
const HEADING: f64 = 28.0;
/// Space below a group.
const GAP: f64 = 8.0;

/// One column: groups of names, in order.
pub(super) type Column = Vec<(&'static str, Vec<String>)>;

/// The middle of a name's row, from the column's top.
pub(super) fn middle(column: &Column, name: &str) -> Option<f64> {
    let mut top = 0.0;
    for (_, names) in column {
        top += HEADING;
        for one in names {
            if one == name {
                return Some(top + ROW / 2.0);
            }
            top += ROW;
        }
        top += GAP;
    }
    None
}

/// The column's height.
pub(super) fn height(column: &Column) -> f64 {
    column.iter().fold(0.0, |height, (_, names)| names.iter().fold(height + HEADING + GAP, |height, _| height + ROW))
}

/// The curve from a source to a target across a canvas that is 100 units wide.
pub(super) fn curve(from: f64, to: f64) -> String {
    format!("M0 {from}C50 {from} 50 {to} 100 {to}")
}
