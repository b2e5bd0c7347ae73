//! One mapping.

use leptos::{ev, prelude::*};

use crate::{
    app::{expression_editor::readable, mapping_editor, state::use_workspace, widgets::SeverityMark},
    editor::MappingId,
    plan::{Edit, MappingSource, MatchingPrecedence},
    simulate::Flow,
};

/// A row. The table is one tab stop; arrow keys move inside it.
#[component]
pub(super) fn Row(id: MappingId, #[prop(into)] first: Signal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let mapping = Memo::new(move |_| workspace.mapping(id).unwrap_or_default());
    let selected = Memo::new(move |_| workspace.selection.with(|selection| selection.mapping == Some(id)));
    let nothing_selected = Memo::new(move |_| workspace.selection.with(|selection| selection.mapping.is_none()));
    let value = move || {
        workspace.value_of(id, |resolved| match &resolved.flow {
            Flow::Value { value, .. } => view! { <span>{readable(value)}</span> }.into_any(),
            Flow::DidNotFlow(reason) => view! { <span class="muted">{reason.to_string()}</span> }.into_any(),
        })
    };
    let problems = move || {
        workspace.problems.with(|problems| {
            let here: Vec<_> = problems.iter().filter(|problem| problem.mapping == Some(id)).collect();
            here.first().map(|worst| {
                let message = worst.diagnostic.message.clone();
                view! {
                    <span class="mapping-problems" title=message><SeverityMark severity=worst.diagnostic.severity.label() /> {here.len()}</span>
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
            tabindex=move || if selected.get() || (first.get() && nothing_selected.get()) { "0" } else { "-1" }
            aria-selected=move || if selected.get() { "true" } else { "false" }
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
