//! The sheet of keyboard shortcuts.

use leptos::prelude::*;

use crate::{
    app::{
        state::{keyboard, use_workspace},
        widgets::{Check, Dialog},
    },
    editor::{COMMANDS, CommandGroup, LOCAL_KEYS},
};

/// Keys, and what they do.
type Row = (Vec<String>, &'static str);

/// The sheet, while it is open.
#[component]
pub fn ShortcutSheet() -> impl IntoView {
    let workspace = use_workspace();
    let open = workspace.view.shortcuts_open;
    let single_keys = workspace.preferences.single_keys;
    view! {
        <Dialog open title="Keyboard shortcuts" on_close=move |()| open.set(false)>
            <div class="shortcut-sheet" tabindex="0" role="group" aria-label="Keyboard shortcuts">
                {CommandGroup::ALL.map(|group| {
                    let commands = COMMANDS.iter().filter(move |one| one.group == group && !one.keys.is_empty());
                    let rows = commands.map(|one| (one.keys.iter().map(|keys| keys.label(keyboard())).collect(), one.label));
                    let rows: Vec<Row> = rows.collect();
                    view! { <Keys heading=group.label() rows /> }
                })}
                {["Board", "Table", "Expression", "Workshop"].map(|place| {
                    let rows = LOCAL_KEYS.iter().filter(|keys| keys.place == place);
                    let rows = rows.map(|keys| (vec![keyboard().named(keys.modifiers, keys.key)], keys.label));
                    let rows: Vec<Row> = rows.collect();
                    view! { <Keys heading=place rows /> }
                })}
            </div>
            <Check checked=single_keys on_change=move |on| single_keys.set(on)>
                "Use shortcuts of a single character (/ and ?)"
            </Check>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Keys(heading: &'static str, rows: Vec<Row>) -> impl IntoView {
    let row = |(keys, what): Row| {
        let keys = keys.into_iter().map(|keys| view! { <kbd>{keys}</kbd> " " }).collect_view();
        view! { <div><dt>{what}</dt><dd>{keys}</dd></div> }
    };
    view! {
        <section>
            <h3>{heading}</h3>
            <dl>{rows.into_iter().map(row).collect_view()}</dl>
        </section>
    }
    .into_any()
}
