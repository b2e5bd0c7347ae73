//! The rehearsal of the app: it asks the worker, hears it, and repeats the run when the plan or a file changes.

mod asking;
mod first_rows;
mod hearing;
mod storing;

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::{
    files::{ColumnStep, Columns, FileFault, Files, Handle, Reading},
    remembered_columns,
    table::PeopleInTable,
};
use crate::{
    analysis::rehearsal::Report,
    app::{
        navigation::Navigation,
        parts::with_plan_files,
        preview::{Tried, use_tried},
        rehearsal_messages::{Ask, DocumentOffered, ReadProgress, Refusal},
        services::{files::check_size, rehearsal_worker},
        state::Workspace,
        widgets::{FieldDrafts, use_field_drafts},
    },
    directory::people_file::Side,
    limits::DIRECTORY_BYTES,
    text::grouped,
};

/// Milliseconds without an edit before the run repeats.
const PATIENCE: u64 = 250;
/// How far the run is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum RunState {
    /// The figures are those of the plan and the files.
    #[default]
    Complete,
    /// A run is under way, or waits for a pause in typing. The figures are older.
    Running { done: usize, of: usize },
    /// You ended the run. The figures are older.
    Stopped,
    /// The run failed, for this reason.
    Failed(String),
}

/// The rehearsal. It lives as long as the app.
#[derive(Clone, Copy)]
pub(super) struct Rehearsing {
    pub(super) workspace: Workspace,
    navigation: Navigation,
    preview: Tried,
    pub(super) files: Files,
    pub(super) report: RwSignal<Option<Arc<Report>>>,
    /// What exports what the file does not say, and the documents that the worker writes.
    pub(super) offers: RwSignal<(Option<String>, Vec<DocumentOffered>)>,
    pub(super) run: RwSignal<RunState>,
    pub(super) table: PeopleInTable,
    /// Counts what is asked.
    tickets: StoredValue<u32>,
    /// The ticket of the last run, and of the person that was last asked for.
    last_run: StoredValue<u32>,
    last_person: StoredValue<u32>,
    last_document: StoredValue<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Files to read after this one: the worker died and forgot them.
    again: StoredValue<Vec<(Side, Handle)>, LocalStorage>,
    /// Whether the worker has died since the last complete run.
    has_died: StoredValue<bool>,
    /// Whether this browser stores a copy of the files.
    pub(super) is_stored: RwSignal<bool>,
    drafts: FieldDrafts,
    /// The plan that the result and the filters are about, counted by the plans that were opened.
    about: StoredValue<u32>,
}

impl Rehearsing {
    pub(super) fn new(workspace: Workspace, navigation: Navigation) -> Self {
        let drafts = use_field_drafts();
        let rehearsing = Self {
            workspace,
            navigation,
            preview: use_tried(),
            files: Files::new(),
            report: RwSignal::new(None),
            offers: RwSignal::new((None, Vec::new())),
            run: RwSignal::new(RunState::default()),
            table: PeopleInTable::new(),
            tickets: StoredValue::new(0),
            last_run: StoredValue::new(0),
            last_person: StoredValue::new(0),
            last_document: StoredValue::new(0),
            timer: StoredValue::new(None),
            again: StoredValue::new_local(Vec::new()),
            has_died: StoredValue::new(false),
            is_stored: RwSignal::new(false),
            drafts,
            about: StoredValue::new(untrack(|| drafts.opened())),
        };
        rehearsing.open_stored();
        Effect::new(move |before: Option<()>| {
            workspace.plan.track();
            if before.is_some() {
                rehearsing.repeat_soon();
            }
        });
        rehearsing
    }

    /// The rehearsal is shown. Another plan gets its own result, and the filters that named the plan before are off. The
    /// files stay: they are about the directory.
    pub(super) fn shown(self) {
        let opened = untrack(|| self.drafts.opened());
        if self.about.get_value() != opened {
            self.about.set_value(opened);
            self.last_person.set_value(self.ticket());
            self.last_document.set_value(self.ticket());
            self.report.set(None);
            self.table.clear();
            self.rehearse();
        }
    }

    fn ticket(self) -> u32 {
        let mut ticket = 0;
        self.tickets.update_value(|last| {
            *last = last.wrapping_add(1);
            ticket = *last;
        });
        ticket
    }

    fn ask(self, ask: &Ask, beside: &JsValue, helpers: Option<usize>) {
        rehearsal_worker::ask(ask, beside, helpers, move |heard| self.hear(heard));
    }

    fn ask_for(self, ask: &Ask) {
        self.ask(ask, &JsValue::UNDEFINED, None);
    }

    /// Reads a file. What was there before stays until it is read.
    pub(super) fn open(self, side: Side, name: String, file: Blob) {
        self.read(side, Handle { name, file, columns: None });
    }

