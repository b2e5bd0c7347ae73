//! One mapping.

use std::{collections::HashMap, sync::Arc};

use leptos::{ev, prelude::*};

use crate::{
    app::{
        expression_editor::readable,
        mapping_editor,
        problems::Marks,
        state::use_workspace,
        widgets::{RowsInView, SeverityMark},
    },
    catalog::short_name,
    editor::MappingId,
    plan::{AttributeSide, Edit, MappingSource, MatchingPrecedence},
    simulate::Flow,
};

/// What all rows share: it is derived once, and not again for every row.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub(super) in_view: RowsInView<Option<MappingId>>,
    pub(super) marks: Memo<Arc<HashMap<MappingId, Marks>>>,
    /// The row that the Tab key reaches.
    pub(super) reached: Memo<Option<MappingId>>,
}

/// A row. The table is one tab stop; arrow keys move inside it.
#[component]
pub(super) fn Row(id: MappingId, at: Memo<usize>, rows: Rows) -> impl IntoView {
    let workspace = use_workspace();
    let mapping = Memo::new(move |_| workspace.mapping(id).unwrap_or_default());
    let is_reached = move || rows.reached.get() == Some(id);
    let is_selected = move || workspace.selection.get().mapping == Some(id);
    let value = Memo::new(move |_| {
        workspace.value_of(id, |one| match &one.flow {
            Flow::Value { value, .. } => Ok(readable(value)),
            Flow::DidNotFlow(reason) => Err(reason.to_string()),
        })
    });
    let value = move || {
        value.get().map(|value| match value {
            Ok(value) => view! { <span>{value}</span> }.into_any(),
            Err(reason) => view! { <span class="muted">{reason}</span> }.into_any(),
        })
    };
    let marks = Memo::new(move |_| rows.marks.with(|marks| marks.get(&id).cloned()));
    let problems = move || {
        marks.get().map(|Marks { worst, message, count }| {
            view! {
                <span class="mapping-problems" title=message><SeverityMark severity=worst.label() /> {count}</span>
            }
        })
    };
    let source = move || {
        mapping.with(|mapping| match &mapping.source {
            MappingSource::Constant { value } => {
                view! { <span>{format!("“{value}”")}</span> <small>" constant"</small> }.into_any()
            }
            MappingSource::None => view! { <span class="muted">"None"</span> }.into_any(),
            source => view! { <code>{source.text().to_owned()}</code> }.into_any(),
        })
    };
    let keydown = move |event: ev::KeyboardEvent| {
        let move_to = |to: usize| {
            workspace.edit_mapping(id, "Move the mapping", |kind, from| Edit::MoveMapping { kind, from, to });
            workspace.tell(format!("Moved to row {}.", to + 1));
            super::keep_focus(&event);
        };
        let Some((kind, index)) = untrack(|| workspace.place_of(id)) else { return };
        let count = || workspace.identities.with_untracked(|identities| identities.mappings(kind).len());
        match (event.key().as_str(), event.alt_key()) {
            ("ArrowDown", true) if index + 1 < count() => move_to(index + 1),
            ("ArrowUp", true) => {
                if let Some(to) = index.checked_sub(1) {
                    move_to(to);
                }
            }
            ("Enter" | "F2", _) => {
                event.prevent_default();
                mapping_editor::edit(workspace, id);
            }
            ("Delete", _) => {
                event.prevent_default();
                let at = at.get_untracked();
                let is_last = at + 1 == untrack(|| rows.in_view.count());
                rows.in_view.focus(if is_last { at.saturating_sub(1) } else { at + 1 });
                mapping_editor::remove(workspace, id);
            }
            _ => {
                rows.in_view.keydown(&event, at.get_untracked());
            }
        }
    };
    view! {
        <tr
            tabindex=move || if is_reached() { "0" } else { "-1" }
            aria-rowindex=move || (at.get() + 2).to_string()
            aria-selected=move || if is_selected() { "true" } else { "false" }
            on:click=move |_| mapping_editor::select(workspace, id)
            on:mouseenter=move |_| workspace.view.highlighted.set(Some(id))
            on:mouseleave=move |_| workspace.view.highlighted.set(None)
            on:keydown=keydown
        >
            <td>
                <code title=move || mapping.with(|mapping| mapping.target_attribute.clone())>
                    {move || mapping.with(|mapping| short_name(AttributeSide::Target, &mapping.target_attribute))}
                </code>
            </td>
            <td>{source}</td>
            <td>{move || mapping.with(|mapping| mapping.matching_precedence.map(MatchingPrecedence::get))}</td>
            <td>{move || mapping.with(|mapping| mapping.flow_type.label())}</td>
            <td>{value}</td>
            <td>{problems}</td>
        </tr>
    }
    .into_any()
}
