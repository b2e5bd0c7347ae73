//! A text field of the settings with the problems that sit at it.

use leptos::prelude::*;

use crate::{
    app::{
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::Field as LabelledField,
    },
    lint::Field,
    plan::{Edit, Plan},
};

/// One line of text: what it is called, where it stands in the plan, and the edit that changes it.
#[component]
pub(super) fn TextSetting(
    label: &'static str,
    field: Field,
    hint: &'static str,
    #[prop(optional)] placeholder: &'static str,
    #[prop(optional)] list: Option<&'static str>,
    get: fn(&Plan) -> &str,
    edit: fn(String) -> Edit,
) -> impl IntoView {
    let workspace = use_workspace();
    let text = Memo::new(move |_| workspace.plan.with(|plan| get(plan).to_owned()));
    view! {
        <LabelledField label control=control(field) hint=hint>
            <input
                id=control(field)
                autocomplete="off"
                spellcheck="false"
                placeholder=placeholder
                list=list
                prop:value=move || text.get()
                on:input=move |event| {
                    workspace.dispatch(vec![edit(event_target_value(&event))], &format!("Change {label}"), Some(label));
                }
                on:blur=move |_| workspace.close_step()
            />
            <FieldProblems fields=vec![Some(field)] />
        </LabelledField>
    }
    .into_any()
}
