//! Several repairs at once. You see what they change before they are made.

use leptos::prelude::*;

use crate::{
    analysis::{Repair, Repairs, repairs_of_rule, safe_repairs},
    app::{
        services::files,
        state::{Workspace, use_workspace},
        widgets::{Button, ButtonKind, Dialog},
    },
    text::counted,
};

/// Which repairs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Proposal {
    /// Everything that needs no decision.
    Safe,
    /// The same repair of every problem of a rule.
    OfRule {
        /// The code of the rule.
        code: &'static str,
        /// The label of the repair.
        label: String,
    },
}

impl Proposal {
    /// The repairs for the plan as it is now.
    fn repairs(&self, workspace: Workspace) -> Repairs {
        let people: Vec<_> =
            workspace.people.with_untracked(|people| people.iter().map(|person| person.source.clone()).collect());
        workspace.plan.with_untracked(|plan| match self {
            Self::Safe => safe_repairs(plan, &people),
            Self::OfRule { code, label } => repairs_of_rule(plan, &people, code, label),
        })
    }

    /// The name of the step in the history.
    fn step(&self) -> String {
        match self {
            Self::Safe => "Make all safe repairs".to_owned(),
            Self::OfRule { code, label } => format!("{label} ({code})"),
        }
    }
}

/// The dialog, while there is a proposal.
#[component]
pub(super) fn RepairsDialog(proposal: RwSignal<Option<Proposal>>) -> impl IntoView {
    let workspace = use_workspace();
    let open = Signal::derive(move || proposal.with(Option::is_some));
    let title = Signal::derive(move || {
        proposal.with(|proposal| match proposal {
            Some(Proposal::OfRule { code, label }) => format!("{label} ({code})"),
            _ => "Safe repairs".to_owned(),
        })
    });
    view! {
        <Dialog open title on_close=move |()| proposal.set(None)>
            {move || {
                let asked = proposal.get_untracked()?;
                let repairs = asked.repairs(workspace);
                Some(view! { <Proposed proposal asked repairs /> })
            }}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Proposed(proposal: RwSignal<Option<Proposal>>, asked: Proposal, repairs: Repairs) -> impl IntoView {
    let workspace = use_workspace();
    let count = repairs.list.len();
    let Repairs { edits, list, left } = repairs;
    let apply = move || {
        let is_made = workspace.try_dispatch(edits.clone(), &asked.step(), None);
        proposal.set(None);
        // The button that opened the dialog can be gone.
        files::focus("problems-list");
        if is_made {
            workspace.announce(format!("{} applied. Ctrl+Z undoes it.", counted(count, "repair")));
        }
    };
    view! {
        <p>{format!("Crosswalk makes {} in one step. You can undo the step.", counted(count, "repair"))}</p>
        <RepairList label="Repairs to apply" list />
        {(!left.is_empty()).then(|| view! {
            <h3>"Not included"</h3>
            <p class="muted">"These repairs change how people and groups are identified. Decide about each one in the list of problems."</p>
            <RepairList label="Repairs to decide yourself" list=left />
        })}
        <footer class="dialog-actions">
            <Button on_press=move || proposal.set(None)>"Cancel"</Button>
            <Button kind=ButtonKind::Primary on_press=apply>{format!("Apply {}", counted(count, "repair"))}</Button>
        </footer>
    }
    .into_any()
}

#[component]
fn RepairList(label: &'static str, list: Vec<Repair>) -> impl IntoView {
    let row = |Repair { code, target, label, changes }: Repair| {
        let target = target.map(|target| view! { " " <span class="muted">{target}</span> });
        view! {
            <li>
                <code class="muted">{code}</code>
                <div>
                    <b>{label}</b>{target}
                    {changes.into_iter().map(|line| view! { <code class="repair-change">{line}</code> }).collect_view()}
                </div>
            </li>
        }
    };
    // The list can be longer than the dialog: keys reach it.
    view! { <ul class="repair-list" aria-label=label tabindex="0">{list.into_iter().map(row).collect_view()}</ul> }
        .into_any()
}
