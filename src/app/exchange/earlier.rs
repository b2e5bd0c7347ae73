//! The plan that documents are compared with: the last export, or the file that you chose.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    app::{
        services::{Autosave, export_history},
        state::{Workspace, use_workspace},
        widgets,
    },
    exchange::compare::{ExportHistory, Since},
    plan::Plan,
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Choice {
    Nothing,
    #[default]
    LastExport,
    File,
}

/// The earlier plans that documents can be compared with.
#[derive(Clone, Copy)]
pub(super) struct Earlier {
    /// The history of the plan's exports.
    history: Memo<ExportHistory>,
    /// The history after an export of this visit.
    recorded: RwSignal<Option<ExportHistory>>,
    /// The file's name, the plan in it, and whether it is a schema.
    file: RwSignal<Option<(String, Arc<Plan>, bool)>>,
    choice: RwSignal<Choice>,
}

impl Earlier {
    pub(super) fn new() -> Self {
        let (workspace, autosave) = (use_workspace(), expect_context::<Autosave>());
        // A plan may be exported before it is saved for the first time, and shown before it is known which one it is.
        let id = Memo::new(move |_| {
            workspace.save_state.track();
            autosave.plan_id()
        });
        let recorded = RwSignal::new(None::<ExportHistory>);
        let history = Memo::new(move |_| {
            recorded.get().unwrap_or_else(|| id.get().as_ref().map(export_history::load).unwrap_or_default())
        });
        Effect::new(move || {
            if let (Some(id), Some(recorded)) = (id.get(), recorded.get()) {
                export_history::keep(&id, &recorded);
            }
        });
        Self { history, recorded, file: RwSignal::new(None), choice: RwSignal::new(Choice::default()) }
    }

    /// A file was chosen for comparing.
    pub(super) fn set_file(&self, name: String, plan: Arc<Plan>, is_schema: bool) {
        self.file.set(Some((name, plan, is_schema)));
    }

    /// What a document tells; nothing before the first export. Tracks the choice.
    pub(super) fn since(&self, plan: &Plan) -> Option<Since> {
        match self.choice.get() {
            Choice::Nothing => None,
            Choice::LastExport => self.history.with(|history| {
                let exported = history.baseline(plan)?;
                Some(Since::new(format!("the export of {}", exported.when), &exported.plan, plan))
            }),
            Choice::File => self.file.with(|file| {
                let (name, earlier, is_schema) = file.as_ref()?;
                Some(if *is_schema { Since::schema(name, earlier, plan) } else { Since::new(name, earlier, plan) })
            }),
        }
    }

    /// Remembers that the plan left as a document, a script or a schema.
    pub(super) fn record(&self, workspace: Workspace) {
        let now = String::from(js_sys::Date::new_0().to_iso_string());
        // 2026-11-24T09:00:00.000Z, to the minute.
        let when = format!("{} UTC", now.get(..16).unwrap_or(&now).replace('T', " "));
        let mut history = self.history.get_untracked();
        workspace.plan.with_untracked(|plan| history.record(plan, when));
        self.recorded.set(Some(history));
    }
}

/// The choice, above the documents it is for.
#[component]
pub(super) fn SinceChoice() -> impl IntoView {
    let workspace = use_workspace();
    let earlier = expect_context::<Earlier>();
    let last = move || {
        let when = earlier
            .history
            .with(|history| workspace.plan.with(|plan| history.baseline(plan).map(|exported| exported.when.clone())));
        when.map_or_else(|| "the last export (none yet)".to_owned(), |when| format!("the last export ({when})"))
    };
    let options = Signal::derive(move || {
        let last = ("last".to_owned(), last());
        let file = earlier.file.get().map(|(name, _, _)| ("file".to_owned(), name));
        let nothing = ("nothing".to_owned(), "nothing (do not show changes)".to_owned());
        [last].into_iter().chain(file).chain([nothing]).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        match earlier.choice.get() {
            Choice::Nothing => "nothing",
            Choice::LastExport => "last",
            Choice::File => "file",
        }
        .to_owned()
    });
    let choose = move |chosen: String| {
        earlier.choice.set(match chosen.as_str() {
            "nothing" => Choice::Nothing,
            "file" => Choice::File,
            _ => Choice::LastExport,
        });
    };
    view! {
        <div class="since-choice">
            <label for="since">"Documents show the changes since"</label>
            <widgets::Choice id="since" options chosen on_choose=choose />
        </div>
    }
    .into_any()
}
