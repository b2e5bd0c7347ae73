//! Long lists and tables draw only the rows near the view, so that half a million rows scroll as smoothly as fifty.
//!
//! The list is an element with nothing else in it: `<tbody use:draws=rows.drawn(…)>`. Each row is one element without a
//! margin. A list of up to a hundred rows is drawn whole, unless they are very high.

mod attach;
mod drawing;
mod layout;
mod moving;

use std::{collections::HashMap, hash::Hash, sync::Arc};

use leptos::{prelude::*, reactive::effect::RenderEffect};
use web_sys::Element;

use self::{
    drawing::{Drawing, Piece},
    layout::{Heights, Layout, Visible},
};

/// What stays with a row when others come before it.
pub trait RowKey: Clone + Eq + Hash + Send + Sync + 'static {}

impl<K: Clone + Eq + Hash + Send + Sync + 'static> RowKey for K {}

/// The key of the row at an index.
type KeyOf<K> = Arc<dyn Fn(usize) -> K + Send + Sync>;

/// The heights of the rows, in CSS pixels.
pub enum RowHeight {
    /// Every row has this height.
    Every(f64),
    /// Each row has its own height, which is known.
    Each(Arc<dyn Fn(usize) -> f64 + Send + Sync>),
    /// The rows are about this high. Each is measured when it is drawn.
    About(f64),
}

/// What takes the place of rows that are not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The rows are those of a table with so many columns.
    Table {
        /// The number of columns.
        columns: u32,
    },
    /// The rows are items of a list.
    Item,
    /// The rows are any other elements.
    Block,
}

/// What is drawn now.
#[derive(Clone, Debug, PartialEq)]
struct Shown<K> {
    layout: Layout,
    /// The keys of the drawn rows.
    keys: Vec<K>,
}

impl<K: Clone + PartialEq> Shown<K> {
    fn pieces(&self) -> Vec<Piece<K>> {
        let mut pieces = Vec::new();
        let mut gaps = self.layout.gaps.iter().enumerate().peekable();
        for (row, key) in self.layout.rows.iter().zip(&self.keys) {
            if let Some((at, _)) = gaps.next_if(|(_, gap)| gap.rows.end == *row) {
                pieces.push(Piece::Gap(Some(at)));
            }
            pieces.push(Piece::Row(key.clone()));
        }
        pieces.extend(gaps.map(|_| Piece::Gap(None)));
        pieces
    }

    /// The keys of the drawn rows from an index on.
    fn beyond(&self, end: usize) -> impl Iterator<Item = &K> {
        self.layout.rows.iter().zip(&self.keys).filter(move |(row, _)| **row >= end).map(|(_, key)| key)
    }

    fn gap(&self, at: Option<usize>) -> Option<&layout::Gap> {
        at.map_or_else(|| self.layout.gaps.last(), |at| self.layout.gaps.get(at))
    }
}

/// The rows of a long list. `K` is what stays with a row when others come before it.
pub struct RowsInView<K: RowKey> {
    key: StoredValue<KeyOf<K>>,
    heights: Memo<Arc<Heights>>,
    /// The measured heights, where rows are measured.
    measured: Option<RwSignal<Arc<HashMap<K, f64>>>>,
    /// None before the list is on the screen.
    visible: RwSignal<Option<Visible>>,
    /// The row with the focus, and where it was last. It stays drawn.
    focused: RwSignal<Option<(usize, K)>>,
    printing: RwSignal<bool>,
    shown: Memo<Arc<Shown<K>>>,
    drawing: StoredValue<Option<Drawing<K>>, LocalStorage>,
}

// What is derived would ask that keys are `Copy`.
#[allow(clippy::expl_impl_clone_on_copy)]
impl<K: RowKey> Clone for RowsInView<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: RowKey> Copy for RowsInView<K> {}

impl<K: RowKey> RowsInView<K> {
    /// `key` is the key of the row at an index, and is asked for rows below `count` alone. The row `kept` is always drawn,
    /// for example because the Tab key reaches it. All of them are tracked.
    pub fn new(
        count: impl Fn() -> usize + Send + Sync + 'static,
        height: RowHeight,
        key: impl Fn(usize) -> K + Send + Sync + 'static,
        kept: impl Fn() -> Option<K> + Send + Sync + 'static,
    ) -> Self {
        let key: KeyOf<K> = Arc::new(key);
        let measured = matches!(height, RowHeight::About(_)).then(|| RwSignal::new(Arc::new(HashMap::new())));
        let heights = {
            let key = Arc::clone(&key);
            Memo::new(move |_| {
                let count = count();
                Arc::new(match (&height, measured) {
                    (RowHeight::Every(height), _) => Heights::Equal { count, height: *height },
                    (RowHeight::Each(height), _) => {
                        Heights::own((0..count).map(|row| height(row)), (0..count).map(|row| height(row)).sum())
                    }
                    (RowHeight::About(height), measured) => {
                        let known = measured.map(|known: RwSignal<Arc<HashMap<K, f64>>>| known.get());
                        let known = |row| known.as_ref().and_then(|known| known.get(&key(row)).copied());
                        let total = layout::number(count) * height;
                        Heights::own((0..count).map(|row| known(row).unwrap_or(*height)), total)
                    }
                })
            })
        };
        let visible = RwSignal::new(None);
        let focused = RwSignal::new(None::<(usize, K)>);
        let printing = RwSignal::new(false);
        for (event, is) in [("beforeprint", true), ("afterprint", false)] {
            let listener = window_event_listener_untyped(event, move |_| printing.set(is));
            on_cleanup(move || listener.remove());
        }
        let shown = {
            let key = Arc::clone(&key);
            let hint = StoredValue::new(0_usize);
            Memo::new(move |_| {
                let heights = heights.get();
                let layout = if printing.get() {
                    layout::on_paper(&heights)
                } else {
                    let place = |key_of: &K, last: usize| place(&key, heights.count(), key_of, last);
                    let focused = focused.get().and_then(|(last, focused)| place(&focused, last));
                    let kept = kept().and_then(|kept| place(&kept, hint.get_value()));
                    if let Some(kept) = kept {
                        hint.set_value(kept);
                    }
                    layout::layout(&heights, visible.get(), focused.into_iter().chain(kept))
                };
                Arc::new(Shown { keys: layout.rows.iter().map(|row| key(*row)).collect(), layout })
            })
        };
        let drawing = StoredValue::new_local(None);
        Self { key: StoredValue::new(key), heights, measured, visible, focused, printing, shown, drawing }
    }

