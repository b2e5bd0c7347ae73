//! What the map shows.

use leptos::prelude::*;

use crate::{
    app::{
        scope::ScopeButton,
        shell::PersonPicker,
        state::{MapForm, use_workspace},
        widgets::{Icon, IconName, SegmentedControl},
    },
    plan::ObjectKind,
};

/// Users or groups, board or table, filter, unused attributes, sample person.
#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let workspace = use_workspace();
    let view_state = workspace.view;
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
                <input
                    id="filter-attributes"
                    type="search"
                    placeholder="Filter attributes"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || view_state.filter.get()
                    on:input=move |event| view_state.filter.set(event_target_value(&event))
                />
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            {move || (view_state.map_form.get() == MapForm::Board).then(|| view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || view_state.show_unused.get()
                        on:change=move |event| view_state.show_unused.set(event_target_checked(&event))
                    />
                    "Show unused"
                </label>
            })}
            <ScopeButton kind=Signal::derive(move || workspace.selection.get().kind) />
            <span class="spacer"></span>
            <PersonPicker />
        </div>
    }
    .into_any()
}
