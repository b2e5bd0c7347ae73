//! The mappings as a table with Entra's columns. Everything works with the keyboard.

mod object_bar;
mod row;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    mapping_editor,
    problems::marks_of_mappings,
    state::{keyboard, use_workspace},
    widgets::{Button, EmptyState, Icon, IconName, RowHeight, RowKind, RowsInView, draws, pixels},
};
use crate::{
    editor::{MappingId, Modifier},
    plan::{AttributeMapping, Edit, ObjectKind, ObjectMapping},
};

/// The height of a row in CSS pixels, where `--row` of style/tokens.css cannot be read.
const ROW: f64 = 32.0;

/// The table, with the settings of the object mapping above it.
#[component]
pub fn MappingTable() -> impl IntoView {
    let workspace = use_workspace();
    let kind = Memo::new(move |_| workspace.selection.get().kind);
    let exists = Memo::new(move |_| workspace.plan.with(|plan| plan.object_mapping(kind.get()).is_some()));
    move || {
        let kind = kind.get();
        if exists.get() { view! { <Table kind /> }.into_any() } else { view! { <NoMapping kind /> }.into_any() }
    }
}

#[component]
fn NoMapping(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let text = format!(
        "This plan does not provision {}. In the admin center, their page is “{}”.",
        kind.plural().to_lowercase(),
        kind.portal_name()
    );
    let press = move || {
        let mapping = ObjectMapping { kind, ..ObjectMapping::default() };
        workspace.dispatch(
            vec![Edit::AddObjectMapping { mapping }],
            &format!("Map {}", kind.plural().to_lowercase()),
            None,
        );
    };
    view! {
        <EmptyState title=format!("{} are not mapped", kind.plural()) text>
            <Button on_press=press>{format!("Map {}", kind.plural().to_lowercase())}</Button>
        </EmptyState>
    }
    .into_any()
}

/// The row of the event keeps the focus while it moves.
fn keep_focus(event: &ev::KeyboardEvent) {
    event.prevent_default();
    let row = event.current_target().and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok());
    request_animation_frame(move || {
        if let Some(row) = row {
            let _ = row.focus();
        }
    });
}

#[component]
fn Table(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let shown = Memo::new(move |_| {
        let filter = workspace.view.filter.get().to_lowercase();
        workspace.plan.with(|plan| {
            let mappings =
                plan.object_mapping(kind).map(|object| object.attribute_mappings.as_slice()).unwrap_or_default();
            let fits = |mapping: &AttributeMapping| {
                filter.is_empty()
                    || mapping.target_attribute.to_lowercase().contains(&filter)
                    || mapping.source.text().to_lowercase().contains(&filter)
            };
            workspace.identities.with(|identities| {
                let known = mappings.iter().zip(identities.mappings(kind));
                known.filter(|(one, _)| fits(one)).map(|(_, id)| *id).collect::<Vec<_>>()
            })
        })
    });
    // The table is one tab stop: the selected row, or the first one.
    let reached = Memo::new(move |_| {
        let selected = workspace.selection.get().mapping;
        shown.with(|shown| selected.filter(|id| shown.contains(id)).or(shown.first().copied()))
    });
    let in_view = RowsInView::new(
        move || shown.with(Vec::len),
        RowHeight::Every(pixels("--row", ROW)),
        move |at| shown.with(|shown| shown.get(at).copied()),
        move || Some(reached.get()),
    );
    let rows = row::Rows { in_view, marks: marks_of_mappings(workspace), reached };
    let row = move |id: Option<MappingId>, at| id.map(|id| view! { <row::Row id at rows /> });
    let heading = move || {
        let name = workspace.person_in_view(|person| person.name.clone());
        format!("Value for {}", name.unwrap_or_default())
    };
    view! {
        <div class="mapping-table">
            <object_bar::ObjectBar kind />
            <div class="mapping-table-scroll">
                <table aria-label="Attribute mappings" aria-rowcount=move || (in_view.count() + 1).to_string()>
                    <thead>
                        <tr aria-rowindex="1">
                            <th scope="col">"Target attribute"</th>
                            <th scope="col">"Source attribute or expression"</th>
                            <th scope="col">"Matching precedence"</th>
                            <th scope="col">"Apply this mapping"</th>
                            <th scope="col">{heading}</th>
                            <th scope="col">"Problems"</th>
                        </tr>
                    </thead>
                    <tbody use:draws=in_view.drawn(RowKind::Table { columns: 6 }, row)></tbody>
                </table>
            </div>
            {move || shown.with(Vec::is_empty).then(|| view! { <p class="mapping-table-none">"No mapping to show."</p> })}
            <div class="mapping-table-add">
                <Button on_press=move || mapping_editor::add(workspace, kind)><Icon name=IconName::Plus /> "Add mapping"</Button>
                <small>{format!("Arrow keys move, Enter edits, Delete removes, {} moves the row.", keyboard().named(&[Modifier::Alt], "↑ ↓"))}</small>
            </div>
        </div>
    }
    .into_any()
}
