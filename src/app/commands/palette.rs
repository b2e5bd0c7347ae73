//! The palette: type a few letters, press Enter. It finds commands, places and mappings.

use leptos::{ev, prelude::*};

use super::{is_possible, run};
use crate::{
    app::{
        mapping_editor,
        navigation::{Navigation, PlaceFacts, Purpose, use_navigation},
        services::files,
        state::{Workspace, keys_of, use_workspace},
        widgets::{Dialog, Entry, TextInput},
    },
    editor::{COMMANDS, CommandId, MappingId, fits},
    plan::{AttributePath, ObjectKind},
};

/// The most lines in the list.
const MOST: usize = 50;

/// What a line of the palette leads to.
#[derive(Clone, PartialEq)]
enum Choice {
    Command(CommandId),
    Place(PlaceFacts),
    Mapping(MappingId),
}

/// A line of the palette.
#[derive(Clone, PartialEq)]
struct Line {
    choice: Choice,
    words: String,
    /// The keys, or what kind of thing it is.
    hint: String,
}

/// The palette of commands, while it is open.
#[component]
pub fn Palette() -> impl IntoView {
    let workspace = use_workspace();
    let open = workspace.view.palette_open;
    view! {
        <Dialog open title="Find a command" on_close=move |()| open.set(false)>
            <Search />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Search() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let wanted = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let entry = Entry::new("palette", wanted.into(), move |text| {
        // A field says the same text again when it is left or when a while has passed. The chosen line stays then.
        if wanted.with_untracked(|before| *before != text) {
            wanted.set(text);
            at.set(0);
        }
        true
    });
    let lines = Memo::new(move |_| lines(workspace, navigation, wanted.get().trim()));
    let choose = move |line: Line| {
        workspace.view.palette_open.set(false);
        go(workspace, navigation, line.choice);
    };
    let keydown = move |event: ev::KeyboardEvent| {
        let count = lines.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1) % count.max(1)),
            "ArrowUp" => at.update(|at| *at = (*at + count.saturating_sub(1)) % count.max(1)),
            "Enter" => {
                if let Some(line) = lines.with_untracked(|lines| lines.get(at.get_untracked()).cloned()) {
                    choose(line);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let active = move || lines.with(|lines| (!lines.is_empty()).then(|| format!("palette-{}", at.get())));
    let option = move |(index, line): (usize, Line)| {
        let (words, hint) = (line.words.clone(), line.hint.clone());
        let is_active = move || at.get() == index;
        // The line in the list that Enter takes stays in view.
        let node = NodeRef::<leptos::html::Li>::new();
        Effect::new(move || {
            if let Some(item) = node.get().filter(|_| is_active()) {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                item.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
        view! {
            <li node_ref=node id=format!("palette-{index}") role="option" aria-selected=move || is_active().to_string()
                on:click=move |_| choose(line.clone())>
                <span>{words}</span>
                <kbd>{hint}</kbd>
            </li>
        }
    };
    let found = move || match lines.with(Vec::len) {
        0 => "Nothing found. Try another word.".to_owned(),
        count => format!("{count} found"),
    };
    view! {
        <div class="palette" on:keydown=keydown>
            <TextInput
                entry
                id="palette-search"
                label="Command, place or target attribute"
                placeholder="Command, place or target attribute"
                attr:autofocus=true
                attr:role="combobox"
                attr:aria-expanded="true"
                attr:aria-controls="palette-list"
                attr:aria-autocomplete="list"
                attr:aria-activedescendant=active
            />
            <ul id="palette-list" role="listbox" aria-label="Found">
                {move || lines.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
            <p class="muted" role="status">{found}</p>
        </div>
    }
    .into_any()
}

/// The lines that fit what is typed.
fn lines(workspace: Workspace, navigation: Navigation, wanted: &str) -> Vec<Line> {
    // The palette is open already.
    let commands =
        COMMANDS.iter().filter(|command| command.id != CommandId::Palette && is_possible(workspace, command.id));
    let commands = commands.map(|command| Line {
        choice: Choice::Command(command.id),
        words: command.label.to_owned(),
        hint: keys_of(command.id),
    });
    let places = navigation.with_plan().map(|place| Line {
        choice: Choice::Place(place),
        words: format!("Go to {}", place.title),
        hint: "place".to_owned(),
    });
    let all = commands.chain(places).filter(|line| fits(&line.words, wanted));
    // Mappings come when something is typed: there can be very many.
    let mappings = (!wanted.is_empty()).then(|| mappings(workspace, wanted)).into_iter().flatten();
    all.chain(mappings).take(MOST).collect()
}

fn mappings(workspace: Workspace, wanted: &str) -> Vec<Line> {
    let line = |kind: ObjectKind, id: MappingId, target: &str| Line {
        choice: Choice::Mapping(id),
        words: format!("Edit {}", AttributePath::parse(target).map_or_else(|_| target.to_owned(), |path| path.short())),
        hint: kind.plural().to_lowercase(),
    };
    workspace.plan.with(|plan| {
        workspace.identities.with(|identities| {
            let of_kind = plan.object_mappings.iter().flat_map(|object| {
                let ids = identities.mappings(object.kind).iter().copied();
                let rows = object.attribute_mappings.iter().zip(ids);
                rows.filter(|(mapping, _)| fits(&format!("Edit {}", mapping.target_attribute), wanted))
                    .map(|(mapping, id)| line(object.kind, id, &mapping.target_attribute))
            });
            of_kind.take(MOST).collect()
        })
    })
}

fn go(workspace: Workspace, navigation: Navigation, choice: Choice) {
    match choice {
        Choice::Command(command) => run(workspace, navigation, command),
        Choice::Place(place) => {
            navigation.visit(place);
            files::focus("place");
        }
        Choice::Mapping(id) => {
            navigation.go(Purpose::EditMappings);
            mapping_editor::edit(workspace, id);
        }
    }
}
