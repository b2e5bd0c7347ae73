//! Equal problems of many rows in one line, with one repair for all of them.

use leptos::prelude::*;

use super::opened::Opened;
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName, SeverityMark},
    },
    editor::{Problem, ProblemKind, Proposal, message_of_several, repair_of_several},
};

/// What the line says.
#[derive(Clone, Default, PartialEq)]
struct Words {
    severity: &'static str,
    count: usize,
    message: String,
    remedy: String,
    repair: Option<String>,
}

/// A line of equal problems. It unfolds into the problems.
#[component]
pub(super) fn GroupRow(kind: ProblemKind, drawer: Opened) -> impl IntoView {
    let workspace = use_workspace();
    let code = kind.code;
    let kind = StoredValue::new(kind);
    let words = Memo::new(move |before: Option<&Words>| {
        workspace.problems.with(|all| {
            let members: Vec<&Problem> = all.iter().filter(|one| kind.with_value(|kind| kind.has(one))).collect();
            // When its problems are gone, the line goes too.
            let Some(first) = members.first().map(|one| &one.diagnostic) else {
                return before.cloned().unwrap_or_default();
            };
            Words {
                severity: first.severity.label(),
                count: members.len(),
                message: message_of_several(&members),
                remedy: first.remedy.to_string(),
                repair: repair_of_several(&members),
            }
        })
    });
    let is_unfolded = move || drawer.unfolded.with(|unfolded| kind.with_value(|kind| unfolded.contains(kind)));
    let fold = move |_| {
        drawer.unfolded.update(|unfolded| {
            let kind = kind.get_value();
            if !unfolded.remove(&kind) {
                unfolded.insert(kind);
            }
        });
    };
    let is_current = move || {
        let current = workspace.view.problem.get()?;
        let has = |one: &Problem| one.id == current && kind.with_value(|kind| kind.has(one));
        (!is_unfolded() && workspace.problems.with(|all| all.iter().any(has))).then_some("true")
    };
    let icon = Signal::derive(move || if is_unfolded() { IconName::ChevronDown } else { IconName::ChevronRight });
    view! {
        <li class="problem-group" data-current=is_current>
            <SeverityMark severity=Signal::derive(move || words.with(|words| words.severity)) />
            <button type="button" class="problem-code" aria-label=format!("About rule {code}") title="About this rule" on:click=move |_| drawer.page.set(Some(code))>
                <code>{code}</code>
            </button>
            <button type="button" class="problem-row" aria-expanded=move || is_unfolded().to_string() on:click=fold>
                <Icon name=icon />
                <span><b>{move || words.with(|words| words.message.clone())}</b> " " {move || words.with(|words| words.remedy.clone())}</span>
            </button>
            {move || words.with(|words| words.repair.clone().map(|label| (label, words.count))).map(|(label, count)| {
                let shown = format!("{label} ({count})…");
                let press = move || workspace.view.proposal.set(Some(Proposal::OfRule { code, label: label.clone() }));
                view! { <Button kind=ButtonKind::Fix on_press=press>{shown}</Button> }
            })}
        </li>
    }
    .into_any()
}
