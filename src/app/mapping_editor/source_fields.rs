//! "Mapping type" and the field that belongs to it.

use leptos::prelude::*;

use super::{Edited, suggestions::SourceSuggestions};
use crate::{
    app::{
        expression_editor::ExpressionEditor,
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Entry, Field as LabelledField, SegmentedControl, TextInput},
    },
    editor::converted,
    lint::Field,
    plan::{Edit, MappingSource, MappingType},
};

/// The first fields of the form.
#[component]
pub(super) fn SourceFields(edited: Edited) -> impl IntoView {
    let workspace = use_workspace();
    let Edited { id, kind, mapping } = edited;
    let mapping_type = Memo::new(move |_| mapping.with(|mapping| mapping.source.mapping_type()));
    let text = Signal::derive(move || mapping.with(|mapping| mapping.source.text().to_owned()));
    let choose = move |chosen: usize| {
        let Some(to) = MappingType::ALL.get(chosen).copied() else { return };
        if to != mapping_type.get_untracked() {
            let source = mapping.with_untracked(|mapping| converted(&mapping.source, to));
            workspace.edit_mapping(id, "Change the mapping type", |kind, index| Edit::SetSource {
                kind,
                index,
                source,
            });
        }
    };
    let entry = move |field: Field, label: &'static str, source: fn(String) -> MappingSource| -> Entry {
        edited.field(field, label, text, move |text, kind, index| {
            Some(Edit::SetSource { kind, index, source: source(text) })
        })
    };
    let field = move || {
        match mapping_type.get() {
        MappingType::Direct => {
            let entry = entry(Field::SourceAttribute, "Change the source attribute", |attribute| MappingSource::Direct { attribute });
            view! {
                <LabelledField label="Source attribute" control=control(Field::SourceAttribute)>
                    <TextInput entry id=control(Field::SourceAttribute) mono=true list="source-attributes" />
                    <SourceSuggestions kind />
                    <FieldProblems mapping=id fields=vec![Some(Field::SourceAttribute)] />
                </LabelledField>
            }
            .into_any()
        }
        MappingType::Constant => {
            let entry = entry(Field::Constant, "Change the constant", |value| MappingSource::Constant { value });
            view! {
                <LabelledField label="Constant value" control=control(Field::Constant)>
                    <TextInput entry id=control(Field::Constant) />
                    <FieldProblems mapping=id fields=vec![Some(Field::Constant)] />
                </LabelledField>
            }
            .into_any()
        }
        MappingType::Expression => view! { <ExpressionEditor kind mapping=id text /> }.into_any(),
        MappingType::None => view! {
            <p class="field-hint">"Entra leaves the target attribute unchanged. An empty one gets the default value."</p>
        }
        .into_any(),
    }
    };
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">"Mapping type"</span>
            <SegmentedControl
                label="Mapping type"
                options=MappingType::ALL.map(MappingType::label).to_vec()
                selected=Signal::derive(move || {
                    let shown = mapping_type.get();
                    MappingType::ALL.iter().position(|one| *one == shown).unwrap_or_default()
                })
                on_select=choose
                wide=true
            />
        </div>
        {field}
    }
    .into_any()
}
