//! The ends of the lit mapping that are outside the view, with the way to them. For the keyboard, the arrow keys left and
//! right lead to the other end.

use leptos::{html, prelude::*};

use super::{
    Lines,
    columns::Used,
    geometry::{self, Column, Line},
};
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, Icon, IconName},
    },
    catalog::short_name,
    plan::{AttributeSide, ObjectKind},
};

/// An end outside the view.
#[derive(Clone, PartialEq)]
struct Outside {
    side: AttributeSide,
    name: String,
    is_above: bool,
}

/// Buttons at one edge of the board.
#[component]
pub(super) fn EdgeMarkers(
    /// At the upper edge.
    is_above: bool,
    lines: (Lines, Lines),
    columns: (Memo<Column>, Memo<Column>),
    used: Memo<Used>,
    kind: Memo<ObjectKind>,
    /// Notifies when the board was scrolled.
    scrolled: Trigger,
    board: NodeRef<html::Div>,
) -> impl IntoView {
    let workspace = use_workspace();
    let outside = Memo::new(move |_| {
        scrolled.track();
        let index = workspace.looked_at(kind.get()).and_then(|id| workspace.place_of(id)).map(|(_, index)| index);
        let ends = index.and_then(|index| {
            used.with(|used| used.ends_of(index).map(|(sources, target)| (sources.to_vec(), target.to_owned())))
        });
        let (Some(board), Some((sources, target))) = (board.get(), ends) else { return Vec::new() };
        let Some(first) = board.query_selector(".board-column").ok().flatten() else { return Vec::new() };
        let (view, top) = (board.get_bounding_client_rect(), first.get_bounding_client_rect().top());
        let of = |side: AttributeSide, column: &Column, name: &str| {
            let middle = top + geometry::middles(column).get(name).copied()?;
            let is_above = middle < view.top();
            (is_above || middle > view.bottom()).then(|| Outside { side, name: name.to_owned(), is_above })
        };
        let mut outside: Vec<Outside> = columns
            .0
            .with(|column| sources.iter().filter_map(|name| of(AttributeSide::Source, column, name)).collect());
        outside.extend(columns.1.with(|column| of(AttributeSide::Target, column, &target)));
        outside
    });
    let jump = move |side: AttributeSide, name: &str| {
        let lines = if side == AttributeSide::Source { lines.0 } else { lines.1 };
        let is_it =
            |at: &usize| matches!(untrack(|| lines.row_key(*at)), Some(Some((_, Line::Row(_, of)))) if of == name);
        if let Some(at) = (0..lines.count_now()).find(is_it) {
            lines.focus(at);
        }
    };
    let (icon, edge) = if is_above { (IconName::Up, "above") } else { (IconName::Down, "below") };
    move || {
        let here = outside.with(|all| all.iter().filter(|one| one.is_above == is_above).cloned().collect::<Vec<_>>());
        (!here.is_empty()).then(|| {
            let button = move |Outside { side, name, .. }: Outside| {
                let short = short_name(side, &name);
                let label = format!("Go to {name}");
                view! { <Button label on_press=move || jump(side, &name)><Icon name=icon /> {short}</Button> }
            };
            // The row keeps the focus: without it, the button would go before the press ends.
            view! { <div class="board-edge" data-edge=edge on:mousedown=move |event| event.prevent_default()>{here.into_iter().map(button).collect_view()}</div> }
        })
    }
}
