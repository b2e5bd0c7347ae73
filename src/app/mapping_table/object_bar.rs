//! "Enabled" and "Target object actions".

use leptos::prelude::*;

use crate::{
    app::{state::use_workspace, widgets::Check},
    plan::{Edit, ObjectFlowTypes, ObjectKind},
};

/// The settings of the object mapping as a whole.
#[component]
pub(super) fn ObjectBar(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let enabled =
        Memo::new(move |_| workspace.plan.with(|plan| plan.object_mapping(kind).is_some_and(|one| one.enabled)));
    let actions = Memo::new(move |_| {
        workspace.plan.with(|plan| plan.object_mapping(kind).map(|one| one.actions).unwrap_or_default())
    });
    let switch = move |enabled: bool| {
        let label = if enabled { "Enable the mapping" } else { "Disable the mapping" };
        workspace.dispatch(vec![Edit::SetObjectMappingEnabled { kind, enabled }], label, None);
    };
    let action = move |label: &'static str, get: fn(&ObjectFlowTypes) -> bool, set: fn(&mut ObjectFlowTypes, bool)| {
        let change = move |is_on: bool| {
            let mut actions = actions.get_untracked();
            set(&mut actions, is_on);
            workspace.dispatch(vec![Edit::SetActions { kind, actions }], "Change the target object actions", None);
        };
        view! { <Check checked=Signal::derive(move || actions.with(get)) on_change=change>{label}</Check> }
    };
    view! {
        <div class="mapping-table-bar">
            <Check checked=enabled on_change=switch>"Enabled"</Check>
            <fieldset>
                <legend>"Target object actions"</legend>
                {action("Create", |one| one.create, |one, on| one.create = on)}
                {action("Update", |one| one.update, |one, on| one.update = on)}
                {action("Delete", |one| one.delete, |one, on| one.delete = on)}
            </fieldset>
        </div>
    }
    .into_any()
}
