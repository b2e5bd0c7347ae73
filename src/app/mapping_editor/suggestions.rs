//! The attribute names that the form suggests while you type.

use leptos::prelude::*;

use crate::{
    app::state::use_workspace,
    catalog::{listed_targets, source_attributes},
    plan::{AttributeSide, ObjectKind},
};

/// Source attributes, the plan's own last.
#[component]
pub(super) fn SourceSuggestions(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let own = workspace.plan.with_untracked(|plan| plan.attribute_definitions.side(AttributeSide::Source).to_vec());
    view! {
        <datalist id="source-attributes">
            {source_attributes(kind).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
            {own.into_iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
        </datalist>
    }
    .into_any()
}

/// Target attributes with the application's name for them, the plan's own last.
#[component]
pub(super) fn TargetSuggestions(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let listed = workspace.plan.with_untracked(|plan| listed_targets(plan, kind));
    view! {
        <datalist id="target-attributes">
            {listed.into_iter().map(|one| view! {
                <option value=one.path label=(!one.field.is_empty()).then_some(one.field)></option>
            }).collect_view()}
        </datalist>
    }
    .into_any()
}
