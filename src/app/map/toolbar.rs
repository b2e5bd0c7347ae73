//! The controls that choose what the map shows.

use leptos::prelude::*;

use crate::{
    app::{
        scope::ScopeButton,
        shell::PersonPicker,
        state::{MapForm, use_workspace},
        widgets::{Check, Entry, Icon, IconName, SegmentedControl, TextInput, use_field_drafts},
    },
    plan::ObjectKind,
};

/// The name under which a reload keeps the filter.
const FILTER: &str = "filter of the map";

/// Users or groups, board or table, filter, unused attributes, sample person.
#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let workspace = use_workspace();
    let view_state = workspace.view;
    // The filter outlives the place, and a reload too.
    let drafts = use_field_drafts();
    if let Some(kept) = drafts.recall(FILTER) {
        view_state.filter.set(kept);
    }
    let filter = Entry::new("filter attributes", view_state.filter.into(), move |text| {
        drafts.remember(FILTER, &text);
        view_state.filter.set(text);
        true
    });
    let kind = Signal::derive(move || usize::from(workspace.selection.get().kind == ObjectKind::Group));
    let form = Signal::derive(move || usize::from(view_state.map_form.get() == MapForm::Table));
    view! {
        <div class="map-toolbar" role="group" aria-label="What the map shows">
            <SegmentedControl
                label="Objects"
                options=ObjectKind::ALL.map(ObjectKind::plural).to_vec()
                selected=kind
                on_select=move |index: usize| {
                    workspace.select(ObjectKind::ALL.get(index).copied().unwrap_or_default(), None);
                }
            />
            <SegmentedControl
                label="Form of the map"
                options=vec!["Board", "Table"]
                selected=form
                on_select=move |index| {
                    view_state.map_form.set(if index == 0 { MapForm::Board } else { MapForm::Table });
                }
            />
            <label class="search-field">
                <Icon name=IconName::Search />
                <span class="visually-hidden">"Filter attributes"</span>
                <TextInput entry=filter id="filter-attributes" placeholder="Filter attributes" search=true />
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            {move || (view_state.map_form.get() == MapForm::Board).then(|| view! {
                <Check checked=view_state.show_unused on_change=move |on| view_state.show_unused.set(on)>"Show unused"</Check>
            })}
            <ScopeButton kind=Signal::derive(move || workspace.selection.get().kind) />
            <span class="spacer"></span>
            <PersonPicker />
        </div>
    }
    .into_any()
}
