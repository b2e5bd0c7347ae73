//! The inspector: Entra's Edit Attribute form for the selected mapping.

mod apply_fields;
mod source_fields;
mod suggestions;

use leptos::prelude::*;

use super::{
    expression_editor::ResultLine,
    problems::{FieldProblems, control},
    services::files,
    state::use_workspace,
    widgets::{Button, ButtonKind, Field as LabelledField, Icon, IconName},
};
use crate::{
    catalog::target_attribute,
    lint::Field,
    plan::{AttributeMapping, AttributePath, Edit, ObjectKind},
};

/// A mapping that is being edited: its address and its present state.
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
                <input
                    id=control(Field::DefaultValue)
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || mapping.with(|mapping| mapping.default_value.clone().unwrap_or_default())
                    on:input=move |event| {
                        let value = Some(event_target_value(&event)).filter(|value| !value.is_empty());
                        let edit = Edit::SetDefaultValue { kind, index, value };
                        workspace.dispatch(vec![edit], "Change the default value", Some(&format!("default {kind:?} {index}")));
                    }
                    on:blur=move |_| workspace.close_step()
                />
                <FieldProblems kind mapping=index fields=vec![Some(Field::DefaultValue)] />
            </LabelledField>
            <LabelledField label="Target attribute" control=control(Field::TargetAttribute)>
                <input
                    id=control(Field::TargetAttribute)
                    data-mono="true"
                    list="target-attributes"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || target.get()
                    on:input=move |event| {
                        let edit = Edit::SetTargetAttribute { kind, index, target_attribute: event_target_value(&event) };
                        workspace.dispatch(vec![edit], "Change the target attribute", Some(&format!("target {kind:?} {index}")));
                    }
                    on:blur=move |_| workspace.close_step()
                />
                <suggestions::TargetSuggestions kind />
                <FieldProblems kind mapping=index fields=vec![Some(Field::TargetAttribute)] />
            </LabelledField>
            <apply_fields::ApplyFields edited />
            <footer>
                <span class="spacer"></span>
                <Button kind=ButtonKind::Danger on_press=move || super::mapping_table::remove(workspace, kind, index)>
                    "Delete mapping"
                </Button>
            </footer>
        </aside>
    }
    .into_any()
}

/// Opens the inspector on a mapping and puts the focus into it.
pub fn edit(workspace: super::state::Workspace, kind: ObjectKind, index: usize) {
    workspace.select(kind, Some(index));
    files::focus("inspector");
}