    fn read(self, side: Side, handle: Handle) {
        self.files.fault.set(None);
        self.files.step.set(None);
        self.table.end_early();
        if let Err(reason) = check_size(&handle.file, DIRECTORY_BYTES) {
            return self.refuse(side, handle, Refusal { reason, belongs: None });
        }
        let ticket = self.ticket();
        let (name, file) = (handle.name.clone(), handle.file.clone());
        self.files.reading.set(Some(Reading { side, ticket, handle, progress: ReadProgress::default() }));
        self.ask(&Ask::Read { side, name, ticket }, &file, None);
        self.ask_first_rows(side, ticket, &file);
    }

    fn refuse(self, side: Side, handle: Handle, refusal: Refusal) {
        self.table.end_early();
        self.workspace.announce(format!("{} cannot be used.", handle.name));
        self.files.fault.set(Some(FileFault { side, handle, refusal }));
    }

    /// Ends the reading of a file, or the step in which it waits for its columns. What was there before stays.
    pub(super) fn cancel(self) {
        self.table.end_early();
        self.files.reading.set(None);
        self.files.step.set(None);
        self.ask_for(&Ask::Cancel);
        self.workspace.announce("Cancelled. Nothing was changed.");
    }

    /// Shows what the columns of a file hold.
    pub(super) fn show_columns(self, side: Side) {
        let open = self.files.of(side).get_untracked();
        if let (Some(open), Some(handle)) = (open, self.files.handle(side)) {
            self.files.step.set(Some(ColumnStep { side, handle, read: open.read, waits: false }));
        }
    }

    /// The columns of a file hold these attributes.
    pub(super) fn choose(self, step: ColumnStep, columns: Columns) {
        remembered_columns::remember(&step.read, &columns);
        let ticket = self.ticket();
        self.choose_with(ticket, step.side, step.handle, columns);
    }

    fn choose_with(self, ticket: u32, side: Side, handle: Handle, columns: Columns) {
        let handle = Handle { columns: Some(columns.clone()), ..handle };
        self.files.step.set(None);
        self.files.reading.set(Some(Reading { side, ticket, handle, progress: ReadProgress::default() }));
        self.ask_for(&Ask::Choose { side, ticket, columns });
    }

    /// Forgets a file.
    pub(super) fn forget(self, side: Side) {
        self.files.forget(side);
        self.store_if_wanted();
        self.ask_for(&Ask::Forget { side });
        if side == Side::People {
            self.cancel_timer();
            self.last_run.set_value(self.ticket());
            self.report.set(None);
            self.run.set(RunState::Complete);
            self.table.clear();
        } else {
            self.rehearse();
        }
    }

    fn cancel_timer(self) {
        let mut timer = None;
        self.timer.update_value(|handle| timer = handle.take());
        if let Some(timer) = timer {
            timer.clear();
        }
    }

    /// Repeats the run when no further edit comes.
    fn repeat_soon(self) {
        self.cancel_timer();
        // They are those of the plan before.
        self.table.end_early();
        if !untrack(|| self.files.has_people()) {
            return;
        }
        let timer = set_timeout_with_handle(move || self.rehearse(), Duration::from_millis(PATIENCE));
        self.timer.set_value(timer.ok());
    }

    /// Rehearses the plan as it is now. A run that is under way ends.
    pub(super) fn rehearse(self) {
        self.cancel_timer();
        if !untrack(|| self.files.has_people()) {
            return;
        }
        let ticket = self.ticket();
        self.last_run.set_value(ticket);
        self.run.set(RunState::Running { done: 0, of: 0 });
        let plan = self.workspace.plan.get_untracked();
        with_plan_files(move |files| match files {
            Ok(files) => {
                let helpers = untrack(|| self.files.helpers());
                self.ask(&Ask::Rehearse { ticket }, &JsValue::from_str(&(files.write)(&plan)), Some(helpers));
            }
            Err(reason) => self.run.set(RunState::Failed(reason.to_string())),
        });
    }

    /// Ends the run. The result before it stays.
    pub(super) fn stop(self) {
        self.cancel_timer();
        self.table.end_early();
        self.last_run.set_value(self.ticket());
        self.ask_for(&Ask::Stop);
        self.run.set(RunState::Stopped);
        self.workspace.announce("The run was cancelled.");
    }

    /// Writes a document about the result.
    pub(super) fn write(self, format: String) {
        let ticket = self.ticket();
        self.last_document.set_value(ticket);
        self.ask_for(&Ask::Write { ticket, format });
    }

    /// Opens a person in the preview.
    pub(super) fn open_person(self, row: usize) {
        let ticket = self.ticket();
        self.last_person.set_value(ticket);
        self.ask_for(&Ask::Person { ticket, row });
    }

    /// Words for how far the run is. Tracks it.
    pub(super) fn progress_words(self) -> Option<String> {
        match self.run.get() {
            RunState::Running { done, of } if done > 0 => {
                Some(format!("Updating… {}%", grouped(done * 100 / of.max(1))))
            }
            RunState::Running { .. } => Some("Updating…".to_owned()),
            RunState::Stopped => Some("The figures are older than the plan.".to_owned()),
            RunState::Complete | RunState::Failed(_) => None,
        }
    }
}
