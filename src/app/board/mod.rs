//! The board: source attributes on the left, target attributes on the right, a curve for every mapping.
//!
//! You can map in three ways, from either side: drag one attribute to another; press one, then the other; or do the same
//! with Enter and the arrow keys. Escape cancels.

mod add_attribute;
mod attribute_name;
mod column_view;
mod columns;
mod edge_markers;
mod geometry;
mod linking;
mod question;
mod rows;
mod scrolling;
mod several;
mod wires;

use std::{collections::HashSet, sync::Arc};

use leptos::{ev, prelude::*};

use self::{
    add_attribute::AddAttribute,
    column_view::{ColumnView, Lines, lines_in_view},
    columns::{Asked, Columns, Used},
    edge_markers::{EdgeMarkers, Ends},
    geometry::Heights,
    linking::Linking,
    question::ReplaceDialog,
    rows::Rows,
    several::{Several, SeveralBar},
    wires::{Drag, Wires},
};
use super::{
    state::{keyboard, use_workspace},
    widgets::{Button, ButtonKind, Check, EmptyState, Icon, IconName},
};
use crate::{catalog::listed_targets, editor::Modifier, plan::AttributeSide};

/// The folded groups of both columns.
type Folded = RwSignal<HashSet<(AttributeSide, &'static str)>>;

/// The board.
#[component]
pub fn Board() -> impl IntoView {
    let workspace = use_workspace();
    let linking = Linking::new(workspace);
    let several = Several::new(workspace);
    let pointer = RwSignal::new(None::<(f64, f64)>);
    let adding = RwSignal::new(None::<AttributeSide>);
    let folded: Folded = RwSignal::new(HashSet::new());
    let in_order = RwSignal::new(false);
    let drag_ends = move || {
        linking.dragged.set(None);
        pointer.set(None);
    };
    let kind = Memo::new(move |_| workspace.selection.get().kind);
    // Most edits change neither, and then the columns stay as they are.
    let used = Memo::new(move |_| workspace.plan.with(|plan| Used::of(plan, kind.get())));
    let listed = Memo::new(move |_| workspace.plan.with(|plan| listed_targets(plan, kind.get())));
    let picked_side = Memo::new(move |_| linking.picked.with(|picked| picked.as_ref().map(|end| end.side)));
    let columns = Memo::new(move |_| {
        let (filter, unused, folded) = (workspace.view.filter.get(), workspace.view.show_unused.get(), folded.get());
        let asked = Asked {
            filter: filter.trim(),
            unused_sources: unused || picked_side.get() == Some(AttributeSide::Target),
            unused_targets: unused || several.is_on.get() || picked_side.get() == Some(AttributeSide::Source),
            in_order_of_sources: in_order.get(),
            folded: &folded,
        };
        used.with(|used| listed.with(|listed| Arc::new(Columns::of(used, listed, asked))))
    });
    let sources = Memo::new(move |_| columns.with(|columns| columns.sources.clone()));
    let targets = Memo::new(move |_| columns.with(|columns| columns.targets.clone()));
    let faded = Memo::new(move |_| columns.with(|columns| Arc::new(columns.faded.clone())));
    let let_go = move || {
        drag_ends();
        linking.let_go();
        if several.is_on.get_untracked() {
            several.turn(false);
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            let_go();
        }
    };
    let moved = move |event: ev::PointerEvent| {
        if linking.dragged.with_untracked(Option::is_some) {
            pointer.set(wires::place_of(&event));
            scrolling::scroll_at_edges(&event, move || linking.dragged.with_untracked(Option::is_some));
        }
    };
    let hint = move || {
        if let Some(end) = linking.picked.get() {
            return format!("Choose {} for {}. Press Escape to cancel.", end.other_side(), end.name);
        }
        columns.with(|columns| match columns.hits {
            Some(0) => "No attribute matches the filter.".to_owned(),
            Some(1) => "1 attribute matches the filter. The other ends of its mappings are dimmed.".to_owned(),
            Some(hits) => format!("{hits} attributes match the filter. The other ends of their mappings are dimmed."),
            None => {
                let hidden = match columns.hidden {
                    0 => String::new(),
                    1 => " 1 unused attribute is hidden.".to_owned(),
                    hidden => format!(" {hidden} unused attributes are hidden."),
                };
                format!("Drag an attribute to one on the other side, or choose one and then the other.{hidden}")
            }
        })
    };
    let rows = Rows::new(kind, linking, several, faded);
    let heights = Heights::now();
    let (source_lines, target_lines) = (lines_in_view(kind, sources, heights), lines_in_view(kind, targets, heights));
    let empty = move || sources.with(Vec::is_empty) && targets.with(Vec::is_empty);
    let is_search = move || columns.with(|columns| columns.hits.is_some());
    let add = move |side: AttributeSide, words: &'static str| {
        view! {
            <Button kind=ButtonKind::Quiet label=words on_press=move || adding.set(Some(side))>
                <Icon name=IconName::Plus /> "Add attribute…"
            </Button>
        }
    };
    let outside = Ends { sources, targets, lines: (source_lines, target_lines), used, kind, heights }.outside();
    let edge = move |is_above: bool| view! { <EdgeMarkers is_above lines=(source_lines, target_lines) outside /> };
    let keys = keyboard();
    let several_tip = format!(
        "{} or {} with a press does the same",
        keys.modifier(Modifier::Command),
        keys.modifier(Modifier::Shift)
    );
    view! {
        <div class="board" id="board" tabindex="-1" on:keydown=pressed on:pointerup=move |_| drag_ends() on:pointercancel=move |_| drag_ends() on:pointerleave=move |_| drag_ends()
            on:pointermove=moved
            data-picking=move || match picked_side.get() {
                Some(AttributeSide::Source) => "source",
                Some(AttributeSide::Target) => "target",
                None => "false",
            }>
            <div class="board-bar">
                <p class="board-hint" role="status">{hint}</p>
                <span class="spacer"></span>
                <Check checked=in_order on_change=move |on| in_order.set(on) tip="Orders the target attributes by their sources, so that fewer curves cross">"Order targets by source"</Check>
                <Check checked=several.is_on on_change=move |on| several.turn(on) tip=several_tip>"Select several"</Check>
            </div>
            {move || empty().then(|| if is_search() {
                view! { <EmptyState title="No attribute matches the filter" text="Try another word, or add the attribute."><Button on_press=move || adding.set(Some(AttributeSide::Target))>"Add attribute…"</Button></EmptyState> }.into_any()
            } else {
                view! { <EmptyState title="Nothing to show" text="Show unused attributes, then map the first one." /> }.into_any()
            })}
            {edge(true)}
            <div class="board-columns">
                <div class="board-side">
                    <ColumnView side=AttributeSide::Source column=sources lines=(source_lines, target_lines) used folded rows />
                    {add(AttributeSide::Source, "Add a source attribute…")}
                </div>
                <Wires sources targets near=(source_lines, target_lines) used kind heights drag=Drag { end: linking.dragged, pointer } />
                <div class="board-side">
                    <ColumnView side=AttributeSide::Target column=targets lines=(target_lines, source_lines) used folded rows />
                    {add(AttributeSide::Target, "Add a target attribute…")}
                </div>
            </div>
            {edge(false)}
            <ReplaceDialog linking />
            <AddAttribute side=adding kind />
        </div>
        <SeveralBar several kind />
    }
    .into_any()
}
