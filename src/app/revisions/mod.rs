//! The revisions of a plan: when, what changed, and the ways back. They load when somebody looks at them.

mod list;
mod row;

use leptos::{prelude::*, task::spawn_local};

use super::parts::{PartError, part};
use crate::{editor::saving::PlanId, text::sentence};

/// What shows the revisions of a plan.
type ShowRevisions = fn(PlanId) -> AnyView;

part!(revisions_part: ShowRevisions = |id| view! { <list::RevisionList id /> }.into_any());

/// The revisions of a plan, the latest first.
#[component]
pub fn Revisions(
    /// The plan.
    id: PlanId,
) -> impl IntoView {
    let loaded = RwSignal::new(None::<Result<ShowRevisions, PartError>>);
    spawn_local(async move {
        let part = revisions_part().await;
        loaded.try_set(Some(part));
    });
    move || match loaded.get() {
        None => view! { <p class="loading" role="status">"Loading…"</p> }.into_any(),
        Some(Ok(show)) => show(id.clone()),
        Some(Err(error)) => {
            let reason = sentence(&error);
            view! { <p role="alert">{format!("The revisions cannot be shown: {reason}")}</p> }.into_any()
        }
    }
}
