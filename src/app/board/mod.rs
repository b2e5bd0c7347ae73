//! The board: source attributes on the left, target attributes on the right, a curve for every mapping.
//!
//! You can map in three ways: drag a source to a target; press a source, then a target; or do the same with Enter and the
//! arrow keys. Escape cancels.

mod columns;
mod geometry;
mod rows;
mod wires;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use self::{
    geometry::Column,
    rows::Rows,
    wires::{Drag, Wires},
};
use super::{
    state::use_workspace,
    widgets::{EmptyState, gradually},
};
use crate::plan::ObjectKind;

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
    let shown = move |column: fn(&crate::plan::Plan, ObjectKind, &str, bool) -> Column| {
        Memo::new(move |_| {
            let (filter, unused) =
                (workspace.view.filter.get(), workspace.view.show_unused.get() || picked.get().is_some());
            workspace.plan.with(|plan| column(plan, kind.get(), filter.trim(), unused))
        })
    };
    let sources = Memo::new(move |_| {
        let (filter, unused) = (workspace.view.filter.get(), workspace.view.show_unused.get());
        workspace.plan.with(|plan| columns::sources(plan, kind.get(), filter.trim(), unused))
    });
    let targets = shown(columns::targets);
    let let_go = move || {
        drag_ends();
        if picked.get_untracked().is_some() {
            picked.set(None);
            workspace.announce("Cancelled");
        }
    };
    let pressed = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => let_go(),
        "ArrowDown" | "ArrowUp" => {
            event.prevent_default();
            step(&event, event.key() == "ArrowDown");
        }
        _ => {}
    };
    let unused = Memo::new(move |_| workspace.plan.with(|plan| columns::unused_count(plan, kind.get())));
    let rows = Rows::new(workspace, kind, picked, dragged);
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
                <div class="board-column" role="group" aria-label="Source attributes">
                    <Groups kind column=sources row=move |name| rows.source(name) />
                </div>
                <Wires sources targets kind drag=Drag { source: dragged, pointer } />
                <div class="board-column" role="group" aria-label="Target attributes">
                    <Groups kind column=targets row=move |path| rows.target(path) />
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The rows of a column under the headings of their groups.
#[component]
fn Groups(
    kind: Memo<ObjectKind>,
    column: Memo<Column>,
    row: impl Fn(String) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let count = gradually(move || column.with(|column| column.iter().map(|(_, names)| names.len()).sum()));
    let shown = Memo::new(move |_| column.with(|column| geometry::first(column, count.get())));
    let names = move |group: &'static str| {
        let of_group = |column: &Column| column.iter().find(|(one, _)| *one == group).map(|(_, names)| names.clone());
        shown.with(of_group).unwrap_or_default()
    };
    let groups = move || shown.with(|column| column.iter().map(|(group, _)| (kind.get(), *group)).collect::<Vec<_>>());
    view! {
        <For each=groups key=|group| *group children=move |(_, group)| view! {
            <section class="board-group"><h2>{group}</h2>
                <For each=move || names(group) key=String::clone children=row />
            </section>
        } />
    }
    .into_any()
}

/// Moves the focus to the next row in the same column.
fn step(event: &ev::KeyboardEvent, down: bool) {
    let Some(row) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    let Ok(Some(column)) = row.closest(".board-column") else { return };
    let Ok(rows) = column.query_selector_all(".board-row") else { return };
    let at = (0..rows.length()).find(|index| rows.get(*index).is_some_and(|one| one.is_same_node(Some(&row))));
    let next = match at {
        Some(at) if down => at + 1,
        Some(at) => at.saturating_sub(1),
        None => return,
    };
    if let Some(next) = rows.get(next).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = next.focus();
    }
}
