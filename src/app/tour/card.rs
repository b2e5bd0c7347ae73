//! The card of the tour: one place after the other.

use leptos::{ev, html, prelude::*};

use crate::{
    app::{
        navigation::use_navigation,
        state::{keys_of, use_workspace},
        widgets::{Button, ButtonKind},
    },
    editor::CommandId,
};

/// The place, the heading, and what there is to know. `{palette}` are the keys of the palette.
const STOPS: [(&str, &str, &str); 7] = [
    (
        "Map",
        "Map the attributes",
        "Source attributes are on the left, target attributes on the right. Drag from one to the other, or press Enter on \
         each. The form beside the map has the fields of the admin center.",
    ),
    (
        "Map",
        "Repair what is wrong",
        "The button at the top counts the problems. Each problem says where it is, why it matters and what to do. Many have \
         a quick fix, and you can undo everything.",
    ),
    (
        "People",
        "Try it on people",
        "Three people are there already. Add your own, or paste a person from Microsoft Graph. The map shows the values of \
         the person that you choose.",
    ),
    (
        "Preview",
        "See what Entra sends",
        "The preview shows every request, letter for letter, and which mapping made each line. Change something about the \
         person to see the update.",
    ),
    (
        "Rehearse",
        "Rehearse with everybody",
        "Open a file with all your people. You see who is created, changed or refused, and whether you can go live. The file \
         does not leave your browser.",
    ),
    (
        "Checklist",
        "Carry it out",
        "The checklist has every step in the admin center with its values. Tick each step and give it an owner. Press F9 to \
         present the steps in a workshop and to note what is decided.",
    ),
    (
        "Export",
        "Take it away",
        "Download the checklist and the handbook for the customer, a workbook, or a script that saves the schema. Press \
         {palette} to find every command, this tour included.",
    ),
];

/// The card.
#[component]
pub(super) fn TourCard() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let open = workspace.view.tour_open;
    let at = RwSignal::new(0_usize);
    let heading = NodeRef::<html::H2>::new();
    // With an open plan, the place is shown behind the card.
    let show = move || {
        let (place, ..) = STOPS.get(at.get_untracked()).copied().unwrap_or(STOPS[0]);
        if workspace.is_open.get_untracked()
            && let Some(place) = navigation.with_plan().find(|one| one.title == place)
        {
            navigation.visit(place);
        }
        request_animation_frame(move || {
            if let Some(Some(heading)) = heading.try_get_untracked() {
                let _ = heading.focus();
            }
        });
    };
    let go = move |to: usize| {
        at.set(to);
        show();
    };
    show();
    let stop = move || STOPS.get(at.get()).copied().unwrap_or(STOPS[0]);
    let is_last = move || at.get() + 1 == STOPS.len();
    let next = move || if is_last() { open.set(false) } else { go(at.get_untracked() + 1) };
    let keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
        }
    };
    view! {
        <div class="tour-card" role="dialog" aria-labelledby="tour-title" on:keydown=keydown>
            <p class="muted">{move || format!("Tour, {} of {}", at.get() + 1, STOPS.len())}</p>
            <h2 id="tour-title" tabindex="-1" node_ref=heading>{move || stop().1}</h2>
            <p>{move || stop().2.replace("{palette}", &keys_of(CommandId::Palette))}</p>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Quiet on_press=move || open.set(false)>"End the tour"</Button>
                <Button disabled=Signal::derive(move || at.get() == 0) on_press=move || go(at.get_untracked().saturating_sub(1))>"Back"</Button>
                <Button kind=ButtonKind::Primary on_press=next>{move || if is_last() { "Done" } else { "Next" }}</Button>
            </div>
        </div>
    }
    .into_any()
}
