//! "Match objects using this attribute", "Matching precedence" and "Apply this mapping".

use leptos::prelude::*;

use super::Edited;
use crate::{
    app::{
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Field as LabelledField, SegmentedControl},
    },
    lint::Field,
    plan::{AttributeFlowType, Edit, MatchingPrecedence},
};

/// The last fields of the form.
#[component]
pub(super) fn ApplyFields(edited: Edited) -> impl IntoView {
    let workspace = use_workspace();
    let Edited { kind, index, mapping } = edited;
    let precedence = Memo::new(move |_| mapping.with(|mapping| mapping.matching_precedence));
    let matches = Memo::new(move |_| precedence.get().is_some());
    let flow_type = Memo::new(move |_| mapping.with(|mapping| mapping.flow_type));
    let choose = move |chosen: usize| {
        let free = workspace.plan.with_untracked(|plan| {
            let last = plan
                .object_mapping(kind)
                .and_then(|object| object.matching().last().and_then(|(_, one)| one.matching_precedence));
            MatchingPrecedence::new(last.map_or(1, |last| last.get().saturating_add(1)))
        });
        let precedence = if chosen == 1 { free } else { None };
        let edit = Edit::SetMatchingPrecedence { kind, index, precedence };
        let label =
            if chosen == 1 { "Match objects using this attribute" } else { "No longer match using this attribute" };
        if (chosen == 1) != matches.get_untracked() {
            workspace.dispatch(vec![edit], label, None);
        }
    };
    let options = move || {
        let current = flow_type.get();
        let mut offered = vec![AttributeFlowType::Always, AttributeFlowType::ObjectAddOnly];
        if !offered.contains(&current) {
            offered.push(current);
        }
        offered
            .into_iter()
            .map(|one| view! { <option value=one.label() selected=one == current>{one.label()}</option> })
            .collect_view()
    };
    let apply = move |event| {
        let value = event_target_value(&event);
        let offered = [AttributeFlowType::Always, AttributeFlowType::ObjectAddOnly, flow_type.get_untracked()];
        if let Some(flow_type) = offered.into_iter().find(|one| one.label() == value) {
            workspace.dispatch(
                vec![Edit::SetFlowType { kind, index, flow_type }],
                "Change when the mapping applies",
                None,
            );
        }
    };
    view! {
        <div class="field" data-inline="true">
            <span class="field-label" aria-hidden="true">"Match objects using this attribute"</span>
            <SegmentedControl
                label="Match objects using this attribute"
                options=vec!["No", "Yes"]
                selected=Signal::derive(move || usize::from(matches.get()))
                on_select=choose
            />
        </div>
        {move || matches.get().then(|| view! {
            <LabelledField label="Matching precedence" control=control(Field::MatchingPrecedence) inline=true>
                <input
                    id=control(Field::MatchingPrecedence)
                    type="number"
                    min="1"
                    step="1"
                    prop:value=move || precedence.get().map_or(1, MatchingPrecedence::get).to_string()
                    on:change=move |event| {
                        let number = event_target_value(&event).parse().ok().and_then(MatchingPrecedence::new);
                        if number.is_some() {
                            let edit = Edit::SetMatchingPrecedence { kind, index, precedence: number };
                            workspace.dispatch(vec![edit], "Change the matching precedence", None);
                        }
                    }
                />
            </LabelledField>
        })}
        <FieldProblems kind mapping=index fields=vec![Some(Field::MatchingPrecedence)] />
        <LabelledField label="Apply this mapping" control=control(Field::FlowType)>
            <select id=control(Field::FlowType) prop:value=move || flow_type.get().label() on:change=apply>{options}</select>
            <FieldProblems kind mapping=index fields=vec![Some(Field::FlowType)] />
        </LabelledField>
    }
    .into_any()
}
