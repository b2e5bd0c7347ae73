//! The buttons of a problem.

use leptos::prelude::*;

use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind},
    },
    lint::Fix,
};

/// One button per repair; each says what it does.
#[component]
pub(super) fn FixButtons(fixes: Vec<Fix>) -> impl IntoView {
    let workspace = use_workspace();
    fixes
        .into_iter()
        .take(2)
        .map(|fix| {
            let label = fix.label.clone();
            view! { <Button kind=ButtonKind::Fix on_press=move || super::apply_fix(workspace, &fix)>{label}</Button> }
        })
        .collect_view()
        .into_any()
}
