//! The mappings as a table with Entra's columns. Everything works with the keyboard.

mod object_bar;
mod row;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    mapping_editor,
    state::use_workspace,
    widgets::{Button, EmptyState, Icon, IconName, gradually},
};
use crate::plan::{AttributeMapping, Edit, ObjectKind, ObjectMapping};

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

/// Moves the focus to another row of the same table.
fn focus_row(event: &ev::KeyboardEvent, to: impl Fn(i32, i32) -> i32) {
    let row = event.current_target().and_then(|row| row.dyn_into::<web_sys::Element>().ok());
    let Some((row, body)) = row.and_then(|row| row.parent_element().map(|body| (row, body))) else { return };
    let rows = body.children();
    let count = i32::try_from(rows.length()).unwrap_or(i32::MAX);
    let at = (0..count).find(|at| rows.item(at.unsigned_abs()).as_ref() == Some(&row)).unwrap_or_default();
    let next = to(at, count).clamp(0, count - 1);
    if let Some(row) = rows.item(next.unsigned_abs()).and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = row.focus();
    }
    event.prevent_default();
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
    let count = gradually(move || shown.with(Vec::len));
    let drawn = move || shown.with(|shown| shown[..count.get().min(shown.len())].to_vec());
    let first = Memo::new(move |_| shown.with(|shown| shown.first().copied()));
    let rows = row::Rows::new(workspace, kind, first);
    let heading = move || {
        let name = workspace.person_in_view(|person| person.name.clone());
        format!("Value for {}", name.unwrap_or_default())
    };
    view! {
        <div class="mapping-table">
            <object_bar::ObjectBar kind />
            <div class="mapping-table-scroll">
                <table aria-label="Attribute mappings">
                    <thead>
                        <tr>
                            <th scope="col">"Target attribute"</th>
                            <th scope="col">"Source attribute or expression"</th>
                            <th scope="col">"Matching precedence"</th>
                            <th scope="col">"Apply this mapping"</th>
                            <th scope="col">{heading}</th>
                            <th scope="col">"Problems"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=drawn
                            key=|id| *id
                            children=move |id| view! { <row::Row id rows /> }
                        />
                    </tbody>
                </table>
            </div>
            {move || shown.with(Vec::is_empty).then(|| view! { <p class="mapping-table-none">"No mapping to show."</p> })}
            <div class="mapping-table-add">
                <Button on_press=move || mapping_editor::add(workspace, kind)><Icon name=IconName::Plus /> "Add mapping"</Button>
                <small>"Arrow keys move, Enter edits, Delete removes, Alt+arrows reorder."</small>
            </div>
        </div>
    }
    .into_any()
}
