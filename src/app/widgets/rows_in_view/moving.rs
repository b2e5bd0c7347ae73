//! The focus and the visible part: what moves them, and what follows from it.

use std::sync::Arc;

use leptos::{
    ev,
    prelude::*,
    task::{spawn_local, tick},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    RowKey, RowsInView,
    attach::scroller,
    drawing::Drawing,
    layout::{self, Visible},
};

impl<K: RowKey> RowsInView<K> {
    /// Moves the focus to a row, and draws it before.
    pub fn focus(self, row: usize) {
        let count = self.heights.with_untracked(|heights| heights.count());
        let row = row.min(count.saturating_sub(1));
        if count == 0 {
            return;
        }
        let key = untrack(|| self.key.with_value(|key| key(row)));
        self.focused.set(Some((row, key.clone())));
        self.scroll_to(row);
        let focus = move || {
            let row = self.drawing.try_with_value(|drawing| drawing.as_ref()?.element(&key)).flatten();
            row.and_then(|row| row.dyn_into::<HtmlElement>().ok()).map(|row| row.focus()).is_some()
        };
        if !focus() {
            spawn_local(async move {
                // The row is drawn by effects, which run before the next tick or the one after it.
                for _ in 0..3 {
                    tick().await;
                    if focus() {
                        break;
                    }
                }
            });
        }
    }

    /// The row that has the focus, or had it last.
    pub fn focused_row(self) -> Option<usize> {
        self.focused.with_untracked(|focused| focused.as_ref().map(|(row, _)| *row))
    }

    /// Moves the focus from a row with the arrow keys, Page Up, Page Down, Home and End. False for other keys.
    pub fn keydown(self, event: &ev::KeyboardEvent, from: usize) -> bool {
        let to = self.leads_to(event, from);
        if let Some(to) = to {
            event.prevent_default();
            self.focus(to);
        }
        to.is_some()
    }

    /// The row to which such a key leads.
    pub fn leads_to(self, event: &ev::KeyboardEvent, from: usize) -> Option<usize> {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return None;
        }
        let visible = self.visible.get_untracked().unwrap_or_default();
        let (page, last) = self.heights.with_untracked(|heights| {
            let count = heights.count();
            let room = visible.bottom - visible.top - 2.0 * heights.height(from);
            let page = (0..count).take_while(|rows| heights.top(*rows) < room).count().max(1);
            (page, count.saturating_sub(1))
        });
        let to = match event.key().as_str() {
            "ArrowDown" => from + 1,
            "ArrowUp" => from.saturating_sub(1),
            "PageDown" => from + page,
            "PageUp" => from.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        Some(to.min(last))
    }

    fn scroll_to(self, row: usize) {
        let distance = |visible| self.heights.with_untracked(|heights| layout::distance(heights, visible, row));
        let distance = distance(self.visible.get_untracked().unwrap_or_default());
        if distance.abs() < 1.0 {
            return;
        }
        let list = self.drawing.with_value(|drawing| drawing.as_ref().map(|drawing| drawing.list().clone()));
        if let Some(scroller) = list.and_then(|list| scroller(&list)) {
            // Whole pixels are exact enough: rows beside the visible ones are drawn too.
            #[allow(clippy::cast_possible_truncation)]
            scroller.set_scroll_top(scroller.scroll_top() + distance as i32);
            self.measure();
        }
    }

    /// Looks at which part of the list is visible, and how high its rows are.
    pub(super) fn measure(self) {
        let list = self.drawing.try_with_value(|drawing| drawing.as_ref().map(|drawing| drawing.list().clone()));
        let Some(list) = list.flatten().filter(|list| list.is_connected()) else { return };
        let place = list.get_bounding_client_rect();
        if place.height() == 0.0 {
            return;
        }
        let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1_000.0);
        let (top, bottom) = scroller(&list).map_or((0.0, screen), |scroller| {
            let top = scroller.get_bounding_client_rect().top() + f64::from(scroller.client_top());
            (top, (top + f64::from(scroller.client_height())).min(screen))
        });
        let top = (top - place.top()).max(0.0);
        let now = Some(Visible { top, bottom: (bottom - place.top()).max(top) });
        if self.visible.get_untracked() != now {
            self.visible.set(now);
        }
        if let Some(measured) = self.measured {
            let mut heights = measured.get_untracked();
            let drawn = self.drawing.with_value(|drawing| drawing.as_ref().map(Drawing::heights)).unwrap_or_default();
            let changed = |(key, height): &(K, f64)| heights.get(key).is_none_or(|known| (known - height).abs() > 0.5);
            let changed: Vec<_> = drawn.into_iter().filter(changed).collect();
            if !changed.is_empty() {
                Arc::make_mut(&mut heights).extend(changed);
                measured.set(heights);
            }
        }
    }

    /// The key of the drawn row that an element is in.
    pub fn key_of(self, element: &Element) -> Option<K> {
        self.drawing.try_with_value(|drawing| drawing.as_ref()?.row_of(element)).flatten()
    }

    pub(super) fn focus_came(self, to: &Element) {
        let Some(key) = self.key_of(to) else { return };
        let is_known = self.focused.with_untracked(|known| known.as_ref().is_some_and(|(_, known)| *known == key));
        if !is_known {
            let row = self.shown.with_untracked(|shown| {
                let at = shown.keys.iter().position(|one| *one == key)?;
                shown.layout.rows.get(at).copied()
            });
            self.focused.set(row.map(|row| (row, key)));
        }
    }
}
