//! One column on screen. It listens for all its rows, because rows without listeners are quick to draw and to remove.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    Folded,
    columns::Used,
    geometry::{self, Column, Heights, Line},
    linking::End,
    rows::Rows,
};
use crate::{
    app::widgets::{Icon, IconName, RowHeight, RowKind, RowsInView, draws},
    plan::{AttributeSide, ObjectKind},
    text::counted,
};

/// The lines of a column.
pub(super) type Lines = RowsInView<Option<(ObjectKind, Line)>>;

/// The lines of a column, of which those near the view are drawn.
pub(super) fn lines_in_view(kind: Memo<ObjectKind>, column: Memo<Column>, heights: Heights) -> Lines {
    let lines = Memo::new(move |_| column.with(geometry::lines));
    let height = move |at: usize| lines.with(|lines| lines.get(at).map_or(0.0, |line| heights.line(line, at == 0)));
    RowsInView::new(
        move || lines.with(Vec::len),
        RowHeight::Each(Arc::new(height)),
        move |at| lines.with(|lines| lines.get(at).map(|line| (kind.get(), line.clone()))),
        || None,
    )
}

/// The rows of one side.
#[component]
pub(super) fn ColumnView(
    side: AttributeSide,
    column: Memo<Column>,
    /// Its lines, and those of the other column.
    lines: (Lines, Lines),
    used: Memo<Used>,
    folded: Folded,
    rows: Rows,
) -> impl IntoView {
    let (here, there) = lines;
    let label = match side {
        AttributeSide::Source => "Source attributes",
        AttributeSide::Target => "Target attributes",
    };
    let end = move |target: Option<web_sys::EventTarget>| {
        let element = target?.dyn_into::<web_sys::Element>().ok()?;
        match here.key_of(&element)?? {
            (_, Line::Row(_, name)) => Some(End { side, name }),
            (_, Line::Heading(_)) => None,
        }
    };
    let grabbed = move |event: ev::PointerEvent| {
        if let Some(end) = end(event.target()) {
            rows.linking.dragged.set(Some(end));
        }
    };
    let dropped = move |event: ev::PointerEvent| {
        if end(event.target()).is_some_and(|end| rows.linking.drop_on(end)) {
            event.stop_propagation();
        }
    };
    let clicked = move |event: ev::MouseEvent| {
        if let Some(end) = end(event.target()) {
            rows.press(end, event.ctrl_key() || event.meta_key() || event.shift_key());
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if let ("Delete", Some(end)) = (event.key().as_str(), end(event.target())) {
            rows.remove(&end);
        } else {
            step(here, there, used, &event);
        }
    };
    let line = move |line: Option<(ObjectKind, Line)>, _| match line {
        Some((_, Line::Row(_, name))) => rows.row(side, name),
        Some((_, Line::Heading(group))) => view! { <Heading group side column folded /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="board-column" role="group" aria-label=label
            on:pointerdown=grabbed on:pointerup=dropped on:click=clicked on:keydown=pressed
            on:pointerover=move |event| rows.look_at(end(event.target()))
            on:pointerleave=move |_| rows.look_at(None)
            on:focusin=move |event| rows.look_at(end(event.target()))
            on:focusout=move |_| rows.look_at(None)
            use:draws=here.drawn(RowKind::Block, line)></div>
    }
    .into_any()
}

/// The heading of a group. It folds the group.
#[component]
fn Heading(group: &'static str, side: AttributeSide, column: Memo<Column>, folded: Folded) -> impl IntoView {
    let is_folded = move || folded.with(|folded| folded.contains(&(side, group)));
    let count =
        move || column.with(|column| column.iter().find(|one| one.heading == group).map_or(0, |one| one.names.len()));
    let icon = Signal::derive(move || if is_folded() { IconName::ChevronRight } else { IconName::ChevronDown });
    let fold = move |_| {
        folded.update(|folded| {
            if !folded.remove(&(side, group)) {
                folded.insert((side, group));
            }
        });
    };
    view! {
        <h2 class="board-heading">
            <button type="button" aria-expanded=move || (!is_folded()).to_string() on:click=fold>
                <Icon name=icon />
                {group}
                {move || is_folded().then(|| view! { <span class="muted">{counted(count(), "attribute")}</span> })}
            </button>
        </h2>
    }
    .into_any()
}

/// The keys of a column: up and down move in it, and left and right lead to the other end of a mapping.
fn step(here: Lines, there: Lines, used: Memo<Used>, event: &ev::KeyboardEvent) {
    let Some(from) = here.focused_row() else { return };
    let name_at = |lines: Lines, at: usize| match untrack(|| lines.row_key(at)) {
        Some(Some((_, Line::Row(_, name)))) => Some(name),
        _ => None,
    };
    if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
        let Some(name) = name_at(here, from) else { return };
        let ends = used.with_untracked(|used| used.other_ends(&name));
        let is_end = |at: &usize| name_at(there, *at).is_some_and(|name| ends.contains(&name));
        if let Some(to) = (0..there.count_now()).find(is_end) {
            event.prevent_default();
            there.focus(to);
        }
        return;
    }
    let Some(to) = here.leads_to(event, from) else { return };
    event.prevent_default();
    // A heading is not part of this: Tab leads to its button.
    let is_row = |at: &usize| name_at(here, *at).is_some();
    let to = if to < from { (0..=to).rev().find(is_row) } else { (to..here.count_now()).find(is_row) };
    if let Some(to) = to {
        here.focus(to);
    }
}
