//! Import: a schema from a tenant, or a table, becomes a plan after you have seen what it contains.

mod described;
mod reading;
mod tables;

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

pub use reading::ReadingView;

use super::{
    navigation::{Navigation, Purpose},
    parts::part,
    services::{
        Autosave, files,
        import_worker::{self, Heard},
    },
    state::{Notice, Workspace},
    widgets::{self, Button, ButtonKind, Dialog},
    worker_messages::{ImportRequest, Progress},
};
use crate::{
    catalog::profile_signs,
    exchange::{
        graph_schema::{Choice, ImportOption, ImportReport, LeftOut, Note},
        scim_schemas::Described,
    },
    limits::FILE_BYTES,
    plan::Plan,
    text::{capitalised, counted, sentence},
};

/// A file that is being imported.
#[derive(Clone, Debug)]
pub struct Pending {
    name: String,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Reading(ArcRwSignal<Progress>),
    /// Tables were read, and the part that shows them loads.
    Loading,
    /// The tables as JSON, and what shows them.
    Tables(Arc<str>, ShowTables),
    /// The file, to read it again with another choice, and the report of the current choice.
    Found(Blob, Arc<ImportReport>),
    /// A SCIM application's description of its attributes.
    Described(Arc<Described>),
}

/// What shows the tables of a file: its name, and the tables as JSON.
type ShowTables = fn(&str, &str) -> AnyView;

part!(tables_part: ShowTables = tables::show);

/// What a pasted table is called.
const PASTED: &str = "The pasted table";

/// Milliseconds. A file that takes less time shows no progress, which would only flicker.
const PATIENCE: u32 = 250;

/// The import of a schema, and where its plan goes.
#[derive(Clone, Copy)]
pub struct Import {
    /// The workspace that opens the plan.
    pub workspace: Workspace,
    /// The way to the plan.
    pub navigation: Navigation,
    /// The saving of the plan.
    pub autosave: Autosave,
    /// A schema that is being read, or that was read and waits for your decision.
    pending: RwSignal<Option<Pending>, LocalStorage>,
}

/// The import of the app.
///
/// # Panics
/// Outside [`App`](crate::app::App), which provides it.
pub fn use_import() -> Import {
    expect_context::<Import>()
}

impl Import {
    /// Begins without an import.
    pub fn new(workspace: Workspace, navigation: Navigation) -> Self {
        let autosave = expect_context::<Autosave>();
        Self { workspace, navigation, autosave, pending: RwSignal::new_local(None) }
    }

    /// Reads a file as a schema and shows what it contains. A file that cannot be read changes nothing, and a notice says
    /// why.
    pub fn begin(self, name: String, file: Blob) {
        read(self, name, file, Choice::default());
    }

    /// Reads a table that was pasted as HTML.
    pub fn begin_pasted(self, file: Blob) {
        self.begin(PASTED.to_owned(), file);
    }

    /// Shows tables that the worker has read. What shows them is a part, which loads first.
    pub fn show_tables(self, name: String, tables: String) {
        let Self { workspace, pending, .. } = self;
        workspace.notice.set(None);
        pending.set(Some(Pending { name: name.clone(), stage: Stage::Loading }));
        spawn_local(async move {
            let show = tables_part().await;
            // The dialog may be closed while the part loads.
            if pending.with_untracked(Option::is_none) {
                return;
            }
            match show {
                Ok(show) => pending.set(Some(Pending { name, stage: Stage::Tables(tables.into(), show) })),
                Err(reason) => {
                    pending.set(None);
                    refuse(workspace, &name, &reason.to_string());
                }
            }
        });
    }

    /// Closes the dialog: nothing was changed, or everything is done.
    fn close(self) {
        import_worker::cancel();
        self.pending.set(None);
    }
}

fn read(import: Import, name: String, file: Blob, choice: Choice) {
    let Import { workspace, pending, .. } = import;
    if let Err(reason) = files::check_size(&file, FILE_BYTES) {
        return refuse(workspace, &name, &reason);
    }
    // The import can outlive the button that started it.
    let progress = ArcRwSignal::new(Progress::default());
    let show = {
        let (name, progress) = (name.clone(), progress.clone());
        move || pending.set(Some(Pending { name, stage: Stage::Reading(progress) }))
    };
    // The timer ends with the listener: after a cancel or another choice it shows nothing.
    let mut patience = Some(Timeout::new(PATIENCE, show));
    import_worker::import(ImportRequest { file: file.clone(), choice }, move |heard| match heard {
        Heard::Progress(now) => progress.set(now),
        Heard::Imported(report) => {
            drop(patience.take());
            workspace.notice.set(None);
            let stage = Stage::Found(file.clone(), Arc::new(*report));
            pending.set(Some(Pending { name: name.clone(), stage }));
        }
        Heard::Described(described) => {
            drop(patience.take());
            workspace.notice.set(None);
            pending.set(Some(Pending { name: name.clone(), stage: Stage::Described(Arc::new(*described)) }));
        }
        Heard::Tables(tables) => {
            drop(patience.take());
            import.show_tables(name.clone(), tables);
        }
        Heard::Refused(reason) => {
            drop(patience.take());
            pending.set(None);
            refuse(workspace, &name, &reason);
        }
    });
}

