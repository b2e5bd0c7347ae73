//! The screen. Everything here is Leptos and the browser; nothing below this room knows it.
//!
//! `places` is the registry of places, and `navigation` leads from one to another. `state` is the reactive face of a [`Session`](crate::editor::Session); `services` are effects that nobody reads
//! (saving, title, shortcuts); `widgets` know no plan; every other folder is one feature.

// `#[component]` makes its own public items beside ours; whether they are reachable is not ours to say.
#![allow(unreachable_pub)]
// A workspace is a bundle of handles, copied wherever it is needed.
#![allow(clippy::large_types_passed_by_value)]

pub mod board;
pub mod checklist;
pub mod commands;
pub mod difference;
pub mod exchange;
pub mod expression_editor;
pub mod help;
// It makes a cut as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod import;
pub mod map;
pub mod mapping_editor;
pub mod mapping_table;
pub mod navigation;
// The cuts between parts are made by a macro that declares foreign functions.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod parts;
pub mod people;
// It makes cuts as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod places;
pub mod plan_field;
pub mod preview;
pub mod problems;
pub mod rehearsal;
pub mod rehearsal_messages;
// It makes a cut as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod revisions;
pub mod scope;
pub mod services;
pub mod settings;
// It makes a cut as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod shell;
// It makes a cut as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod start;
pub mod state;
// It makes a cut as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod tour;
pub mod widgets;
pub mod worker_messages;
// It makes a cut as well.
#[cfg_attr(feature = "split", allow(unsafe_code))]
pub mod workshop;

use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    state::AppLifetime::begin();
    let workspace = state::Workspace::new();
    let navigation = navigation::Navigation::new(places::PLACES, places::FIRST);
    provide_context(workspace);
    provide_context(widgets::FieldsClosed(workspace.is_closed()));
    provide_context(navigation);
    provide_context(parts::Parts::new(workspace, places::START, places::LOAD, shell::LOAD_BAR));
    provide_context(widgets::Announce(Callback::new(move |text: String| workspace.announce(text))));
    provide_context(services::field_drafts());
    services::start(workspace, navigation);
    provide_context(import::Import::new(workspace, navigation));
    view! { <shell::Shell /> }
}

/// Puts the app on the page.
pub fn mount() {
    services::crash::watch();
    mount_to_body(App);
}
