//! "Mapping type" and the field that belongs to it.

use leptos::prelude::*;

use super::{Edited, suggestions::SourceSuggestions};
use crate::{
    app::{
        expression_editor::ExpressionEditor,
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Field as LabelledField, SegmentedControl},
    },
    expression::{attribute_names, parse},
    lint::Field,
    plan::{Edit, MappingSource},
};

const fn place(source: &MappingSource) -> usize {
    match source {
        MappingSource::Direct { .. } => 0,
        MappingSource::Constant { .. } => 1,
        MappingSource::Expression { .. } => 2,
        MappingSource::None => 3,
    }
}

/// The same source as another type, with as much of it as makes sense there.
fn convert(source: &MappingSource, to: usize) -> MappingSource {
    match to {
        0 => MappingSource::Direct {
            attribute: match source {
                MappingSource::Expression { expression } => parse(expression)
                    .tree
                    .and_then(|tree| attribute_names(&tree).into_iter().next())
                    .map(|(name, _)| name)
                    .unwrap_or_default(),
                _ => String::new(),
            },
        },
        1 => MappingSource::Constant { value: String::new() },
        2 => MappingSource::Expression {
            expression: match source {
                MappingSource::Direct { attribute } if !attribute.is_empty() => format!("[{attribute}]"),
                MappingSource::Constant { value } => format!("\"{}\"", value.replace('"', "\\\"")),
                _ => String::new(),
            },
        },
        _ => MappingSource::None,
    }
}

/// The first fields of the form.
#[component]
pub(super) fn SourceFields(edited: Edited) -> impl IntoView {
    let workspace = use_workspace();
    let Edited { kind, index, mapping } = edited;
    let kind_of_source = Memo::new(move |_| mapping.with(|mapping| place(&mapping.source)));
    let text = Signal::derive(move || mapping.with(|mapping| mapping.source.text().to_owned()));
    let set = move |source, label: &'static str| {
        let key = format!("source {kind:?} {index}");
        workspace.dispatch(vec![Edit::SetSource { kind, index, source }], label, Some(&key));
    };
    let choose = move |to| {
        let source = mapping.with_untracked(|mapping| convert(&mapping.source, to));
        if to != kind_of_source.get_untracked() {
            workspace.dispatch(vec![Edit::SetSource { kind, index, source }], "Change the mapping type", None);
        }
    };
    let field = move || {
        match kind_of_source.get() {
        0 => view! {
            <LabelledField label="Source attribute" control=control(Field::SourceAttribute)>
                <input
                    id=control(Field::SourceAttribute)
                    data-mono="true"
                    list="source-attributes"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || text.get()
                    on:input=move |event| {
                        set(MappingSource::Direct { attribute: event_target_value(&event) }, "Change the source attribute");
                    }
                    on:blur=move |_| workspace.close_step()
                />
                <SourceSuggestions kind />
                <FieldProblems kind mapping=index fields=vec![Some(Field::SourceAttribute)] />
            </LabelledField>
        }
        .into_any(),
        1 => view! {
            <LabelledField label="Constant value" control=control(Field::Constant)>
                <input
                    id=control(Field::Constant)
                    autocomplete="off"
                    prop:value=move || text.get()
                    on:input=move |event| set(MappingSource::Constant { value: event_target_value(&event) }, "Change the constant")
                    on:blur=move |_| workspace.close_step()
                />
                <FieldProblems kind mapping=index fields=vec![Some(Field::Constant)] />
            </LabelledField>
        }
        .into_any(),
        2 => view! { <ExpressionEditor kind mapping=index text /> }.into_any(),
        _ => view! { <p class="field-hint">"Entra leaves the target as it is; an empty one gets the default value."</p> }.into_any(),
    }
    };
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">"Mapping type"</span>
            <SegmentedControl
                label="Mapping type"
                options=vec!["Direct", "Constant", "Expression", "None"]
                selected=kind_of_source
                on_select=choose
                wide=true
            />
        </div>
        {field}
    }
    .into_any()
}
