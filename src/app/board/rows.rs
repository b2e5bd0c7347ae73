//! The rows of the board. Each shows one attribute and its value for the sample person.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use leptos::{ev, prelude::*, reactive::computed::Selector};

use super::{
    attribute_name::name_view,
    linking::{End, Linking},
    several::Several,
};
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
    plan::{AttributeMapping, AttributeSide, ObjectKind},
    simulate::Flow,
};

/// What all rows share: it is derived once, and not again for every row.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    workspace: Workspace,
    kind: Memo<ObjectKind>,
    linking: Linking,
    several: Several,
    /// The rows that a search shows only because of their other end.
    faded: Memo<Arc<HashSet<(AttributeSide, String)>>>,
    /// The mapping to each target attribute.
    mapped: Memo<Arc<HashMap<String, MappingId>>>,
    /// What each mapping sends for the person in view.
    values: Memo<Arc<HashMap<MappingId, String>>>,
    marks: Memo<Arc<HashMap<MappingId, Marks>>>,
    selected: StoredValue<Selector<Option<MappingId>>>,
}

impl Rows {
    /// What the rows of a kind share.
    pub(super) fn new(
        kind: Memo<ObjectKind>,
        linking: Linking,
        several: Several,
        faded: Memo<Arc<HashSet<(AttributeSide, String)>>>,
    ) -> Self {
        let workspace = linking.workspace;
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
            linking,
            several,
            faded,
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

fn source_row(Rows { workspace, linking, several, faded, .. }: Rows, name: String) -> AnyView {
    const SIDE: AttributeSide = AttributeSide::Source;
    let stored = StoredValue::new(name.clone());
    let value = Memo::new(move |_| {
        let of = |name: &String| workspace.person_in_view(|person| person.source.get(name).map(readable)).flatten();
        stored.with_value(of).unwrap_or_default()
    });
    let is_picked = move || stored.with_value(|name| linking.is_picked(SIDE, name));
    let is_faded = is_faded(faded, SIDE, name.clone());
    let label = move || stored.with_value(|name| format!("Source attribute {name} {}", value.get()));
    view! {
        <button type="button" class="board-row" data-side="source" aria-label=label aria-pressed=move || is_picked().to_string()
            data-faded=move || is_faded.get().then_some("true")
            on:pointerdown=move |_| linking.dragged.set(Some(stored.with_value(|name| End::source(name))))
            on:pointerup=move |event| if linking.drop_on(stored.with_value(|name| End::source(name))) { event.stop_propagation(); }
            on:click=move |_| stored.with_value(|name| linking.press_source(several, name))>
            {name_view(SIDE, &name)}
            <span class="board-value">{move || value.get()}</span>
            <i class="board-port"></i>
        </button>
    }
    .into_any()
}

fn is_faded(faded: Memo<Arc<HashSet<(AttributeSide, String)>>>, side: AttributeSide, name: String) -> Memo<bool> {
    let key = (side, name);
    Memo::new(move |_| faded.with(|faded| faded.contains(&key)))
}

fn target_row(
    Rows { workspace, kind, linking, several, faded, mapped, values, marks, selected }: Rows,
    path: String,
) -> AnyView {
    const SIDE: AttributeSide = AttributeSide::Target;
    let stored = StoredValue::new(path.clone());
    let mapped = Memo::new(move |_| stored.with_value(|path| mapped.with(|mapped| mapped.get(path).copied())));
    let value = Memo::new(move |_| values.with(|values| values.get(&mapped.get()?).cloned()));
    let worst = Memo::new(move |_| marks.with(|marks| Some(marks.get(&mapped.get()?)?.worst)));
    let is_faded = is_faded(faded, SIDE, path.clone());
    let kind_now = kind.get_untracked();
    let field = workspace.plan.with_untracked(|plan| profile_of(plan).fills(kind_now, &path)).map(|field| field.name);
    let label = move || {
        let state = if mapped.get().is_some() { "mapped" } else { "not mapped" };
        let (field, value) = (field.unwrap_or_default(), value.get().unwrap_or_default());
        stored.with_value(|path| format!("Target attribute {path} {field} {value} {state}"))
    };
    let is_in_several = Memo::new(move |_| stored.with_value(|path| several.has(path)));
    let is_pressed = move || {
        let mapped = mapped.get();
        if several.is_on.get() {
            return is_in_several.get();
        }
        stored.with_value(|path| linking.is_picked(SIDE, path))
            || (mapped.is_some() && selected.with_value(|selected| selected.selected(&mapped)))
    };
    let press = move |event: ev::MouseEvent| {
        let adds = event.ctrl_key() || event.meta_key() || event.shift_key();
        if adds || several.is_on.get_untracked() {
            stored.with_value(|path| several.toggle(path));
        } else {
            linking.press(stored.with_value(|path| End::target(path)), mapped.get_untracked());
        }
    };
    let removed = move |event: ev::KeyboardEvent| {
        if let ("Delete", Some(id)) = (event.key().as_str(), mapped.get_untracked()) {
            mapping_editor::remove(workspace, id);
        }
    };
    view! {
        <button type="button" class="board-row" data-side="target" aria-label=label
            data-mapped=move || mapped.get().is_some().to_string()
            data-faded=move || is_faded.get().then_some("true")
            data-several=move || is_in_several.get().then_some("true")
            aria-pressed=move || is_pressed().to_string()
            on:pointerdown=move |_| linking.dragged.set(Some(stored.with_value(|path| End::target(path))))
            on:pointerup=move |event| if linking.drop_on(stored.with_value(|path| End::target(path))) { event.stop_propagation(); }
            on:click=press
            on:keydown=removed
            on:pointerenter=move |_| workspace.view.highlighted.set(mapped.get_untracked())
            on:pointerleave=move |_| workspace.view.highlighted.set(None)
            on:focus=move |_| workspace.view.highlighted.set(mapped.get_untracked())
            on:blur=move |_| workspace.view.highlighted.set(None)>
            <i class="board-port"></i>
            {name_view(SIDE, &path)}
            <small>{field}</small>
            <span class="board-value">{move || value.get()}</span>
            {move || worst.get().map(|severity| view! { <SeverityMark severity=severity.label() /> })}
        </button>
    }
    .into_any()
}
