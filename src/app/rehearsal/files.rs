//! The two files of a rehearsal: the people, and the users that the application already has. The app keeps the handles, and
//! the worker reads them.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use web_sys::Blob;

use super::sharing::helpers_for_run;
use crate::{
    app::rehearsal_messages::{FileRead, ReadProgress, Refusal},
    directory::people_file::Side,
};

/// The attribute of each heading; nothing for a column that is not used.
pub(super) type Columns = BTreeMap<String, Option<String>>;

/// A file as the browser has it, with its columns if somebody chose them.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    pub(super) name: String,
    pub(super) file: Blob,
    pub(super) columns: Option<Columns>,
}

/// A file that is read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OpenFile {
    pub(super) name: String,
    pub(super) read: Arc<FileRead>,
}

/// A file that is being read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) side: Side,
    pub(super) ticket: u32,
    pub(super) handle: Handle,
    pub(super) progress: ReadProgress,
}

/// The step in which you say what the columns of a file hold.
#[derive(Clone, Debug)]
pub(super) struct ColumnStep {
    pub(super) side: Side,
    pub(super) handle: Handle,
    pub(super) read: Arc<FileRead>,
    /// Whether the file waits for it. Otherwise it is in use already.
    pub(super) waits: bool,
}

/// A file that cannot be used.
#[derive(Clone, Debug)]
pub(super) struct FileFault {
    pub(super) side: Side,
    pub(super) handle: Handle,
    pub(super) refusal: Refusal,
}

/// The files, and what happens to them.
#[derive(Clone, Copy)]
pub(super) struct Files {
    people: RwSignal<Option<OpenFile>>,
    existing: RwSignal<Option<OpenFile>>,
    pub(super) reading: RwSignal<Option<Reading>, LocalStorage>,
    pub(super) step: RwSignal<Option<ColumnStep>, LocalStorage>,
    pub(super) fault: RwSignal<Option<FileFault>, LocalStorage>,
    handles: StoredValue<[Option<Handle>; 2], LocalStorage>,
}

const fn place(side: Side) -> usize {
    match side {
        Side::People => 0,
        Side::Target => 1,
    }
}

impl Files {
    pub(super) fn new() -> Self {
        Self {
            people: RwSignal::new(None),
            existing: RwSignal::new(None),
            reading: RwSignal::new_local(None),
            step: RwSignal::new_local(None),
            fault: RwSignal::new_local(None),
            handles: StoredValue::new_local([None, None]),
        }
    }

    /// The file of a side.
    pub(super) const fn of(self, side: Side) -> RwSignal<Option<OpenFile>> {
        match side {
            Side::People => self.people,
            Side::Target => self.existing,
        }
    }

    /// The handle of the file of a side.
    pub(super) fn handle(self, side: Side) -> Option<Handle> {
        self.handles.with_value(|handles| handles[place(side)].clone())
    }

    /// The worker has read a file.
    pub(super) fn keep(self, side: Side, handle: Handle, read: FileRead) {
        self.of(side).set(Some(OpenFile { name: handle.name.clone(), read: Arc::new(read) }));
        self.handles.update_value(|handles| handles[place(side)] = Some(handle));
    }

    /// Forgets the file of a side.
    pub(super) fn forget(self, side: Side) {
        self.of(side).set(None);
        self.handles.update_value(|handles| handles[place(side)] = None);
    }

    /// How many workers help with a run over these files.
    pub(super) fn helpers(self) -> usize {
        let people = self.people.with(|people| people.as_ref().map_or(0, |people| people.read.rows));
        match (self.handle(Side::People), self.handle(Side::Target)) {
            (Some(one), Some(other)) => helpers_for_run(people, &one.file, &other.file),
            _ => 0,
        }
    }

    /// Whether the people are there. Tracks it.
    pub(super) fn has_people(self) -> bool {
        self.people.with(Option::is_some)
    }
}
