//! Which rows of a long list are drawn, and how high the gaps between them are. Plain arithmetic.

use std::ops::Range;

/// A list of up to so many rows is drawn whole.
const WHOLE: usize = 100;
/// A list that is higher than this is not, because its rows have a lot in them.
const HIGH: f64 = 12_000.0;
/// About how many pixels of rows are drawn above and below the visible ones.
const BESIDE: f64 = 256.0;
/// Browsers cut what is higher. Firefox has the lowest limit, 17.8 million pixels.
const TALLEST: f64 = 16_000_000.0;
/// How many rows of a list are printed.
pub(super) const PRINTED: usize = 2_000;

/// The heights of all rows, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Heights {
    /// All rows have the same height.
    Equal { count: usize, height: f64 },
    /// The top of every row, and the end of the last one. Whether the list is high is decided before rows are measured, so
    /// that it stays as it is.
    Own { tops: Vec<f64>, is_high: bool },
}

impl Heights {
    /// The heights of rows that differ. About `total` together.
    pub(super) fn own(heights: impl Iterator<Item = f64>, total: f64) -> Self {
        let mut end = 0.0;
        let mut tops = vec![end];
        tops.extend(heights.map(|height| {
            end += height;
            end
        }));
        Self::Own { tops, is_high: total > HIGH }
    }

    /// The number of rows.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Equal { count, .. } => *count,
            Self::Own { tops, .. } => tops.len().saturating_sub(1),
        }
    }

    fn is_drawn_whole(&self) -> bool {
        self.count() <= WHOLE && !matches!(self, Self::Own { is_high: true, .. })
    }

    /// The top of a row. The row after the last one begins where the list ends.
    pub(super) fn top(&self, row: usize) -> f64 {
        match self {
            Self::Equal { height, .. } => number(row) * height,
            Self::Own { tops, .. } => tops.get(row).or(tops.last()).copied().unwrap_or_default(),
        }
    }

    /// The height of a row.
    pub(super) fn height(&self, row: usize) -> f64 {
        self.top(row + 1) - self.top(row)
    }

    /// How many rows are drawn above and below the visible ones. The first drawn row is a multiple of it.
    fn beside(&self) -> usize {
        whole(BESIDE * number(self.count()) / self.total().max(1.0)).clamp(1, 8)
    }

    fn total(&self) -> f64 {
        self.top(self.count())
    }

    /// The row at a height.
    fn at(&self, y: f64) -> usize {
        let row = match self {
            Self::Equal { height, .. } => whole(y / height.max(1.0)),
            Self::Own { tops, .. } => tops.partition_point(|top| *top <= y).saturating_sub(1),
        };
        row.min(self.count().saturating_sub(1))
    }
}

/// The visible part of a list, in CSS pixels from its top.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Visible {
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// Rows that are not drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Gap {
    pub(super) rows: Range<usize>,
    pub(super) height: f64,
}

/// The drawn rows in order, and the gaps before, between and after them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub(super) rows: Vec<usize>,
    pub(super) gaps: Vec<Gap>,
    /// The part of the list around the visible one in which all rows are drawn, from its top; none if the list is drawn whole.
    pub(super) near: Option<(f64, f64)>,
}

/// What is drawn of a list while a part of it is visible. `kept` rows are always drawn. A long list that was not measured yet
/// draws nothing else.
pub(super) fn layout(heights: &Heights, visible: Option<Visible>, kept: impl Iterator<Item = usize>) -> Layout {
    let count = heights.count();
    if heights.is_drawn_whole() {
        return Layout { rows: (0..count).collect(), gaps: Vec::new(), near: None };
    }
    let is_measured = visible.is_some();
    let visible = visible.unwrap_or_default();
    let scale = Scale::of(heights, visible);
    let top = scale.list(visible.top);
    let beside = heights.beside();
    let first = heights.at(top).saturating_sub(beside) / beside * beside;
    let end = (heights.at(top + visible.bottom - visible.top) / beside + 2) * beside;
    let near = if is_measured { first..end.min(count) } else { 0..0 };
    let mut rows: Vec<usize> = near.clone().chain(kept.filter(|row| *row < count)).collect();
    rows.sort_unstable();
    rows.dedup();
    let shift = visible.top - top;
    let (near_top, near_end) = (heights.top(near.start) + shift, heights.top(near.end) + shift);
    let place = |row: usize| match row {
        row if near.contains(&row) => heights.top(row) + shift,
        row if row < near.start => scale.screen(heights.top(row)).min(near_top - heights.height(row)),
        row => scale.screen(heights.top(row)).max(near_end),
    };
    let gaps = gaps(heights, &rows, place, scale.screen_total);
    Layout { rows, gaps, near: Some((near_top, near_end)) }
}

