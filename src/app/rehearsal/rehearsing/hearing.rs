//! What the rehearsal hears from the worker, and what follows when the worker ends.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::{Rehearsing, RunState};
use crate::{
    app::{
        navigation::Purpose,
        rehearsal::{
            files::{ColumnStep, Reading},
            remembered_columns,
        },
        rehearsal_messages::{FileRead, PersonFound, Refusal, Tell},
        services::{files::download_file, rehearsal_worker::Heard},
        state::{PersonKey, Visitor},
    },
    directory::people_file::Side,
    text::counted,
};

/// Why a file cannot be used if the worker ends while it reads it.
const TOO_LARGE: &str = "reading stopped: the browser ran out of memory, or Crosswalk failed. Export fewer columns, or split the file by country or department, and try again";
/// Why there is no result if the worker ends again.
const TWICE: &str = "the rehearsal stopped twice: the browser ran out of memory, or Crosswalk failed. Use a smaller file, or change the plan";

impl Rehearsing {
    pub(super) fn hear(self, heard: Heard) {
        match heard {
            Heard::Told(tell, beside) => self.told(tell, beside),
            Heard::NotStarted(reason) => {
                if let Some(reading) = self.files.reading.get_untracked() {
                    self.files.reading.set(None);
                    let refusal = Refusal { reason: reason.to_owned(), belongs: None };
                    self.refuse(reading.side, reading.handle, refusal);
                } else {
                    self.run.set(RunState::Failed(reason.to_owned()));
                }
            }
            Heard::Died => self.died(),
        }
    }

    fn told(self, tell: Tell, beside: JsValue) {
        match tell {
            Tell::Ready => {}
            Tell::Reading { ticket, progress } => {
                if self.reading(ticket).is_some() {
                    self.files.reading.update(|reading| {
                        if let Some(reading) = reading {
                            reading.progress = progress;
                        }
                    });
                }
            }
            Tell::FirstRows(page) => self.show_first_rows(page),
            Tell::Read { ticket, file } => self.read_to_the_end(ticket, file),
            Tell::Waits { ticket, file } => self.waits(ticket, file),
            Tell::Refused { ticket, refusal } => {
                if let Some(reading) = self.reading(ticket) {
                    self.files.reading.set(None);
                    self.refuse(reading.side, reading.handle, refusal);
                    self.read_next();
                }
            }
            Tell::Rehearsing { ticket, done, of } => {
                if self.last_run.get_value() == ticket {
                    self.run.set(RunState::Running { done, of });
                }
            }
            Tell::Rehearsed { ticket, report, command, documents } => {
                if self.last_run.get_value() == ticket {
                    self.has_died.set_value(false);
                    self.offers.set((command, documents));
                    self.report.set(Some(Arc::new(*report)));
                    self.run.set(RunState::Complete);
                    self.query();
                }
            }
            Tell::NotRehearsed { ticket, reason } => {
                if self.last_run.get_value() == ticket {
                    self.table.end_early();
                    self.run.set(RunState::Failed(reason));
                }
            }
            Tell::Rows(page) => self.table.take(page),
            Tell::Written { ticket, file } => {
                if let (true, Ok(document)) = (self.last_document.get_value() == ticket, beside.dyn_into::<Blob>()) {
                    download_file(&file, &document);
                    self.workspace.announce(format!("{file} is in your downloads."));
                }
            }
            Tell::Person { ticket, person } => {
                if let Some(person) = person.filter(|_| self.last_person.get_value() == ticket) {
                    self.show_person(*person);
                }
            }
        }
    }

    /// The file that is being read, if it has this ticket.
    pub(super) fn reading(self, ticket: u32) -> Option<Reading> {
        self.files.reading.get_untracked().filter(|reading| reading.ticket == ticket)
    }

    fn read_to_the_end(self, ticket: u32, file: FileRead) {
        let Some(reading) = self.reading(ticket) else { return };
        let people =
            if reading.side == Side::People { counted(file.rows, "person") } else { counted(file.rows, "user") };
        self.workspace.announce(format!("Read {people} from {}", reading.handle.name));
        self.files.reading.set(None);
        self.files.keep(reading.side, reading.handle, file);
        self.store_if_wanted();
        if !self.read_next() {
            self.rehearse();
        }
    }

    fn waits(self, ticket: u32, file: FileRead) {
        let Some(reading) = self.reading(ticket) else { return };
        let known = reading.handle.columns.clone().or_else(|| remembered_columns::recall(&file));
        if let Some(columns) = known {
            return self.choose_with(ticket, reading.side, reading.handle, columns);
        }
        self.files.reading.set(None);
        self.table.end_early();
        let (side, handle) = (reading.side, reading.handle);
        self.files.step.set(Some(ColumnStep { side, handle, read: Arc::new(file), waits: true }));
        self.workspace.announce("Check what the columns hold.");
    }

    fn show_person(self, found: PersonFound) {
        let visitor = Visitor::new(found.sample, found.person, found.line, found.target);
        self.workspace.view.visitor.set(Some(Arc::new(visitor)));
        self.workspace.person.set(PersonKey::Visitor);
        self.preview.show(found.event);
        self.navigation.go(Purpose::Preview);
    }

    /// The worker forgot everything. The files are read again, apart from one that it died of.
    fn died(self) {
        self.table.end_early();
        let reading = self.files.reading.get_untracked();
        self.files.reading.set(None);
        if let Some(reading) = reading {
            let refusal = Refusal { reason: TOO_LARGE.to_owned(), belongs: None };
            self.refuse(reading.side, reading.handle, refusal);
        }
        self.last_run.set_value(self.ticket());
        if self.has_died.get_value() {
            self.again.set_value(Vec::new());
            self.run.set(RunState::Failed(TWICE.to_owned()));
            return;
        }
        self.has_died.set_value(true);
        let sides = [Side::People, Side::Target];
        let kept = sides.into_iter().filter_map(|side| Some((side, self.files.handle(side)?)));
        self.again.set_value(kept.collect());
        if self.read_next() {
            self.workspace.announce("The rehearsal stopped and starts again.");
        }
    }

    /// Reads the next file that the worker forgot. False if there is none.
    pub(super) fn read_next(self) -> bool {
        let mut next = None;
        self.again.update_value(|again| next = (!again.is_empty()).then(|| again.remove(0)));
        let Some((side, handle)) = next else { return false };
        let fault = self.files.fault.get_untracked();
        self.read(side, handle);
        // It is about another file, and stays on screen.
        self.files.fault.set(fault);
        true
    }
}
