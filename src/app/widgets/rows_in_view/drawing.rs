//! The rows in the page: rows that stay are not touched, so that a field or a row keeps the focus.

use std::sync::Arc;

use leptos::{
    prelude::*,
    tachys::view::{Mountable, any_view::AnyViewState},
};
use web_sys::Element;

use super::{RowKey, RowsInView, layout::end_of_visible};

/// One child of the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece<K> {
    /// A row.
    Row(K),
    /// The gap before the so-many-th run of rows; none is the gap at the end.
    Gap(Option<usize>),
}

/// Makes the view of a piece.
pub(super) type Build<K> = Arc<dyn Fn(&Piece<K>) -> AnyView>;

struct Drawn<K> {
    piece: Piece<K>,
    // Dropped before its owner.
    state: AnyViewState,
    _owner: Owner,
}

impl<K> Drawn<K> {
    fn element(&self) -> Option<Element> {
        self.state.elements().into_iter().next()
    }
}

/// What is in the list.
pub(super) struct Drawing<K> {
    list: Element,
    owner: Owner,
    build: Build<K>,
    drawn: Vec<Drawn<K>>,
}

impl<K: Clone + PartialEq> Drawing<K> {
    /// Nothing is drawn yet. The pieces belong to the current owner.
    pub(super) fn new(list: Element, build: Build<K>) -> Self {
        Self { list, owner: Owner::current().unwrap_or_default(), build, drawn: Vec::new() }
    }

    /// The list itself.
    pub(super) fn list(&self) -> &Element {
        &self.list
    }

    /// Whether a piece is drawn.
    pub(super) fn has(&self, piece: &Piece<K>) -> bool {
        self.drawn.iter().any(|one| one.piece == *piece)
    }

    /// Draws these pieces, in this order.
    pub(super) fn show(&mut self, pieces: &[Piece<K>]) {
        let mut before: Vec<Option<Drawn<K>>> = Vec::new();
        for mut one in std::mem::take(&mut self.drawn) {
            if pieces.contains(&one.piece) {
                before.push(Some(one));
            } else {
                one.state.unmount();
            }
        }
        // From the end, so that each piece goes before the one after it. What is at its place already is not touched.
        // `last` is the end of the old pieces that are not used yet.
        let mut last = before.len();
        let mut drawn: Vec<Drawn<K>> = Vec::new();
        for piece in pieces.iter().rev() {
            while last > 0 && before.get(last - 1).is_none_or(Option::is_none) {
                last -= 1;
            }
            let at = before.iter().position(|one| one.as_ref().is_some_and(|one| one.piece == *piece));
            let kept = at.and_then(|at| before.get_mut(at)?.take());
            let stays = kept.is_some() && at.is_some_and(|at| at + 1 == last);
            let mut one = kept.unwrap_or_else(|| self.make(piece));
            if !stays {
                let next = drawn.last().and_then(Drawn::element);
                one.state.mount(&self.list, next.as_deref());
            }
            drawn.push(one);
        }
        drawn.reverse();
        self.drawn = drawn;
    }

    fn make(&self, piece: &Piece<K>) -> Drawn<K> {
        let owner = self.owner.with(Owner::new);
        let state = owner.with(|| untrack(|| (self.build)(piece).into_any().build()));
        Drawn { piece: piece.clone(), state, _owner: owner }
    }

    /// The element of a row, if it is drawn.
    pub(super) fn element(&self, key: &K) -> Option<Element> {
        self.drawn.iter().find(|one| matches!(&one.piece, Piece::Row(row) if row == key))?.element()
    }

    /// The row that an element is in.
    pub(super) fn row_of(&self, element: &Element) -> Option<K> {
        let of = |one: &&Drawn<K>| one.element().is_some_and(|row| row.contains(Some(element)));
        match &self.drawn.iter().find(of)?.piece {
            Piece::Row(key) => Some(key.clone()),
            Piece::Gap(_) => None,
        }
    }

    /// The drawn rows with their heights.
    pub(super) fn heights(&self) -> Vec<(K, f64)> {
        let height = |one: &Drawn<K>| match &one.piece {
            Piece::Row(key) => Some((key.clone(), one.element()?.get_bounding_client_rect().height())),
            Piece::Gap(_) => None,
        };
        self.drawn.iter().filter_map(height).collect()
    }
}

impl<K: RowKey> RowsInView<K> {
    /// Draws what is shown. New rows below the visible part can wait until the others are painted.
    pub(super) fn draw(self, can_wait: bool) {
        let Some(shown) = self.shown.try_get_untracked() else { return };
        let end = self.visible.get_untracked().filter(|_| can_wait && !self.printing.get_untracked());
        let end = end.map(|visible| self.heights.with_untracked(|heights| end_of_visible(heights, visible)));
        let focused = self.focused.with_untracked(|focused| focused.as_ref().map(|(_, key)| key.clone()));
        let is_part = self.drawing.try_update_value(|drawing| {
            let Some(drawing) = drawing else { return false };
            let mut pieces = shown.pieces();
            let all = pieces.len();
            let waits: Vec<K> = match end.filter(|_| !has_focus(drawing.list())) {
                Some(end) => shown.beyond(end).filter(|key| focused.as_ref() != Some(*key)).cloned().collect(),
                None => Vec::new(),
            };
            if !waits.is_empty() {
                pieces.retain(|piece| match piece {
                    Piece::Row(key) => drawing.has(piece) || !waits.contains(key),
                    Piece::Gap(_) => true,
                });
            }
            drawing.show(&pieces);
            pieces.len() < all
        });
        if is_part == Some(true) {
            // The frame after the next one begins when the next one is painted.
            request_animation_frame(move || request_animation_frame(move || self.draw(false)));
        }
    }
}

/// Whether the focus is in a list: then nothing of it waits.
fn has_focus(list: &Element) -> bool {
    document().active_element().is_some_and(|element| list.contains(Some(&element)))
}
