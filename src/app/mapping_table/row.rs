//! One mapping.

use std::{collections::HashMap, sync::Arc};

use leptos::{ev, prelude::*, reactive::computed::Selector};

use crate::{
    app::{
        expression_editor::readable,
        mapping_editor,
        problems::{Marks, marks_of_mappings},
        state::{Workspace, use_workspace},
        widgets::SeverityMark,
    },
    editor::MappingId,
    plan::{AttributeMapping, Edit, MappingSource, MatchingPrecedence, ObjectKind},
    simulate::Flow,
};

/// What all rows share: it is derived once, and not again for every row.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    mappings: Memo<Arc<HashMap<MappingId, AttributeMapping>>>,
    /// What each mapping sends for the person in view, or why it sends nothing.
    values: Memo<Arc<HashMap<MappingId, Result<String, String>>>>,
    marks: Memo<Arc<HashMap<MappingId, Marks>>>,
    selected: StoredValue<Selector<Option<MappingId>>>,
    /// The row that the Tab key reaches.
    reached: StoredValue<Selector<Option<MappingId>>>,
}

impl Rows {
    /// `first` is the first row: the Tab key reaches it while no row is selected.
    pub(super) fn new(workspace: Workspace, kind: ObjectKind, first: Memo<Option<MappingId>>) -> Self {
        let ids = move || workspace.identities.with(|identities| identities.mappings(kind).to_vec());
        let mappings = Memo::new(move |_| {
            workspace.plan.with(|plan| {
                let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
                Arc::new(ids().into_iter().zip(mappings.iter().cloned()).collect())
            })
        });
        let values = Memo::new(move |_| {
            let value = |flow: &Flow| match flow {
                Flow::Value { value, .. } => Ok(readable(value)),
                Flow::DidNotFlow(reason) => Err(reason.to_string()),
            };
            let of_this_kind = workspace.selection.with(|selection| selection.kind) == kind;
            let ids = if of_this_kind { ids() } else { Vec::new() };
            workspace
                .resolved
                .with(|resolved| Arc::new(ids.into_iter().zip(resolved.iter().map(|one| value(&one.flow))).collect()))
        });
        let selected = move || workspace.selection.get().mapping;
        Self {
            mappings,
            values,
            marks: marks_of_mappings(workspace),
            selected: StoredValue::new(Selector::new(selected)),
            reached: StoredValue::new(Selector::new(move || selected().or_else(|| first.get()))),
        }
    }
}

/// A row. The table is one tab stop; arrow keys move inside it.
#[component]
pub(super) fn Row(id: MappingId, rows: Rows) -> impl IntoView {
    let workspace = use_workspace();
    let mapping = Memo::new(move |_| rows.mappings.with(|mappings| mappings.get(&id).cloned()).unwrap_or_default());
    let is =
        move |chosen: StoredValue<Selector<Option<MappingId>>>| chosen.with_value(|chosen| chosen.selected(&Some(id)));
    let value = Memo::new(move |_| rows.values.with(|values| values.get(&id).cloned()));
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
            workspace.announce(format!("Moved to row {}", to + 1));
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
            ("ArrowDown", false) => super::focus_row(&event, |at, _| at + 1),
            ("ArrowUp", false) => super::focus_row(&event, |at, _| at - 1),
            ("Home", _) => super::focus_row(&event, |_, _| 0),
            ("End", _) => super::focus_row(&event, |_, count| count - 1),
            ("Enter" | "F2", _) => {
                event.prevent_default();
                mapping_editor::edit(workspace, id);
            }
            ("Delete", _) => {
                super::focus_row(&event, |at, count| if at + 1 == count { at - 1 } else { at + 1 });
                mapping_editor::remove(workspace, id);
            }
            _ => {}
        }
    };
    view! {
        <tr
            tabindex=move || if is(rows.reached) { "0" } else { "-1" }
            aria-selected=move || if is(rows.selected) { "true" } else { "false" }
            on:click=move |_| mapping_editor::select(workspace, id)
            on:mouseenter=move |_| workspace.view.highlighted.set(Some(id))
            on:mouseleave=move |_| workspace.view.highlighted.set(None)
            on:keydown=keydown
        >
            <td><code>{move || mapping.with(|mapping| mapping.target_attribute.clone())}</code></td>
            <td>{source}</td>
            <td>{move || mapping.with(|mapping| mapping.matching_precedence.map(MatchingPrecedence::get))}</td>
            <td>{move || mapping.with(|mapping| mapping.flow_type.label())}</td>
            <td>{value}</td>
            <td>{problems}</td>
        </tr>
    }
    .into_any()
}
