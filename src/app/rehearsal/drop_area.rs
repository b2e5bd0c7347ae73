//! The files of a rehearsal that you pick or drop.

use leptos::prelude::*;

use super::use_rehearsing;
use crate::{
    app::widgets::{self, ButtonKind},
    directory::people_file::Side,
};

/// The files that the browser offers first. Any other file can be chosen too.
const ACCEPTED: &str = ".csv,.tsv,.txt,.json,text/csv,application/json";

/// A button that picks a file for a side.
#[component]
pub(super) fn PickFile(
    side: Side,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let name = match side {
        Side::People => "File of people",
        Side::Target => "File of existing users",
    };
    let open = move |file: web_sys::File| rehearsing.open(side, file.name(), file.into());
    view! { <widgets::PickFile accept=ACCEPTED name label kind on_file=open /> }.into_any()
}

/// An area that takes a dropped file for a side.
#[component]
pub(super) fn DropArea(side: Side, children: Children) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let open = move |file: web_sys::File| rehearsing.open(side, file.name(), file.into());
    view! { <widgets::DropArea class="rehearsal-drop" on_file=open>{children()}</widgets::DropArea> }.into_any()
}
