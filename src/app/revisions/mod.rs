//! The revisions of a plan: when, what changed, and the ways back. They load when somebody looks at them.

mod list;
mod row;

use leptos::prelude::*;

use super::parts::{part, when_loaded};
use crate::editor::saving::PlanId;

/// What shows the revisions of a plan.
type ShowRevisions = fn(PlanId) -> AnyView;

part!(revisions_part: ShowRevisions = |id| view! { <list::RevisionList id /> }.into_any());

/// The revisions of a plan, the latest first.
#[component]
pub fn Revisions(
    /// The plan.
    id: PlanId,
) -> impl IntoView {
    when_loaded(revisions_part(), "The revisions", move |show| show(id.clone()))
}
