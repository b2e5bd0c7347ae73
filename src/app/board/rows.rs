//! The rows of the board. Each shows one attribute and its value for the sample person.

use leptos::{ev, prelude::*};

use crate::{
    app::{mapping_editor, state::Workspace, widgets::SeverityMark},
    catalog::target_attribute,
    plan::{AttributeMapping, AttributePath, Edit, MappingSource},
    simulate::Flow,
};

pub(super) fn source_row(
    workspace: Workspace,
    name: String,
    picked: RwSignal<Option<String>>,
    dragged: RwSignal<Option<String>>,
) -> AnyView {
    let value = {
        let name = name.clone();
        Memo::new(move |_| {
            let shown = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            workspace.person_in_view(|person| person.source.get(&name).map(shown)).flatten().unwrap_or_default()
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

pub(super) fn target_row(
    workspace: Workspace,
    path: String,
    picked: RwSignal<Option<String>>,
    dragged: RwSignal<Option<String>>,
) -> AnyView {
    let kind = workspace.selection.with_untracked(|selection| selection.kind);
    let stored = StoredValue::new(path.clone());
    let mapped = Memo::new(move |_| {
        let kind = workspace.selection.get().kind;
        let index = workspace.plan.with(|plan| {
            let mappings = &plan.object_mapping(kind)?.attribute_mappings;
            stored.with_value(|path| mappings.iter().position(|mapping| mapping.target_attribute == *path))
        })?;
        workspace.mapping_at(kind, index)
    });
    let value = Memo::new(move |_| {
        workspace.value_of(mapped.get()?, |resolved| match &resolved.flow {
            Flow::Value { value, .. } => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
            Flow::DidNotFlow(_) => "–".to_owned(),
        })
    });
    let worst = Memo::new(move |_| {
        let mapped = Some(mapped.get()?);
        workspace.problems.with(|problems| {
            let mine = problems.iter().filter(|problem| problem.mapping == mapped);
            mine.map(|problem| problem.diagnostic.severity).min()
        })
    });
    let short = AttributePath::parse(&path).map_or_else(|_| path.clone(), |parsed| parsed.short());
    let field = target_attribute(kind, &path).and_then(|target| target.staffbase).map(|field| field.name);
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
            aria-pressed=move || (mapped.get().is_some() && workspace.selection.get().mapping == mapped.get()).to_string()
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