    /// The number of rows. Tracks it.
    pub fn count(self) -> usize {
        self.heights.with(|heights| heights.count())
    }

    /// The key of a row, if there is such a row. Tracks it.
    pub fn row_key(self, row: usize) -> Option<K> {
        (row < self.count()).then(|| self.key.with_value(|key| key(row)))
    }

    /// The part of the list around the visible one in which all rows are drawn, in CSS pixels from its top. None if the list
    /// is drawn whole. Tracks it.
    pub fn near(self) -> Option<(f64, f64)> {
        self.shown.with(|shown| shown.layout.near)
    }

    /// The visible part of the list, in CSS pixels from its top. None before it is on the screen. Tracks it.
    pub fn visible(self) -> Option<(f64, f64)> {
        self.visible.get().map(|visible| (visible.top, visible.bottom))
    }

    /// The number of rows now.
    pub fn count_now(self) -> usize {
        self.heights.with_untracked(|heights| heights.count())
    }

    /// The indexes of the drawn rows. Tracks them.
    pub fn drawn_rows(self) -> Vec<usize> {
        self.shown.with(|shown| shown.layout.rows.clone())
    }

    /// The rows as the parameter of [`draws`]. `row` makes the element of a row from its key and its current index.
    pub fn drawn<V: IntoView + 'static>(
        self,
        kind: RowKind,
        row: impl Fn(K, Memo<usize>) -> V + 'static,
    ) -> DrawnRows<K> {
        let shown = self.shown;
        let index = move |key: K| {
            Memo::new(move |before: Option<&usize>| {
                let place = shown.with(|shown| {
                    shown.keys.iter().position(|one| *one == key).and_then(|at| shown.layout.rows.get(at).copied())
                });
                place.or(before.copied()).unwrap_or_default()
            })
        };
        let build = move |piece: &Piece<K>| match piece {
            Piece::Row(key) => row(key.clone(), index(key.clone())).into_any(),
            Piece::Gap(at) => gap(shown, kind, *at),
        };
        DrawnRows { rows: self, build: Arc::new(build) }
    }
}

/// The rows with the way to draw them: the parameter of [`draws`].
pub struct DrawnRows<K: RowKey> {
    rows: RowsInView<K>,
    build: drawing::Build<K>,
}

impl<K: RowKey> Clone for DrawnRows<K> {
    fn clone(&self) -> Self {
        Self { rows: self.rows, build: Arc::clone(&self.build) }
    }
}

/// Draws the rows into an element that has no other children. A directive: `<tbody use:draws=rows.drawn(…)>`.
pub fn draws<K: RowKey>(list: Element, DrawnRows { rows, build }: DrawnRows<K>) {
    // The element can be that of an earlier list: views that only differ in their data share their elements.
    list.set_text_content(None);
    rows.drawing.set_value(Some(Drawing::new(list.clone(), build)));
    let drawing = RenderEffect::new(move |_| {
        rows.shown.track();
        rows.draw(true);
    });
    let drawing = StoredValue::new_local(Some(drawing));
    on_cleanup(move || drop(drawing.try_update_value(Option::take)));
    attach::listen(&list, move || rows.measure(), move |element| rows.focus_came(element));
}

/// The place of rows that are not drawn. On paper it says which ones they are.
fn gap<K: RowKey>(shown: Memo<Arc<Shown<K>>>, kind: RowKind, at: Option<usize>) -> AnyView {
    let height = move || shown.with(|shown| format!("{}px", shown.gap(at).map_or(0.0, |gap| gap.height)));
    let words = move || {
        let rows = shown.with(|shown| shown.gap(at).filter(|gap| gap.height == 0.0).map(|gap| gap.rows.clone()));
        rows.map(|rows| format!("Rows {} to {} are not printed.", rows.start + 1, rows.end))
    };
    match kind {
        RowKind::Table { columns } => view! {
            <tr class="rows-gap" aria-hidden="true"><td colspan=columns.to_string() style:height=height>{words}</td></tr>
        }
        .into_any(),
        RowKind::Item => view! { <li class="rows-gap" aria-hidden="true" style:height=height>{words}</li> }.into_any(),
        RowKind::Block => {
            view! { <div class="rows-gap" aria-hidden="true" style:height=height>{words}</div> }.into_any()
        }
    }
}

/// The index of a row. It is searched for where it was last before it is searched for everywhere.
fn place<K: PartialEq>(key: &KeyOf<K>, count: usize, of: &K, last: usize) -> Option<usize> {
    if last < count && key(last) == *of { Some(last) } else { (0..count).find(|row| key(*row) == *of) }
}
