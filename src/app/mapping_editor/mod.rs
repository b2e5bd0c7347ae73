//! The inspector: Entra's Edit Attribute form for the selected mapping.

mod apply_fields;
mod commands;
mod source_fields;
mod suggestions;

pub use commands::{add, edit, remove, select};

use leptos::prelude::*;

use super::{
    expression_editor::ResultLine,
    plan_field::plan_field,
    problems::{FieldProblems, control},
    state::use_workspace,
    widgets::{Button, ButtonKind, Entry, Field as LabelledField, Icon, IconName, TextInput},
};
use crate::{
    catalog::{Description, profile_of, target_attribute},
    editor::{MappingId, MergeKey},
    lint::Field,
    plan::{AttributeMapping, AttributePath, Edit, ObjectKind},
};

/// The mapping in the form.
#[derive(Clone, Copy)]
struct Edited {
    id: MappingId,
    kind: ObjectKind,
    mapping: Memo<AttributeMapping>,
}

impl Edited {
    /// The entry of one of its fields. `edit` turns the text into an edit; none while the text is not valid.
    fn field(
        self,
        field: Field,
        label: &'static str,
        value: Signal<String>,
        edit: impl Fn(String, ObjectKind, usize) -> Option<Edit> + Send + Sync + 'static,
    ) -> Entry {
        let workspace = use_workspace();
        plan_field(MergeKey::Mapping(self.id, field), label, value, move |text| {
            let (kind, index) = untrack(|| workspace.place_of(self.id))?;
            Some(vec![edit(text, kind, index)?])
        })
    }
}

/// The inspector, while a mapping is selected.
#[component]
pub fn Inspector() -> impl IntoView {
    let workspace = use_workspace();
    let selected = Memo::new(move |_| {
        let selection = workspace.selection.get();
        selection.mapping.map(|id| (selection.kind, id))
    });
    move || selected.get().map(|(kind, id)| view! { <Form kind id /> })
}

#[component]
fn Form(kind: ObjectKind, id: MappingId) -> impl IntoView {
    let workspace = use_workspace();
    let mapping = Memo::new(move |_| workspace.mapping(id).unwrap_or_default());
    let edited = Edited { id, kind, mapping };
    let target = Memo::new(move |_| mapping.with(|mapping| mapping.target_attribute.clone()));
    let title = move || {
        let target = target.get();
        if target.is_empty() {
            return "New mapping".to_owned();
        }
        AttributePath::parse(&target).map_or_else(|_| target.clone(), |path| path.short())
    };
    let description = move || {
        let target = target.get();
        workspace.plan.with(|plan| {
            let profile = profile_of(plan);
            if let Some(own) = profile.attribute(kind, &target) {
                return Some(match own.fills {
                    Some(field) => format!("{} {}: {}.", own.description, profile.words.capital, field.name),
                    None => own.description.to_owned(),
                });
            }
            target_attribute(kind, &target).map(|known| known.description.to_owned())
        })
    };
    let characteristics =
        Memo::new(move |_| workspace.plan.with(|plan| Some(Description::of(plan).get(kind, &target.get())?.summary())));
    let target_attribute =
        edited.field(Field::TargetAttribute, "Change the target attribute", target.into(), |text, kind, index| {
            Some(Edit::SetTargetAttribute { kind, index, target_attribute: text })
        });
    let default = Signal::derive(move || mapping.with(|mapping| mapping.default_value.clone().unwrap_or_default()));
    let default_value = edited.field(Field::DefaultValue, "Change the default value", default, |text, kind, index| {
        let value = Some(text).filter(|text| !text.is_empty());
        Some(Edit::SetDefaultValue { kind, index, value })
    });
    view! {
        <aside id="inspector" class="inspector" aria-label="Edit attribute" tabindex="-1">
            <header>
                <div>
                    <span class="muted">"Edit attribute"</span>
                    <h2>{title}</h2>
                    <p class="muted">{description}</p>
                    {move || characteristics.get().map(|summary| view! {
                        <p class="muted described"><b>"The application describes it as: "</b>{summary}</p>
                    })}
                </div>
                <Button kind=ButtonKind::Icon label="Close the inspector" on_press=move || workspace.select(kind, None)>
                    <Icon name=IconName::Cross />
                </Button>
            </header>
            <FieldProblems mapping=id fields=vec![None] />
            <source_fields::SourceFields edited />
            <ResultLine mapping=id />
            <LabelledField label="Default value if null (optional)" control=control(Field::DefaultValue)>
                <TextInput entry=default_value id=control(Field::DefaultValue) />
                <FieldProblems mapping=id fields=vec![Some(Field::DefaultValue)] />
            </LabelledField>
            <LabelledField label="Target attribute" control=control(Field::TargetAttribute)>
                <TextInput entry=target_attribute id=control(Field::TargetAttribute) mono=true list="target-attributes" />
                <suggestions::TargetSuggestions kind />
                <FieldProblems mapping=id fields=vec![Some(Field::TargetAttribute)] />
            </LabelledField>
            <apply_fields::ApplyFields edited />
            <footer>
                <span class="spacer"></span>
                <Button kind=ButtonKind::Danger on_press=move || commands::remove(workspace, id)>
                    "Delete mapping"
                </Button>
            </footer>
        </aside>
    }
    .into_any()
}
