//! A field whose text is a part of the plan.

use leptos::prelude::*;

use super::{state::use_workspace, widgets::Entry};
use crate::{editor::MergeKey, plan::Edit};

/// The entry of such a field. Everything typed without leaving it is one step of the history, called `label`. `edits`
/// turns the text into edits; nothing while it is not valid.
pub fn plan_field(
    key: MergeKey,
    label: impl Into<String>,
    value: Signal<String>,
    edits: impl Fn(String) -> Option<Vec<Edit>> + Send + Sync + 'static,
) -> Entry {
    let workspace = use_workspace();
    let (name, label) = (key.to_string(), label.into());
    let take = move |text| edits(text).is_some_and(|edits| workspace.try_dispatch(edits, &label, Some(key.clone())));
    let is_closed = workspace.is_closed();
    Entry::new(name, value, take).closed_while(is_closed).on_leave(move || workspace.close_step())
}
