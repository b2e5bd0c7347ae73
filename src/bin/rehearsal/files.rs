//! The two files: the people, and the users that the application already has.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use crosswalk::{
    app::rehearsal_messages::{FileRead, Refusal, Tell},
    directory::people_file::{ChosenColumns, PeopleFileError, PeopleReader, Side},
};
use web_sys::Blob;

use crate::{
    first_rows::{FirstRows, SENT},
    named_table::{Columns, NamedTable},
    post, reading,
};

/// Milliseconds between two reports of the progress.
const REPORT: f64 = 80.0;

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
    /// The ticket of the file that is read.
    reading: Option<u32>,
    /// What is wanted of it before it is read.
    first: Option<FirstRows>,
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

    fn begin(&mut self, reading: Option<u32>) -> u32 {
        self.turn = self.turn.wrapping_add(1);
        self.reading = reading;
        self.first = None;
        self.turn
    }

    /// Ends the reading of a file.
    pub(crate) fn cancel(&mut self) {
        self.begin(None);
        self.waits = None;
    }

    /// The first people of the file that is read are wanted.
    pub(crate) fn want_first(&mut self, first: FirstRows) {
        self.first = Some(first);
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

/// Begins to rehearse the first people of a file, if somebody wants them and they are read.
fn begin_first(files: &Rc<RefCell<Files>>, ticket: u32, reader: &PeopleReader) {
    if files.borrow().first.as_ref().is_none_or(|first| first.ticket != ticket) {
        return;
    }
    let Some(read) = reader.first(SENT) else { return };
    let first = files.borrow_mut().first.take();
    if let Some(first) = first {
        let files = Rc::clone(files);
        first.rehearse(&read, move || files.borrow().reading == Some(ticket));
    }
}

/// Reads a file. It ends without a word when another file comes or somebody cancels.
pub(crate) async fn read(files: Rc<RefCell<Files>>, (side, name): (Side, String), ticket: u32, file: Blob) {
    let turn = files.borrow_mut().begin(Some(ticket));
    let mut reported = 0.0;
    let mut report = |reader: &PeopleReader, progress| {
        begin_first(&files, ticket, reader);
        let now = js_sys::Date::now();
        if now - reported >= REPORT {
            reported = now;
            post(&Tell::Reading { ticket, progress });
        }
    };
    let is_wanted = || files.borrow().turn == turn;
    let read = reading::table(side, &file, &mut report, &is_wanted).await;
    if files.borrow().turn != turn {
        return;
    }
    files.borrow_mut().reading = None;
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