fn refuse(workspace: Workspace, name: &str, reason: &str) {
    let detail = format!("{} Nothing was changed.", capitalised(&sentence(reason)));
    workspace.notice.set(Some(Notice::error(format!("{name} cannot be opened."), detail)));
}

/// The dialog, while a file is being imported.
#[component]
pub fn ImportDialog() -> impl IntoView {
    let import = use_import();
    let pending = import.pending;
    let open = Signal::derive(move || pending.with(Option::is_some));
    let close = move || import.close();
    let title =
        Signal::derive(move || pending.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default());
    view! {
        <Dialog title open on_close=close>
            {move || pending.get().map(|Pending { name, stage }| match stage {
                Stage::Reading(progress) => view! { <ReadingView progress=RwSignal::from(progress) on_cancel=close /> }.into_any(),
                Stage::Loading => view! { <p role="status">"Loading…"</p> }.into_any(),
                Stage::Tables(tables, show) => show(&name, &tables),
                Stage::Found(file, report) => found(name, file, report),
                Stage::Described(described) => described::view(import, described),
            })}
        </Dialog>
    }
    .into_any()
}

fn found(name: String, file: Blob, report: Arc<ImportReport>) -> AnyView {
    let import = use_import();
    let Import { workspace, navigation, autosave, pending } = import;
    let choices = move |label: &'static str, offered: Vec<ImportOption>| {
        let (name, file) = (name.clone(), file.clone());
        let option = |(at, one): (usize, &ImportOption)| (at.to_string(), one.words.clone());
        let options: Vec<_> = offered.iter().enumerate().map(option).collect();
        let taken = offered.iter().position(|one| one.is_taken).unwrap_or_default();
        (!offered.is_empty()).then(|| {
            let choose = move |chosen: String| {
                if let Some(option) = chosen.parse().ok().and_then(|at: usize| offered.get(at)) {
                    read(import, name.clone(), file.clone(), option.choice.clone());
                }
            };
            view! {
                <label class="import-choice">{label} " " <widgets::Choice options chosen=taken.to_string() on_choose=choose /></label>
            }
        })
    };
    let rules = choices("Synchronization rule", report.rules());
    let mappings = choices("Object mapping", report.object_mappings());
    let plan = report.plan.clone();
    let profile = RwSignal::new(plan.target_profile.to_string());
    let profiles: Vec<_> = profile_signs().iter().map(|one| (one.id.to_owned(), one.name.to_owned())).collect();
    let take = move || {
        pending.set(None);
        let target_profile = profile.get_untracked().as_str().into();
        autosave.open_new(Plan { target_profile, ..plan.clone() });
        navigation.go(Purpose::EditMappings);
        workspace.announce("Imported");
    };
    view! {
        <div class="import-found">
            <p>{report.summary()}</p>
            {rules}
            {mappings}
            <label class="import-choice">"Application " <widgets::Choice options=profiles chosen=profile on_choose=move |id| profile.set(id) /></label>
            {(!report.notes.is_empty()).then(|| view! {
                <details open=report.notes.len() < 6>
                    <summary>{format!("{} about the file", counted(report.notes.len(), "note"))}</summary>
                    <ul aria-label="Notes about the file">
                        {report.notes.iter().map(|note| view! { <li><code>{note.pointer.clone()}</code> " " {note_words(note)}</li> }).collect_view()}
                    </ul>
                </details>
            })}
            <p class="muted">"Keep the file. You later merge the plan into it (Export, Compare and merge), so that nothing in your tenant's schema is lost."</p>
            <div class="export-actions">
                <Button kind=ButtonKind::Primary on_press=take>"Open as a plan"</Button>
                <Button on_press=move || pending.set(None)>"Cancel"</Button>
            </div>
        </div>
    }
    .into_any()
}

/// A note, with the way to import what was left out.
fn note_words(note: &Note) -> String {
    match note.choice {
        None => note.text.clone(),
        Some(LeftOut::Schema | LeftOut::Rule) => {
            format!("{}. To import it, choose its synchronization rule.", note.text)
        }
        Some(LeftOut::ObjectMapping) => format!("{}. To import it, choose the object mapping.", note.text),
    }
}