/// What is drawn on paper: all rows, or the first ones of a very long list.
pub(super) fn on_paper(heights: &Heights) -> Layout {
    let count = heights.count();
    let rows: Vec<usize> = (0..count.min(PRINTED)).collect();
    let left_out = Gap { rows: rows.len()..count, height: 0.0 };
    let gaps = Some(left_out).filter(|gap| !gap.rows.is_empty()).into_iter().collect();
    Layout { near: None, rows, gaps }
}

fn gaps(heights: &Heights, rows: &[usize], place: impl Fn(usize) -> f64, total: f64) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut next, mut end) = (0, 0.0);
    for row in rows.iter().copied() {
        if row > next {
            gaps.push(Gap { rows: next..row, height: (place(row) - end).max(0.0) });
            end = place(row).max(end);
        }
        next = row + 1;
        end += heights.height(row);
    }
    if next < heights.count() {
        gaps.push(Gap { rows: next..heights.count(), height: (total - end).max(0.0) });
    }
    gaps
}

/// The row after the last visible one.
pub(super) fn end_of_visible(heights: &Heights, visible: Visible) -> usize {
    let top = Scale::of(heights, visible).list(visible.top);
    heights.at(top + visible.bottom - visible.top) + 1
}

/// How far to scroll so that a row is visible, in pixels of the screen. It is 0 while the row can be placed exactly: then
/// the browser scrolls to what has the focus.
pub(super) fn distance(heights: &Heights, visible: Visible, row: usize) -> f64 {
    let scale = Scale::of(heights, visible);
    if scale.is_exact() {
        return 0.0;
    }
    let (top, room) = (scale.list(visible.top), visible.bottom - visible.top);
    let wanted = top.clamp(heights.top(row + 1) - room, heights.top(row));
    scale.back(wanted) - visible.top
}

/// The heights of a list beyond [`TALLEST`] are scaled: both ends can be reached, and the rows keep their height.
struct Scale {
    list_total: f64,
    screen_total: f64,
    /// The height of the visible part.
    room: f64,
}

impl Scale {
    fn of(heights: &Heights, visible: Visible) -> Self {
        let list_total = heights.total();
        Self { list_total, screen_total: list_total.min(TALLEST), room: visible.bottom - visible.top }
    }

    fn is_exact(&self) -> bool {
        self.list_total <= self.screen_total
    }

    fn ratio(&self) -> f64 {
        if self.is_exact() { 1.0 } else { (self.list_total - self.room) / (self.screen_total - self.room).max(1.0) }
    }

    /// The place in the list that is at the top of the visible part.
    fn list(&self, top: f64) -> f64 {
        top * self.ratio()
    }

    fn back(&self, top: f64) -> f64 {
        top / self.ratio()
    }

    /// About where a place of the list is on the screen.
    fn screen(&self, y: f64) -> f64 {
        if self.is_exact() { y } else { y * self.screen_total / self.list_total }
    }
}

/// Lists are far shorter than the numbers reach.
#[allow(clippy::cast_precision_loss)]
pub(super) fn number(rows: usize) -> f64 {
    rows as f64
}

/// Below 0 is 0.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(rows: f64) -> usize {
    rows.max(0.0) as usize
}
