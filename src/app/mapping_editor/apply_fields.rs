//! "Match objects using this attribute", "Matching precedence" and "Apply this mapping".

use leptos::prelude::*;

use super::Edited;
use crate::{
    app::{
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Choice, Entry, Field as LabelledField, NumberInput, SegmentedControl, whole_number},
    },
    lint::Field,
    plan::{AttributeFlowType, Edit, MatchingPrecedence, ObjectMapping},
};

/// The last fields of the form.
#[component]
pub(super) fn ApplyFields(edited: Edited) -> impl IntoView {
    let workspace = use_workspace();
    let Edited { id, kind, mapping } = edited;
    let precedence = Memo::new(move |_| mapping.with(|mapping| mapping.matching_precedence));
    let matches = Memo::new(move |_| precedence.get().is_some());
    let flow_type = Memo::new(move |_| mapping.with(|mapping| mapping.flow_type));
    let choose = move |chosen: usize| {
        let is_on = chosen == 1;
        if is_on == matches.get_untracked() {
            return;
        }
        let next = workspace
            .plan
            .with_untracked(|plan| plan.object_mapping(kind).map(ObjectMapping::next_matching_precedence));
        let precedence = next.filter(|_| is_on);
        let label = if is_on { "Match objects using this attribute" } else { "No longer match using this attribute" };
        workspace.edit_mapping(id, label, |kind, index| Edit::SetMatchingPrecedence { kind, index, precedence });
    };
    let options = Signal::derive(move || {
        let option = |one: AttributeFlowType| (one.label().to_owned(), one.label().to_owned());
        flow_type.get().choices().into_iter().map(option).collect::<Vec<_>>()
    });
    let apply = move |label: String| {
        if let Some(flow_type) = AttributeFlowType::from_label(&label) {
            let label = "Change when the mapping applies";
            workspace.edit_mapping(id, label, |kind, index| Edit::SetFlowType { kind, index, flow_type });
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
                <NumberInput entry=precedence_entry(edited) id=control(Field::MatchingPrecedence) least=1 />
            </LabelledField>
        })}
        <FieldProblems mapping=id fields=vec![Some(Field::MatchingPrecedence)] />
        <LabelledField label="Apply this mapping" control=control(Field::FlowType)>
            <Choice id=control(Field::FlowType) options chosen=Signal::derive(move || flow_type.get().label().to_owned()) on_choose=apply />
            <FieldProblems mapping=id fields=vec![Some(Field::FlowType)] />
        </LabelledField>
    }
    .into_any()
}

fn precedence_entry(edited: Edited) -> Entry {
    let value = Signal::derive(move || {
        let precedence = edited.mapping.with(|mapping| mapping.matching_precedence);
        precedence.map(|precedence| precedence.get().to_string()).unwrap_or_default()
    });
    edited.field(Field::MatchingPrecedence, "Change the matching precedence", value, |text, kind, index| {
        let precedence = Some(whole_number(&text).and_then(MatchingPrecedence::new)?);
        Some(Edit::SetMatchingPrecedence { kind, index, precedence })
    })
}
