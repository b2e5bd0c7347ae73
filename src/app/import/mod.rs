//! Import: a schema from a tenant, or a table, becomes a plan after you have seen what it contains.

mod described;
mod found;
mod reading;
mod tables;

use std::{rc::Rc, sync::Arc};

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

pub use reading::ReadingView;

use super::{
    navigation::Navigation,
    parts::{PartError, part},
    services::{
        Autosave, files,
        import_worker::{self, Heard},
    },
    state::{Notice, Workspace},
    widgets::Dialog,
    worker_messages::{ImportRequest, Progress},
};
use crate::{
    exchange::{
        graph_schema::{Choice, ImportReport},
        scim_schemas::Described,
    },
    limits::FILE_BYTES,
    text::{capitalised, sentence},
};

/// A file that is being imported.
#[derive(Clone)]
pub struct Pending {
    name: String,
    stage: Stage,
}

#[derive(Clone)]
enum Stage {
    /// A part loads.
    Loading,
    /// What shows the progress, or the content.
    Ready(Show),
}

/// Reads a file as a schema or a table.
type Read = fn(Import, String, Blob, Choice);
/// Shows how far the reading is, or what a file contains.
type Show = Rc<dyn Fn() -> AnyView>;
/// Shows the tables of a file: its name, and the tables as JSON.
type ShowTables = fn(&str, &str) -> AnyView;

/// What shows the content of a schema.
#[derive(Clone, Copy)]
struct SchemaViews {
    /// The report of an import, with the file, to read it again with another choice.
    found: fn(Import, &str, &Blob, &Arc<ImportReport>) -> AnyView,
    /// A SCIM application's description of its attributes.
    described: fn(Import, &Arc<Described>) -> AnyView,
}

part!(read_part: Read = read);
part!(tables_part: ShowTables = tables::show);
part!(schema_part: SchemaViews = SchemaViews { found: found::view, described: described::view });

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
        spawn_local(async move {
            match read_part().await {
                Ok(read) => read(self, name, file, Choice::default()),
                Err(reason) => refuse(self.workspace, &name, &reason.to_string()),
            }
        });
    }

    /// Reads a table that was pasted as HTML.
    pub fn begin_pasted(self, file: Blob) {
        self.begin(PASTED.to_owned(), file);
    }

    /// Shows tables that the worker has read.
    pub fn show_tables(self, name: String, tables: String) {
        self.show(name.clone(), async move {
            let show = tables_part().await?;
            Ok(Rc::new(move || show(&name, &tables)) as Show)
        });
    }

    fn show_report(self, name: String, file: Blob, report: Arc<ImportReport>) {
        self.show(name.clone(), async move {
            let views = schema_part().await?;
            Ok(Rc::new(move || (views.found)(self, &name, &file, &report)) as Show)
        });
    }

    fn show_description(self, name: String, described: Arc<Described>) {
        self.show(name, async move {
            let views = schema_part().await?;
            Ok(Rc::new(move || (views.described)(self, &described)) as Show)
        });
    }

    /// Shows what a file contains. What shows it is a part, which loads first.
    fn show(self, name: String, load: impl Future<Output = Result<Show, PartError>> + 'static) {
        let Self { workspace, pending, .. } = self;
        workspace.notice.set(None);
        pending.set(Some(Pending { name: name.clone(), stage: Stage::Loading }));
        spawn_local(async move {
            let show = load.await;
            // The dialog may be closed while the part loads.
            if pending.with_untracked(Option::is_none) {
                return;
            }
            match show {
                Ok(show) => pending.set(Some(Pending { name, stage: Stage::Ready(show) })),
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
        let cancel = move || import.close();
        let view = Rc::new(move || {
            view! { <ReadingView progress=RwSignal::from(progress.clone()) on_cancel=cancel /> }.into_any()
        });
        move || pending.set(Some(Pending { name, stage: Stage::Ready(view) }))
    };
    // The timer ends with the listener: after a cancel or another choice it shows nothing.
    let mut patience = Some(Timeout::new(PATIENCE, show));
    import_worker::import(ImportRequest { file: file.clone(), choice }, move |heard| match heard {
        Heard::Progress(now) => progress.set(now),
        Heard::Imported(report) => {
            drop(patience.take());
            import.show_report(name.clone(), file.clone(), Arc::new(*report));
        }
        Heard::Described(described) => {
            drop(patience.take());
            import.show_description(name.clone(), Arc::new(*described));
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
            {move || pending.get().map(|Pending { stage, .. }| match stage {
                Stage::Loading => view! { <p role="status">"Loading…"</p> }.into_any(),
                Stage::Ready(show) => show(),
            })}
        </Dialog>
    }
    .into_any()
}
