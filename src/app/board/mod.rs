//! The board: source attributes left, target attributes right, a curve for every mapping.
//!
//! Three equal ways to map, one state: drag from a source to a target; press a source, then a target; or the same with
//! Enter and the arrow keys. Escape lets go.

mod columns;
mod geometry;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use self::geometry::Column;
use super::{
    state::{Workspace, use_workspace},
    widgets::{EmptyState, SeverityMark},
};
use crate::{
    catalog::target_attribute,
    plan::{AttributeFlowType, AttributeMapping, AttributePath, Edit, MappingSource, ObjectKind},
    simulate::Flow,
};

/// The board.
#[component]
pub fn Board() -> impl IntoView {
    let workspace = use_workspace();
    // The source that waits for its target, and the one that the pointer drags.
    let picked = RwSignal::new(None::<String>);
    let dragged = RwSignal::new(None::<String>);
    let kind = Memo::new(move |_| workspace.selection.get().kind);
    let shown = move |column: fn(&crate::plan::Plan, ObjectKind, &str, bool) -> Column| {
        Memo::new(move |_| {
            let (filter, unused) =
                (workspace.view.filter.get(), workspace.view.show_unused.get() || picked.get().is_some());
            workspace.plan.with(|plan| column(plan, kind.get(), filter.trim(), unused))
        })
    };
    let sources = Memo::new(move |_| {
        let (filter, unused) = (workspace.view.filter.get(), workspace.view.show_unused.get());
        workspace.plan.with(|plan| columns::sources(plan, kind.get(), filter.trim(), unused))
    });
    let targets = shown(columns::targets);
    let let_go = move || {
        dragged.set(None);
        if picked.get_untracked().is_some() {
            picked.set(None);
            workspace.announce("Let go");
        }
    };
    let pressed = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => let_go(),
        "ArrowDown" | "ArrowUp" => {
            event.prevent_default();
            step(&event, event.key() == "ArrowDown");
        }
        _ => {}
    };
    let empty = move || sources.with(Vec::is_empty) && targets.with(Vec::is_empty);
    view! {
        <div class="board" on:keydown=pressed on:pointerup=move |_| dragged.set(None) data-picking=move || picked.get().is_some().to_string()>
            <p class="board-hint">{move || match picked.get() {
                Some(name) => format!("Choose a target attribute for {name}. Escape lets go."),
                None => format!(
                    "Drag a source to a target, or choose one after the other. {} unused attributes are {}.",
                    workspace.plan.with(|plan| columns::unused_count(plan, kind.get())),
                    if workspace.view.show_unused.get() { "shown" } else { "hidden" },
                ),
            }}</p>
            {move || empty().then(|| view! {
                <EmptyState title="Nothing to show" text="Show unused attributes, or clear the filter, and map the first one." />
            })}
            <div class="board-columns">
                <div class="board-column" role="group" aria-label="Source attributes">
                    {move || sources.get().into_iter().map(|(group, names)| view! {
                        <section class="board-group"><h2>{group}</h2>
                            {names.into_iter().map(|name| source_row(workspace, name, picked, dragged)).collect_view()}
                        </section>
                    }).collect_view()}
                </div>
                <Wires sources targets kind />
                <div class="board-column" role="group" aria-label="Target attributes">
                    {move || targets.get().into_iter().map(|(group, paths)| view! {
                        <section class="board-group"><h2>{group}</h2>
                            {paths.into_iter().map(|path| target_row(workspace, path, picked, dragged)).collect_view()}
                        </section>
                    }).collect_view()}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Moves the focus to the next row of the column that has it.
fn step(event: &ev::KeyboardEvent, down: bool) {
    let Some(row) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    let Ok(Some(column)) = row.closest(".board-column") else { return };
    let Ok(rows) = column.query_selector_all(".board-row") else { return };
    let at = (0..rows.length()).find(|index| rows.get(*index).is_some_and(|one| one.is_same_node(Some(&row))));
    let next = match at {
        Some(at) if down => at + 1,
        Some(at) => at.saturating_sub(1),
        None => return,
    };
    if let Some(next) = rows.get(next).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

fn source_row(
    workspace: Workspace,
    name: String,
    picked: RwSignal<Option<String>>,
    dragged: RwSignal<Option<String>>,
) -> AnyView {
    let value = {
        let name = name.clone();
        Memo::new(move |_| {
            let person = workspace.person.get();
            workspace.people.with(|people| {
                people
                    .get(person)
                    .and_then(|person| person.source.get(&name))
                    .map_or_else(String::new, |value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
            })
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
            workspace.announce("Let go");
        } else {
            picked.set(Some(for_press.clone()));
            workspace.announce(format!("{for_press} is picked. Choose a target attribute; Escape lets go."));
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
    workspace: Workspace,
    path: String,
    picked: RwSignal<Option<String>>,
    dragged: RwSignal<Option<String>>,
) -> AnyView {
    let kind = workspace.selection.with_untracked(|selection| selection.kind);
    let stored = StoredValue::new(path.clone());
    let index = Memo::new(move |_| {
        let kind = workspace.selection.get().kind;
        workspace.plan.with(|plan| {
            let mappings = &plan.object_mapping(kind)?.attribute_mappings;
            stored.with_value(|path| mappings.iter().position(|mapping| mapping.target_attribute == *path))
        })
    });
    let value = Memo::new(move |_| {
        let index = index.get()?;
        workspace.resolved.with(|resolved| match &resolved.get(index)?.flow {
            Flow::Value { value, .. } => Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
            Flow::DidNotFlow(_) => Some("–".to_owned()),
        })
    });
    let worst = Memo::new(move |_| {
        let (kind, index) = (workspace.selection.get().kind, index.get()?);
        workspace.analysis.with(|analysis| {
            let mine = analysis
                .open_problems()
                .filter(|problem| problem.place.kind == Some(kind) && problem.place.mapping == Some(index));
            mine.map(|problem| problem.severity).min()
        })
    });
    let short = AttributePath::parse(&path).map_or_else(|_| path.clone(), |parsed| parsed.short());
    let field = target_attribute(kind, &path).and_then(|target| target.staffbase).map(|field| field.name);
    let label = {
        let path = path.clone();
        move || {
            let state = if index.get().is_some() { "mapped" } else { "not mapped" };
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
            if let Some(index) = index.get_untracked() {
                workspace.select(workspace.selection.get_untracked().kind, Some(index));
            }
        }
    };
    let removed = move |event: ev::KeyboardEvent| {
        if let ("Delete", Some(index)) = (event.key().as_str(), index.get_untracked()) {
            let kind = workspace.selection.get_untracked().kind;
            workspace.dispatch(vec![Edit::RemoveMapping { kind, index }], "Delete a mapping", None);
            workspace.announce(stored.with_value(|path| format!("Deleted the mapping to {path}")));
        }
    };
    view! {
        <button type="button" class="board-row" data-side="target" title=path aria-label=label
            data-mapped=move || index.get().is_some().to_string()
            aria-pressed=move || (index.get().is_some() && workspace.selection.get().mapping == index.get()).to_string()
            on:pointerup=dropped
            on:click=press
            on:keydown=removed
            on:pointerenter=move |_| workspace.view.highlighted.set(index.get_untracked())
            on:pointerleave=move |_| workspace.view.highlighted.set(None)
            on:focus=move |_| workspace.view.highlighted.set(index.get_untracked())
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

/// Maps a source directly to a target: a new mapping, or another source for the one that is there.
fn map(workspace: Workspace, source: &str, target: &str) {
    let kind = workspace.selection.get_untracked().kind;
    let (existing, end) = workspace.plan.with_untracked(|plan| {
        let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
        (mappings.iter().position(|mapping| mapping.target_attribute == target), mappings.len())
    });
    let (edit, index, said) = match existing {
        Some(index) => {
            let source = MappingSource::Direct { attribute: source.to_owned() };
            (Edit::SetSource { kind, index, source }, index, "replaces its source")
        }
        None => {
            (Edit::InsertMapping { kind, index: end, mapping: AttributeMapping::direct(source, target) }, end, "added")
        }
    };
    workspace.dispatch(vec![edit], &format!("Map {source} to {target}"), None);
    workspace.select(kind, Some(index));
    workspace.announce(format!("Mapped {source} to {target}: {said}"));
}

/// The curves and their chips. Decoration: the rows say the same in words.
#[component]
fn Wires(sources: Memo<Column>, targets: Memo<Column>, kind: Memo<ObjectKind>) -> impl IntoView {
    let workspace = use_workspace();
    let height = Memo::new(move |_| {
        let left = sources.with(geometry::height);
        targets.with(geometry::height).max(left).max(1.0)
    });
    let drawn = Memo::new(move |_| {
        let mappings = workspace.plan.with(|plan| {
            plan.object_mapping(kind.get()).map(|object| object.attribute_mappings.clone()).unwrap_or_default()
        });
        let mut drawn = Vec::new();
        for (index, mapping) in mappings.iter().enumerate() {
            let Some(to) = targets.with(|column| geometry::middle(column, &mapping.target_attribute)) else { continue };
            for name in columns::sources_of(mapping) {
                if let Some(from) = sources.with(|column| geometry::middle(column, &name)) {
                    drawn.push((index, wire_kind(mapping), chip(mapping), from, to));
                }
            }
        }
        drawn
    });
    let lit = move |index: usize| {
        let looked_at = workspace.view.highlighted.get().or(workspace.selection.get().mapping);
        match looked_at {
            Some(one) if one == index => "lit",
            Some(_) => "faded",
            None => "plain",
        }
    };
    view! {
        <div class="board-wires" aria-hidden="true" style:height=move || format!("{}px", height.get())>
            <svg preserveAspectRatio="none" viewBox=move || format!("0 0 100 {}", height.get())>
                {move || drawn.get().into_iter().map(|(index, kind, _, from, to)| view! {
                    <path class="board-wire" data-kind=kind data-lit=move || lit(index) d=geometry::curve(from, to) vector-effect="non-scaling-stroke"></path>
                }).collect_view()}
            </svg>
            {move || drawn.get().into_iter().filter_map(|(index, kind, chip, from, to)| chip.map(|chip| view! {
                <span class="board-chip" data-kind=kind data-lit=move || lit(index) style:top=format!("{}px", f64::midpoint(from, to))>{chip}</span>
            })).collect_view()}
        </div>
    }
    .into_any()
}

fn wire_kind(mapping: &AttributeMapping) -> &'static str {
    match (&mapping.source, mapping.matching_precedence) {
        (_, Some(_)) => "match",
        (MappingSource::Expression { .. }, _) => "expression",
        (MappingSource::Constant { .. }, _) => "constant",
        _ => "direct",
    }
}

fn chip(mapping: &AttributeMapping) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(precedence) = mapping.matching_precedence {
        parts.push(format!("match · {}", precedence.get()));
    }
    if let MappingSource::Expression { expression } = &mapping.source {
        parts.push(format!("ƒ {}", expression.split('(').next().unwrap_or_default().trim()));
    }
    if mapping.flow_type == AttributeFlowType::ObjectAddOnly {
        parts.push("creation only".to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
