//! The inspector: Entra's Edit Attribute form for the selected mapping.

mod apply_fields;
mod commands;
mod source_fields;
mod suggestions;

pub use commands::{add, edit, remove};

use leptos::prelude::*;

use super::{
    expression_editor::ResultLine,
    plan_field::plan_field,
    problems::{FieldProblems, control},
    state::use_workspace,
    widgets::{Button, ButtonKind, Field as LabelledField, Icon, IconName, TextInput},
};
use crate::{
    catalog::target_attribute,
    lint::Field,
    plan::{AttributeMapping, AttributePath, Edit, ObjectKind},
};

/// The mapping that is edited: its place and what it is now.
#[derive(Clone, Copy)]
struct Edited {
    kind: ObjectKind,
    index: usize,
    mapping: Memo<AttributeMapping>,
}

/// The inspector, while a mapping is selected.
#[component]
pub fn Inspector() -> impl IntoView {
    let workspace = use_workspace();
    let selected = Memo::new(move |_| {
        let selection = workspace.selection.get();
        selection.mapping.map(|index| (selection.kind, index))
    });
    move || selected.get().map(|(kind, index)| view! { <Form kind index /> })
}

#[component]
fn Form(kind: ObjectKind, index: usize) -> impl IntoView {
    let workspace = use_workspace();
    let mapping = Memo::new(move |_| {
        workspace.plan.with(|plan| plan.attribute_mapping(kind, index).cloned()).unwrap_or_default()
    });
    let edited = Edited { kind, index, mapping };
    let target = Memo::new(move |_| mapping.with(|mapping| mapping.target_attribute.clone()));
    let title = move || {
        let target = target.get();
        if target.is_empty() {
            return "New mapping".to_owned();
        }
        AttributePath::parse(&target).map_or_else(|_| target.clone(), |path| path.short())
    };
    let description = move || {
        target_attribute(kind, &target.get()).map(|known| match known.staffbase {
            Some(field) => format!("{} Staffbase: {}.", known.description, field.name),
            None => known.description.to_owned(),
        })
    };
    let target_attribute =
        plan_field(format!("target {kind:?} {index}"), "Change the target attribute", target.into(), move |text| {
            Some(vec![Edit::SetTargetAttribute { kind, index, target_attribute: text }])
        });
    let default = Signal::derive(move || mapping.with(|mapping| mapping.default_value.clone().unwrap_or_default()));
    let default_value =
        plan_field(format!("default {kind:?} {index}"), "Change the default value", default, move |text| {
            let value = Some(text).filter(|text| !text.is_empty());
            Some(vec![Edit::SetDefaultValue { kind, index, value }])
        });
    view! {
        <aside id="inspector" class="inspector" aria-label="Edit attribute" tabindex="-1">
            <header>
                <div>
                    <span class="muted">"Edit attribute"</span>
                    <h2>{title}</h2>
                    <p class="muted">{description}</p>
                </div>
                <Button kind=ButtonKind::Icon label="Close the inspector" on_press=move || workspace.select(kind, None)>
                    <Icon name=IconName::Cross />
                </Button>
            </header>
            <FieldProblems kind mapping=index fields=vec![None] />
            <source_fields::SourceFields edited />
            <ResultLine mapping=index />
            <LabelledField label="Default value if null (optional)" control=control(Field::DefaultValue)>
                <TextInput entry=default_value id=control(Field::DefaultValue) />
                <FieldProblems kind mapping=index fields=vec![Some(Field::DefaultValue)] />
            </LabelledField>
            <LabelledField label="Target attribute" control=control(Field::TargetAttribute)>
                <TextInput entry=target_attribute id=control(Field::TargetAttribute) mono=true list="target-attributes" />
                <suggestions::TargetSuggestions kind />
                <FieldProblems kind mapping=index fields=vec![Some(Field::TargetAttribute)] />
            </LabelledField>
            <apply_fields::ApplyFields edited />
            <footer>
                <span class="spacer"></span>
                <Button kind=ButtonKind::Danger on_press=move || commands::remove(workspace, kind, index)>
                    "Delete mapping"
                </Button>
            </footer>
        </aside>
    }
    .into_any()
}
