//! Several repairs at once. You see what they change before they are made.

use leptos::prelude::*;

use crate::{
    analysis::{Repair, Repairs, repairs_of_rule, safe_repairs},
    app::{
        services::files,
        state::{Workspace, use_workspace},
        widgets::{Button, ButtonKind, Dialog},
    },
    editor::Proposal,
    text::counted,
};

/// The repairs for the plan as it is now.
fn repairs(asked: &Proposal, workspace: Workspace) -> Repairs {
    let people: Vec<_> =
        workspace.people.with_untracked(|people| people.iter().map(|person| person.source.clone()).collect());
    workspace.plan.with_untracked(|plan| match asked {
        Proposal::Safe => safe_repairs(plan, &people),
        Proposal::OfRule { code, label } => repairs_of_rule(plan, &people, code, label),
    })
}

/// The dialog, while there is a proposal.
#[component]
pub(super) fn RepairsDialog() -> impl IntoView {
    let workspace = use_workspace();
    let proposal = workspace.view.proposal;
    let open = Signal::derive(move || proposal.with(Option::is_some));
    let title =
        Signal::derive(move || proposal.with(|proposal| proposal.as_ref().map(Proposal::label).unwrap_or_default()));
    view! {
        <Dialog open title on_close=move |()| proposal.set(None)>
            {move || {
                let asked = proposal.get_untracked()?;
                let repairs = repairs(&asked, workspace);
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
        let is_made = workspace.try_dispatch(edits.clone(), &asked.label(), None);
        proposal.set(None);
        // The button that opened the dialog can be gone.
        files::focus("problems-list");
        if is_made {
            workspace.tell(format!("{} applied.", counted(count, "repair")));
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
