//! A text field of the settings with its problems.

use leptos::prelude::*;

use crate::{
    app::{
        plan_field::plan_field,
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Field as LabelledField, TextInput},
    },
    editor::MergeKey,
    lint::Field,
    plan::{Edit, Plan},
};

/// One line of text: its name, its value in the plan, and the edit that changes it.
#[component]
pub(super) fn TextSetting(
    label: &'static str,
    field: Field,
    hint: &'static str,
    #[prop(optional)] placeholder: &'static str,
    #[prop(optional)] list: &'static str,
    get: fn(&Plan) -> &str,
    edit: fn(String) -> Edit,
) -> impl IntoView {
    let workspace = use_workspace();
    let value = Memo::new(move |_| workspace.plan.with(|plan| get(plan).to_owned()));
    let entry = plan_field(MergeKey::Setting(field), format!("Change {label}"), value.into(), move |text| {
        Some(vec![edit(text)])
    });
    view! {
        <LabelledField label control=control(field) hint=hint>
            <TextInput entry id=control(field) placeholder list />
            <FieldProblems fields=vec![Some(field)] />
        </LabelledField>
    }
    .into_any()
}
