//! The ends of the lit mapping that are outside the view, with the way to them. For the keyboard, the arrow keys left and
//! right lead to the other end.

use leptos::prelude::*;

use super::{
    Lines,
    columns::Used,
    geometry::{self, Column, Heights, Line},
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
pub(super) struct Outside {
    side: AttributeSide,
    name: String,
    is_above: bool,
}

/// The columns of the board, with what is needed to find an end.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub(super) sources: Memo<Column>,
    pub(super) targets: Memo<Column>,
    /// The lines of both.
    pub(super) lines: (Lines, Lines),
    pub(super) used: Memo<Used>,
    pub(super) kind: Memo<ObjectKind>,
    pub(super) heights: Heights,
}

impl Ends {
    /// The ends of the lit mapping that are outside the view.
    pub(super) fn outside(self) -> Memo<Vec<Outside>> {
        let workspace = use_workspace();
        let Self { sources, targets, lines, used, kind, heights } = self;
        Memo::new(move |_| {
            let index = workspace.looked_at(kind.get()).and_then(|id| workspace.place_of(id)).map(|(_, index)| index);
            let ends = index.and_then(|index| {
                used.with(|used| used.ends_of(index).map(|(sources, target)| (sources.to_vec(), target.to_owned())))
            });
            let Some((names, target)) = ends else { return Vec::new() };
            // The lists know what is visible. To ask the page would make it lay out again at every key of a search.
            let outside = |side: AttributeSide, column: Memo<Column>, lines: Lines, name: String| {
                let middle = column.with(|column| geometry::middle(column, &name, heights))?;
                let (top, bottom) = lines.visible()?;
                (middle < top || middle > bottom).then_some(Outside { side, name, is_above: middle < top })
            };
            let names = names.into_iter().filter_map(|name| outside(AttributeSide::Source, sources, lines.0, name));
            names.chain(outside(AttributeSide::Target, targets, lines.1, target)).collect()
        })
    }
}

/// Buttons at one edge of the board.
#[component]
pub(super) fn EdgeMarkers(
    /// At the upper edge.
    is_above: bool,
    lines: (Lines, Lines),
    outside: Memo<Vec<Outside>>,
) -> impl IntoView {
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
