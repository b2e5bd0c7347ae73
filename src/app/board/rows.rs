//! The rows of the board. Each shows one attribute and its value for the sample person.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use leptos::{prelude::*, reactive::computed::Selector};

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
    pub(super) linking: Linking,
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

    /// The mapping to a target attribute.
    fn mapping_of(self, End { side, name }: &End) -> Option<MappingId> {
        let is_target = *side == AttributeSide::Target;
        self.mapped.with_untracked(|mapped| mapped.get(name.as_str()).copied().filter(|_| is_target))
    }

    /// A row was pressed, alone or to add it to the selection.
    pub(super) fn press(self, end: End, adds: bool) {
        let Self { linking, several, .. } = self;
        match end.side {
            AttributeSide::Source if several.map_from(&end.name) => {}
            AttributeSide::Target if adds || several.is_on.get_untracked() => several.toggle(&end.name),
            _ => {
                let mapping = self.mapping_of(&end);
                linking.press(end, mapping);
            }
        }
    }

    /// Deletes the mapping to a target attribute.
    pub(super) fn remove(self, end: &End) {
        if let Some(id) = self.mapping_of(end) {
            mapping_editor::remove(self.workspace, id);
        }
    }

    /// The pointer or the focus came to a row, or to none.
    pub(super) fn look_at(self, end: Option<End>) {
        let mapping = end.and_then(|end| self.mapping_of(&end));
        let highlighted = self.workspace.view.highlighted;
        if highlighted.get_untracked() != mapping {
            highlighted.set(mapping);
        }
    }

    /// The row of an attribute. It has no listeners: the column listens.
    pub(super) fn row(self, side: AttributeSide, name: String) -> AnyView {
        match side {
            AttributeSide::Source => source_row(self, name),
            AttributeSide::Target => target_row(self, name),
        }
    }

    /// Whether a search shows a row only because of its other end. Tracks it.
    fn is_faded(self, end: &(AttributeSide, String)) -> Option<&'static str> {
        self.faded.with(|faded| faded.contains(end)).then_some("true")
    }
}

fn source_row(rows: Rows, name: String) -> AnyView {
    const SIDE: AttributeSide = AttributeSide::Source;
    let Rows { workspace, linking, .. } = rows;
    let shown = name_view(SIDE, &name);
    let end = StoredValue::new((SIDE, name));
    let value = Memo::new(move |_| {
        let of = |name: &String| workspace.person_in_view(|person| person.source.get(name).map(readable)).flatten();
        end.with_value(|(_, name)| of(name)).unwrap_or_default()
    });
    let is_picked = move || end.with_value(|(_, name)| linking.is_picked(SIDE, name));
    let label = move || end.with_value(|(_, name)| format!("Source attribute {name} {}", value.get()));
    view! {
        <button type="button" class="board-row" data-side="source" aria-label=label aria-pressed=move || is_picked().to_string()
            data-faded=move || end.with_value(|end| rows.is_faded(end))>
            {shown}
            <span class="board-value">{move || value.get()}</span>
        </button>
    }
    .into_any()
}

fn target_row(rows: Rows, path: String) -> AnyView {
    const SIDE: AttributeSide = AttributeSide::Target;
    let Rows { workspace, kind, linking, several, mapped, values, marks, selected, .. } = rows;
    let kind_now = kind.get_untracked();
    let field = workspace.plan.with_untracked(|plan| profile_of(plan).fills(kind_now, &path)).map(|field| field.name);
    let shown = name_view(SIDE, &path);
    let end = StoredValue::new((SIDE, path));
    let mapped = Memo::new(move |_| end.with_value(|(_, path)| mapped.with(|mapped| mapped.get(path).copied())));
    let value = Memo::new(move |_| values.with(|values| values.get(&mapped.get()?).cloned()));
    let worst = Memo::new(move |_| marks.with(|marks| Some(marks.get(&mapped.get()?)?.worst)));
    let label = move || {
        let state = if mapped.get().is_some() { "mapped" } else { "not mapped" };
        let (field, value) = (field.unwrap_or_default(), value.get().unwrap_or_default());
        end.with_value(|(_, path)| format!("Target attribute {path} {field} {value} {state}"))
    };
    let is_in_several = move || end.with_value(|(_, path)| several.has(path));
    let is_pressed = move || {
        let mapped = mapped.get();
        if several.is_on.get() {
            return is_in_several();
        }
        end.with_value(|(_, path)| linking.is_picked(SIDE, path))
            || (mapped.is_some() && selected.with_value(|selected| selected.selected(&mapped)))
    };
    view! {
        <button type="button" class="board-row" data-side="target" aria-label=label
            data-faded=move || end.with_value(|end| rows.is_faded(end))
            data-several=move || is_in_several().then_some("true")
            aria-pressed=move || is_pressed().to_string()>
            {shown}
            {field.map(|field| view! { <small>{field}</small> })}
            <span class="board-value">{move || value.get()}</span>
            {move || worst.get().map(|severity| view! { <SeverityMark severity=severity.label() /> })}
        </button>
    }
    .into_any()
}
