//! The rows of the board. Each shows one attribute and its value for the sample person.

use std::{collections::HashMap, sync::Arc};

use leptos::{ev, prelude::*, reactive::computed::Selector};

use crate::{
    app::{
        expression_editor::readable,
        mapping_editor,
        problems::{Marks, marks_of_mappings},
        state::Workspace,
        widgets::SeverityMark,
    },
    catalog::profile_of,
    editor::MappingId,
    plan::{AttributeMapping, AttributePath, Edit, MappingSource, ObjectKind},
    simulate::Flow,
};

/// What all rows share: it is derived once, and not again for every row.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    workspace: Workspace,
    kind: Memo<ObjectKind>,
    picked: RwSignal<Option<String>>,
    dragged: RwSignal<Option<String>>,
    /// The mapping to each target attribute.
    mapped: Memo<Arc<HashMap<String, MappingId>>>,
    /// What each mapping sends for the person in view.
    values: Memo<Arc<HashMap<MappingId, String>>>,
    marks: Memo<Arc<HashMap<MappingId, Marks>>>,
    selected: StoredValue<Selector<Option<MappingId>>>,
}

impl Rows {
    /// `picked` is the source that you picked, `dragged` the one that you drag.
    pub(super) fn new(
        workspace: Workspace,
        kind: Memo<ObjectKind>,
        picked: RwSignal<Option<String>>,
        dragged: RwSignal<Option<String>>,
    ) -> Self {
        let mapped = Memo::new(move |_| {
            let kind = kind.get();
            let ids = workspace.identities.with(|identities| identities.mappings(kind).to_vec());
            let target = |(mapping, id): (&AttributeMapping, MappingId)| (mapping.target_attribute.clone(), id);
            workspace.plan.with(|plan| {
                let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
                // Of two mappings to one target attribute, the row shows the first.
                Arc::new(mappings.iter().zip(ids).rev().map(target).collect())
            })
        });
        let values = Memo::new(move |_| {
            let ids = workspace.identities.with(|identities| identities.mappings(kind.get()).to_vec());
            let value = |flow: &Flow| match flow {
                Flow::Value { value, .. } => readable(value),
                Flow::DidNotFlow(_) => "–".to_owned(),
            };
            workspace
                .resolved
                .with(|resolved| Arc::new(ids.into_iter().zip(resolved.iter().map(|one| value(&one.flow))).collect()))
        });
        let selected = Selector::new(move || workspace.selection.get().mapping);
        Self {
            workspace,
            kind,
            picked,
            dragged,
            mapped,
            values,
            marks: marks_of_mappings(workspace),
            selected: StoredValue::new(selected),
        }
    }

    /// The row of a source attribute.
    pub(super) fn source(self, name: String) -> AnyView {
        source_row(self, name)
    }

    /// The row of a target attribute.
    pub(super) fn target(self, path: String) -> AnyView {
        target_row(self, path)
    }
}

fn source_row(Rows { workspace, picked, dragged, .. }: Rows, name: String) -> AnyView {
    let value = {
        let name = name.clone();
        Memo::new(move |_| {
            workspace.person_in_view(|person| person.source.get(&name).map(readable)).flatten().unwrap_or_default()
        })
    };
    let is_picked = {
        let name = name.clone();
        move || picked.with(|picked| picked.as_deref() == Some(name.as_str()))
    };
    let label = {
        let name = name.clone();
        move || format!("Source attribute {name} {}", value.get())
    };
    let (for_drag, for_press) = (name.clone(), name.clone());
    let press = move |_| {
        if picked.with_untracked(|picked| picked.as_deref() == Some(for_press.as_str())) {
            picked.set(None);
            workspace.announce("Cancelled");
        } else {
            picked.set(Some(for_press.clone()));
            workspace.announce(format!("Picked {for_press}. Choose a target attribute, or press Escape to cancel."));
        }
    };
    view! {
        <button type="button" class="board-row" data-side="source" aria-label=label aria-pressed=move || is_picked().to_string()
            on:pointerdown=move |_| dragged.set(Some(for_drag.clone()))
            on:click=press>
            <code>{name}</code>
            <span class="board-value">{move || value.get()}</span>
            <i class="board-port"></i>
        </button>
    }
    .into_any()
}

