//! The map: the mappings of users or groups as a board or a table, with the inspector beside it and the problems below.

mod toolbar;

use leptos::prelude::*;

use super::{
    board::Board,
    mapping_editor::Inspector,
    mapping_table::MappingTable,
    navigation::{Part, Place, Purpose, Topic},
    problems::ProblemsDrawer,
    state::{MapForm, use_workspace},
    widgets::IconName,
};

/// The mappings of users and groups.
pub struct MapPlace;

impl Place for MapPlace {
    const TITLE: &str = "Map";
    const ADDRESS: &str = "/map";
    const ICON: IconName = IconName::Map;
    const PART: Part = Part::Map;
    const PURPOSE: Option<Purpose> = Some(Purpose::EditMappings);

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You decide which source attribute becomes which target attribute, and for whom.",
            },
            Topic {
                task: "Map an attribute",
                how: "Drag it to the other side. You can also select it, and then its other end.",
            },
            Topic {
                task: "Edit a mapping",
                how: "Select its target attribute. The form has the labels of the admin center.",
            },
            Topic {
                task: "Find existing users",
                how: "Set a matching precedence on a target attribute. Its value must be there for every person, and must never change.",
            },
            Topic { task: "Leave people out", how: "Select Scope and add a scoping filter." },
            Topic {
                task: "Check a value",
                how: "Choose a sample person. Every row shows the value that this person gets.",
            },
        ]
    }

    fn view() -> AnyView {
        view! { <MapView /> }.into_any()
    }
}

#[component]
fn MapView() -> impl IntoView {
    let workspace = use_workspace();
    view! {
        <h1 class="visually-hidden">"Map"</h1>
        <div class="map-place">
            <div class="map-column">
                <toolbar::Toolbar />
                {move || {
                    // The rows of both have another height then.
                    workspace.preferences.large_type.track();
                    match workspace.view.map_form.get() {
                        MapForm::Board => view! { <Board /> }.into_any(),
                        MapForm::Table => view! { <MappingTable /> }.into_any(),
                    }
                }}
                <ProblemsDrawer />
            </div>
            <Inspector />
        </div>
    }
    .into_any()
}
