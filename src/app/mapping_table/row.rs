//! One mapping.

use leptos::{ev, prelude::*};

use crate::{
    app::{expression_editor::readable, mapping_editor, state::use_workspace, widgets::SeverityMark},
    plan::{Edit, MappingSource, MatchingPrecedence, ObjectKind},
    simulate::Flow,
};

/// A row. The table is one tab stop; arrow keys move inside it.
#[component]
pub(super) fn Row(kind: ObjectKind, index: usize, #[prop(into)] first: Signal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let mapping = Memo::new(move |_| {
        workspace.plan.with(|plan| plan.attribute_mapping(kind, index).cloned()).unwrap_or_default()
    });
    let selected = Memo::new(move |_| workspace.selection.with(|selection| selection.mapping == Some(index)));
    let nothing_selected = Memo::new(move |_| workspace.selection.with(|selection| selection.mapping.is_none()));
    let value = move || {
        workspace.resolved.with(|resolved| match resolved.get(index).map(|one| &one.flow) {
            Some(Flow::Value { value, .. }) => view! { <span>{readable(value)}</span> }.into_any(),
            Some(Flow::DidNotFlow(reason)) => view! { <span class="muted">{reason.to_string()}</span> }.into_any(),
            None => ().into_any(),
        })
    };
    let problems = move || {
        workspace.analysis.with(|analysis| {
            let here: Vec<_> = analysis
                .open_problems()
                .filter(|problem| problem.place.kind == Some(kind) && problem.place.mapping == Some(index))
                .collect();
            here.first().map(|worst| {
                let message = worst.message.clone();
                view! {
                    <span class="mapping-problems" title=message><SeverityMark severity=worst.severity.label() /> {here.len()}</span>
                }
            })
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
        let step = |to: usize| {
            let edit = Edit::MoveMapping { kind, from: index, to };
            workspace.dispatch(vec![edit], "Move the mapping", None);
            if selected.get_untracked() {
                workspace.select(kind, Some(to));
            }
            workspace.announce(format!("Moved to row {}", to + 1));
        };
        match (event.key().as_str(), event.alt_key()) {
            ("ArrowDown", true) => {
                let count = workspace
                    .plan
                    .with_untracked(|plan| plan.object_mapping(kind).map_or(0, |one| one.attribute_mappings.len()));
                if index + 1 < count {
                    step(index + 1);
                    super::focus_row(&event, |at, _| at + 1);
                }
            }
            ("ArrowUp", true) => {
                if let Some(to) = index.checked_sub(1) {
                    step(to);
                    super::focus_row(&event, |at, _| at - 1);
                }
            }
            ("ArrowDown", false) => super::focus_row(&event, |at, _| at + 1),
            ("ArrowUp", false) => super::focus_row(&event, |at, _| at - 1),
            ("Home", _) => super::focus_row(&event, |_, _| 0),
            ("End", _) => super::focus_row(&event, |_, count| count - 1),
            ("Enter" | "F2", _) => {
                event.prevent_default();
                mapping_editor::edit(workspace, kind, index);
            }
            ("Delete", _) => {
                super::focus_row(&event, |at, count| if at + 1 == count { at - 1 } else { at });
                mapping_editor::remove(workspace, kind, index);
            }
            _ => {}
        }
    };
    view! {
        <tr
            tabindex=move || if selected.get() || (first.get() && nothing_selected.get()) { "0" } else { "-1" }
            aria-selected=move || if selected.get() { "true" } else { "false" }
            on:click=move |_| workspace.select(kind, Some(index))
            on:mouseenter=move |_| workspace.view.highlighted.set(Some(index))
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
