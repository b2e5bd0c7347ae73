//! The buttons of a problem.

use leptos::prelude::*;

use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind},
    },
    lint::Fix,
};

/// One button for each repair. Its label says what it does. Under the pointer or with the focus, it shows before and after.
#[component]
pub(super) fn FixButtons(fixes: Vec<Fix>) -> impl IntoView {
    let workspace = use_workspace();
    fixes
        .into_iter()
        .take(2)
        .map(|fix| {
            let label = fix.label.clone();
            let preview: Vec<_> =
                workspace.plan.with_untracked(|plan| fix.edits.iter().filter_map(|edit| edit.summary(plan)).collect());
            let press = move || super::apply_fix(workspace, &fix);
            view! {
                <span class="fix-choice">
                    <Button kind=ButtonKind::Fix on_press=press>{label}</Button>
                    <span class="fix-preview" role="note">
                        {preview.into_iter().map(|line| view! { <code>{line}</code> }).collect_view()}
                    </span>
                </span>
            }
        })
        .collect_view()
        .into_any()
}
