//! The board: source attributes on the left, target attributes on the right, a curve for every mapping.
//!
//! You can map in three ways: drag a source to a target; press a source, then a target; or do the same with Enter and the
//! arrow keys. Escape cancels.

mod columns;
mod geometry;
mod rows;
mod wires;

use std::sync::Arc;

use leptos::{ev, prelude::*};

use self::{
    columns::Used,
    geometry::{Column, Line, line_height},
    rows::Rows,
    wires::{Drag, Wires},
};
use super::{
    state::use_workspace,
    widgets::{EmptyState, RowHeight, RowKind, RowsInView, draws},
};
use crate::{catalog::listed_targets, plan::ObjectKind};

/// The board.
#[component]
pub fn Board() -> impl IntoView {
    let workspace = use_workspace();
    // The source that you picked, and the one that you drag.
    let picked = RwSignal::new(None::<String>);
    let dragged = RwSignal::new(None::<String>);
    let pointer = RwSignal::new(None::<(f64, f64)>);
    let drag_ends = move || {
        dragged.set(None);
        pointer.set(None);
    };
    let kind = Memo::new(move |_| workspace.selection.get().kind);
    // Most edits change neither, and then the columns stay as they are.
    let used = Memo::new(move |_| workspace.plan.with(|plan| Used::of(plan, kind.get())));
    let listed = Memo::new(move |_| workspace.plan.with(|plan| listed_targets(plan, kind.get())));
    let sources = Memo::new(move |_| {
        let (filter, unused) = (workspace.view.filter.get(), workspace.view.show_unused.get());
        used.with(|used| columns::sources(used, kind.get(), filter.trim(), unused))
    });
    let targets = Memo::new(move |_| {
        let (filter, unused) =
            (workspace.view.filter.get(), workspace.view.show_unused.get() || picked.get().is_some());
        listed.with(|listed| used.with(|used| columns::targets(used, listed, filter.trim(), unused)))
    });
    let let_go = move || {
        drag_ends();
        if picked.get_untracked().is_some() {
            picked.set(None);
            workspace.announce("Cancelled");
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            let_go();
        }
    };
    let unused =
        Memo::new(move |_| listed.with(|listed| used.with(|used| columns::unused_count(used, kind.get(), listed))));
    let rows = Rows::new(workspace, kind, picked, dragged);
    let (source_lines, target_lines) = (lines_in_view(kind, sources), lines_in_view(kind, targets));
    let empty = move || sources.with(Vec::is_empty) && targets.with(Vec::is_empty);
    view! {
        <div class="board" on:keydown=pressed on:pointerup=move |_| drag_ends() on:pointercancel=move |_| drag_ends() on:pointerleave=move |_| drag_ends()
            on:pointermove=move |event| if dragged.with_untracked(Option::is_some) { pointer.set(wires::place_of(&event)) }
            data-picking=move || picked.get().is_some().to_string()>
            <p class="board-hint">{move || match picked.get() {
                Some(name) => format!("Choose a target attribute for {name}. Press Escape to cancel."),
                None => format!(
                    "Drag a source attribute to a target attribute, or choose one and then the other. {} unused attributes are {}.",
                    unused.get(),
                    if workspace.view.show_unused.get() { "shown" } else { "hidden" },
                ),
            }}</p>
            {move || empty().then(|| view! {
                <EmptyState title="Nothing to show" text="Show unused attributes or clear the filter, then map the first attribute." />
            })}
            <div class="board-columns">
                <div class="board-column" role="group" aria-label="Source attributes"
                    on:keydown=move |event| step(source_lines, &event)
                    use:draws=source_lines.drawn(RowKind::Block, move |line, _| line_view(line, |name| rows.source(name)))></div>
                <Wires sources targets near=(source_lines, target_lines) kind drag=Drag { source: dragged, pointer } />
                <div class="board-column" role="group" aria-label="Target attributes"
                    on:keydown=move |event| step(target_lines, &event)
                    use:draws=target_lines.drawn(RowKind::Block, move |line, _| line_view(line, |path| rows.target(path)))></div>
            </div>
        </div>
    }
    .into_any()
}

/// The lines of a column.
type Lines = RowsInView<Option<(ObjectKind, Line)>>;

fn lines_in_view(kind: Memo<ObjectKind>, column: Memo<Column>) -> Lines {
    let lines = Memo::new(move |_| column.with(geometry::lines));
    let height = move |at: usize| lines.with(|lines| lines.get(at).map_or(0.0, |line| line_height(line, at == 0)));
    RowsInView::new(
        move || lines.with(Vec::len),
        RowHeight::Each(Arc::new(height)),
        move |at| lines.with(|lines| lines.get(at).map(|line| (kind.get(), line.clone()))),
        || None,
    )
}

fn line_view(line: Option<(ObjectKind, Line)>, row: impl FnOnce(String) -> AnyView) -> AnyView {
    match line {
        Some((_, Line::Row(_, name))) => row(name),
        Some((_, Line::Heading(group))) => view! { <h2 class="board-heading">{group}</h2> }.into_any(),
        None => ().into_any(),
    }
}

/// Moves the focus to another row of the column, past the headings.
fn step(lines: Lines, event: &ev::KeyboardEvent) {
    let Some(from) = lines.focused_row() else { return };
    let Some(to) = lines.leads_to(event, from) else { return };
    event.prevent_default();
    let is_heading = |at| untrack(|| matches!(lines.row_key(at), Some(Some((_, Line::Heading(_))))));
    // A heading has rows below it, and above the first heading there is nothing.
    let to = if !is_heading(to) {
        to
    } else if to < from && to > 0 {
        to - 1
    } else {
        to + 1
    };
    lines.focus(to);
}
