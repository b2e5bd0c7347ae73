//! The two files: the people, and the users that the application already has.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Arc};

use crosswalk::{
    app::rehearsal_messages::{FileRead, ReadProgress, Refusal, Tell},
    directory::people_file::{ChosenColumns, PeopleFileError, PeopleReader, PeopleTable, Side},
};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::{
    pause::{pause, pause_if_due},
    post,
};

/// How much of a file is fetched at once, and how much of it is read between two looks at the clock.
const FETCHED: usize = 2 * 1024 * 1024;
const FED: usize = 64 * 1024;
/// Milliseconds between two reports of the progress.
const REPORT: f64 = 80.0;

/// The attribute of each heading; nothing for a column that is not used.
pub(crate) type Columns = BTreeMap<String, Option<String>>;

/// A table with its file.
#[derive(Clone)]
pub(crate) struct NamedTable {
    pub(crate) name: String,
    pub(crate) table: Arc<PeopleTable>,
    /// The file and the chosen columns, for a worker that reads it too.
    pub(crate) file: Blob,
    pub(crate) columns: Columns,
    /// The ticket with which this table began to be used: no other table has it.
    pub(crate) ticket: u32,
}

/// The people, and the existing users.
pub(crate) type BothFiles = (NamedTable, Option<NamedTable>);

/// The files that are read.
#[derive(Default)]
pub(crate) struct Files {
    people: Option<NamedTable>,
    existing: Option<NamedTable>,
    /// A file that waits for its columns.
    waits: Option<(Side, NamedTable)>,
    /// Counts the files whose reading began or was cancelled: a file that is no longer the last one ends.
    turn: u32,
}

impl Files {
    fn of(&mut self, side: Side) -> &mut Option<NamedTable> {
        match side {
            Side::People => &mut self.people,
            Side::Target => &mut self.existing,
        }
    }

    /// The people, and the existing users; nothing without people.
    pub(crate) fn both(&self) -> Option<BothFiles> {
        Some((self.people.clone()?, self.existing.clone()))
    }

    fn begin(&mut self) -> u32 {
        self.turn = self.turn.wrapping_add(1);
        self.turn
    }

    /// Ends the reading of a file.
    pub(crate) fn cancel(&mut self) {
        self.begin();
        self.waits = None;
    }

    /// Forgets a file.
    pub(crate) fn forget(&mut self, side: Side) {
        *self.of(side) = None;
    }

    /// A file was read. One with its own headings waits for somebody who checks what its columns hold.
    fn take(&mut self, side: Side, read: NamedTable) -> Tell {
        let ticket = read.ticket;
        let table = match read.table.choose(&ChosenColumns::default()) {
            Ok(table) if !table.is_guessed() => return self.keep(side, NamedTable { table: Arc::new(table), ..read }),
            Ok(table) => Arc::new(table),
            Err(PeopleFileError::NoColumn { .. }) => Arc::clone(&read.table),
            Err(error) => return Tell::Refused { ticket, refusal: Refusal::from(error) },
        };
        let file = FileRead::of(side, &table);
        self.waits = Some((side, NamedTable { table, ..read }));
        Tell::Waits { ticket, file }
    }

    fn keep(&mut self, side: Side, table: NamedTable) -> Tell {
        let (ticket, file) = (table.ticket, FileRead::of(side, &table.table));
        *self.of(side) = Some(table);
        Tell::Read { ticket, file }
    }

    /// The columns of the file that waits, or of the one that is there, hold these attributes.
    pub(crate) fn choose(&mut self, side: Side, ticket: u32, columns: Columns) -> Tell {
        let waits = self.waits.as_ref().filter(|(of, _)| *of == side).map(|(_, table)| table.clone());
        let chosen = waits.or_else(|| self.of(side).clone()).ok_or(PeopleFileError::Cancelled).and_then(|file| {
            let table = Arc::new(file.table.choose(&ChosenColumns::new(columns.clone()))?);
            Ok(NamedTable { table, columns, ticket, ..file })
        });
        match chosen {
            Ok(table) => {
                self.waits = None;
                self.keep(side, table)
            }
            Err(error) => Tell::Refused { ticket, refusal: Refusal::from(error) },
        }
    }
}

/// Reads a file in pieces. It ends without a word when another file comes or somebody cancels.
pub(crate) async fn read(files: Rc<RefCell<Files>>, side: Side, name: String, ticket: u32, file: Blob) {
    let turn = files.borrow_mut().begin();
    let mut reported = 0.0;
    let report = |progress| {
        let now = js_sys::Date::now();
        if now - reported >= REPORT {
            reported = now;
            post(&Tell::Reading { ticket, progress });
        }
    };
    let read = table(side, &file, report, || files.borrow().turn == turn).await;
    if files.borrow().turn != turn {
        return;
    }
    let tell = match read {
        Ok(Some(table)) => {
            let (table, columns) = (Arc::new(table), Columns::new());
            files.borrow_mut().take(side, NamedTable { name, table, file, columns, ticket })
        }
        Ok(None) => return,
        Err(refusal) => Tell::Refused { ticket, refusal },
    };
    post(&tell);
}

/// The table of a file, before anything is known about its columns; nothing if nobody waits for it any longer.
pub(crate) async fn table(
    side: Side,
    file: &Blob,
    mut report: impl FnMut(ReadProgress),
    is_wanted: impl Fn() -> bool,
) -> Result<Option<PeopleTable>, Refusal> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file has a whole number of bytes
    let of = file.size() as usize;
    let mut reader = PeopleReader::new(side).expecting(of);
    let mut at = 0;
    let mut next = piece(file, at);
    while at < of {
        let Ok(buffer) = JsFuture::from(next.clone()).await.and_then(JsCast::dyn_into::<ArrayBuffer>) else {
            let reason = "the browser could not read the file. It was moved or changed: choose it again".to_owned();
            return Err(Refusal { reason, belongs: None });
        };
        let bytes = Uint8Array::new(&buffer).to_vec();
        // Otherwise the whole file can wait in the browser's memory for its garbage collection. An older browser has no such
        // method, and collects later.
        let _ = buffer.transfer_with_length(0);
        at += bytes.len().max(1);
        // The browser fetches the next piece while this one is read.
        next = piece(file, at);
        for part in bytes.chunks(FED) {
            let progress = reader.feed(part).map_err(Refusal::from)?;
            report(ReadProgress { rows: progress.rows, bytes: progress.bytes.min(of), of });
            pause_if_due().await;
            if !is_wanted() {
                return Ok(None);
            }
        }
    }
    pause().await;
    if !is_wanted() {
        return Ok(None);
    }
    reader.finish_as_read().map(Some).map_err(Refusal::from)
}

/// A piece of a file as a promise.
fn piece(file: &Blob, from: usize) -> js_sys::Promise {
    #[allow(clippy::cast_precision_loss)] // a file is far smaller than 2^53 bytes
    let (start, end) = (from as f64, (from + FETCHED) as f64);
    match file.slice_with_f64_and_f64(start, end) {
        Ok(part) => part.array_buffer(),
        Err(reason) => js_sys::Promise::reject(&reason),
    }
}
