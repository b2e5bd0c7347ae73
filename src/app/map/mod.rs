//! The map: the mappings of users or groups as a board or a table, the inspector beside, the problems below.

mod toolbar;

use leptos::prelude::*;

use super::{
    board::Board,
    mapping_editor::Inspector,
    mapping_table::MappingTable,
    problems::ProblemsDrawer,
    state::{MapForm, use_workspace},
};

/// The map with all around it.
#[component]
pub fn MapPlace() -> impl IntoView {
    let workspace = use_workspace();
    view! {
        <h1 class="visually-hidden">"Map"</h1>
        <div class="map-place">
            <div class="map-column">
                <toolbar::Toolbar />
                {move || match workspace.view.map_form.get() {
                    MapForm::Board => view! { <Board /> }.into_any(),
                    MapForm::Table => view! { <MappingTable /> }.into_any(),
                }}
                <ProblemsDrawer />
            </div>
            <Inspector />
        </div>
    }
    .into_any()
}
