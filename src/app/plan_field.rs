//! A field whose text is a part of the plan.

use leptos::prelude::*;

use super::{state::use_workspace, widgets::Entry};
use crate::plan::Edit;

/// The entry of such a field. Everything typed without leaving it is one step of the history, called `label`. `edits`
/// turns the text into edits; nothing while it is not valid.
pub fn plan_field(
    name: impl Into<String>,
    label: impl Into<String>,
    value: Signal<String>,
    edits: impl Fn(String) -> Option<Vec<Edit>> + Send + Sync + 'static,
) -> Entry {
    let workspace = use_workspace();
    let (name, label) = (name.into(), label.into());
    let merge_key = name.clone();
    let take = move |text| edits(text).is_some_and(|edits| workspace.try_dispatch(edits, &label, Some(&merge_key)));
    Entry::new(name, value, take).on_leave(move || workspace.close_step())
}
