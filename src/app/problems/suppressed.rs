//! Suppressed problems with their reasons.

use leptos::prelude::*;

use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind},
    },
    plan::{Edit, Suppression},
};

/// The suppressions, collapsed. Suppressions whose problem is gone are listed too, so that you can remove them.
#[component]
pub(super) fn Suppressed() -> impl IntoView {
    let workspace = use_workspace();
    let list = Memo::new(move |_| workspace.plan.with(|plan| plan.suppressions.clone()));
    let row = move |suppression: Suppression| {
        let Suppression { rule, target, reason } = suppression;
        let of = target.as_ref().map(|target| format!(" {target}")).unwrap_or_default();
        let label = format!("Show {rule}{of} again");
        let code = rule.clone();
        let show = move || {
            let edit = Edit::Unsuppress { rule: rule.clone(), target: target.clone() };
            workspace.dispatch(vec![edit], &format!("Show {rule} again"), None);
        };
        view! {
            <li>
                <code>{code}</code>
                <span class="suppressed-reason"><b>{of}</b> " " {reason}</span>
                <Button kind=ButtonKind::Quiet label on_press=show>"Show again"</Button>
            </li>
        }
    };
    move || {
        let suppressions = list.get();
        (!suppressions.is_empty()).then(|| {
            let count = suppressions.len();
            view! {
                <details class="suppressed">
                    <summary>{format!("{count} suppressed")}</summary>
                    <ul>{suppressions.into_iter().map(row).collect_view()}</ul>
                </details>
            }
        })
    }
}