fn target_row(
    Rows { workspace, kind, picked, dragged, mapped, values, marks, selected }: Rows,
    path: String,
) -> AnyView {
    let stored = StoredValue::new(path.clone());
    let mapped = Memo::new(move |_| stored.with_value(|path| mapped.with(|mapped| mapped.get(path).copied())));
    let value = Memo::new(move |_| values.with(|values| values.get(&mapped.get()?).cloned()));
    let worst = Memo::new(move |_| marks.with(|marks| Some(marks.get(&mapped.get()?)?.worst)));
    let short = AttributePath::parse(&path).map_or_else(|_| path.clone(), |parsed| parsed.short());
    let kind_now = kind.get_untracked();
    let field = workspace.plan.with_untracked(|plan| profile_of(plan).fills(kind_now, &path)).map(|field| field.name);
    let label = {
        let path = path.clone();
        move || {
            let state = if mapped.get().is_some() { "mapped" } else { "not mapped" };
            format!("Target attribute {path} {} {} {state}", field.unwrap_or_default(), value.get().unwrap_or_default())
        }
    };
    let dropped = move |event: ev::PointerEvent| {
        if let Some(source) = dragged.get_untracked() {
            event.stop_propagation();
            dragged.set(None);
            picked.set(None);
            stored.with_value(|path| map(workspace, &source, path));
        }
    };
    let press = move |_| match picked.get_untracked() {
        Some(source) => {
            picked.set(None);
            stored.with_value(|path| map(workspace, &source, path));
        }
        None => {
            if mapped.get_untracked().is_some() {
                workspace.select(workspace.selection.get_untracked().kind, mapped.get_untracked());
            }
        }
    };
    let removed = move |event: ev::KeyboardEvent| {
        if let ("Delete", Some(id)) = (event.key().as_str(), mapped.get_untracked()) {
            mapping_editor::remove(workspace, id);
        }
    };
    view! {
        <button type="button" class="board-row" data-side="target" title=path aria-label=label
            data-mapped=move || mapped.get().is_some().to_string()
            aria-pressed=move || {
                let mapped = mapped.get();
                (mapped.is_some() && selected.with_value(|selected| selected.selected(&mapped))).to_string()
            }
            on:pointerup=dropped
            on:click=press
            on:keydown=removed
            on:pointerenter=move |_| workspace.view.highlighted.set(mapped.get_untracked())
            on:pointerleave=move |_| workspace.view.highlighted.set(None)
            on:focus=move |_| workspace.view.highlighted.set(mapped.get_untracked())
            on:blur=move |_| workspace.view.highlighted.set(None)>
            <i class="board-port"></i>
            <code>{short}</code>
            <small>{field}</small>
            <span class="board-value">{move || value.get()}</span>
            {move || worst.get().map(|severity| view! { <SeverityMark severity=severity.label() /> })}
        </button>
    }
    .into_any()
}

/// Maps a source directly to a target: adds a mapping, or changes the source of the existing one.
fn map(workspace: Workspace, source: &str, target: &str) {
    let kind = workspace.selection.get_untracked().kind;
    let (existing, end) = workspace.plan.with_untracked(|plan| {
        let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
        (mappings.iter().position(|mapping| mapping.target_attribute == target), mappings.len())
    });
    let (edit, index, said) = match existing {
        Some(index) => {
            let source = MappingSource::Direct { attribute: source.to_owned() };
            (Edit::SetSource { kind, index, source }, index, "its source changed")
        }
        None => {
            (Edit::InsertMapping { kind, index: end, mapping: AttributeMapping::direct(source, target) }, end, "added")
        }
    };
    workspace.dispatch(vec![edit], &format!("Map {source} to {target}"), None);
    workspace.select(kind, untrack(|| workspace.mapping_at(kind, index)));
    workspace.announce(format!("Mapped {source} to {target}: {said}"));
}
