//! The messages between the app and the worker that rehearses. The worker keeps the files' people and the result; the app
//! asks for what it shows.
//!
//! A message is a name with its facts as JSON, and beside it what is large: a file as a handle, a plan as text, a document as
//! bytes.

mod file_read;
mod rows;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

pub use file_read::{Belongs, ColumnRead, FileRead, ReadProgress, Refusal};
pub use rows::{CellShown, PersonFound, PersonLine, RowsPage, RowsWanted, TableColumn};

use crate::{analysis::rehearsal::Report, directory::people_file::Side};

/// People from which several workers are faster than one. A helper starts, reads the files and the existing users first.
pub const SHARED_FROM: usize = 10_000;

/// What the app asks. What replaces something ends the work on it that is under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Read the file beside this message. A file with its own headings waits for its columns.
    Read {
        /// Whose users it has.
        side: Side,
        /// Its name.
        name: String,
        /// Comes back with every reply about this file.
        ticket: u32,
    },
    /// The columns hold these attributes: of the file that waits for them, or else of the file that is there.
    Choose {
        /// Whose users the file has.
        side: Side,
        /// Comes back with the reply.
        ticket: u32,
        /// The attribute for each heading; nothing for a column that is not used.
        columns: BTreeMap<String, Option<String>>,
    },
    /// Forget the file.
    Forget {
        /// Whose users it has.
        side: Side,
    },
    /// While a file of people is read, send its first people as the plan beside this message sees them.
    FirstRows {
        /// The ticket of the file.
        ticket: u32,
        /// The columns to send. What is not certain yet is left out.
        columns: Vec<TableColumn>,
        /// What the columns of earlier files held, for a file with the same headings. Another file with its own headings
        /// waits for its columns, and nothing is sent.
        remembered: Vec<BTreeMap<String, Option<String>>>,
    },
    /// End the reading of a file. What was there before stays.
    Cancel,
    /// Rehearse the plan beside this message over the files. A result that is there stays until the next one is complete.
    Rehearse {
        /// Comes back with the result.
        ticket: u32,
    },
    /// End the rehearsal. The result before it stays.
    Stop,
    /// Let the workers behind the ports beside this message help, and no others.
    Helpers,
    /// Help the worker behind the port beside this message, and do nothing else.
    Help,
    /// Send a page of the table.
    Rows(RowsWanted),
    /// Send a person.
    Person {
        /// Comes back with the person.
        ticket: u32,
        /// The row in the file.
        row: usize,
    },
    /// Write a document.
    Write {
        /// Comes back with the document.
        ticket: u32,
        /// The name of its format.
        format: String,
    },
}

/// What the worker tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Tell {
    /// It is ready.
    Ready,
    /// How much of a file is read.
    Reading {
        /// The ticket of the file.
        ticket: u32,
        /// How much.
        progress: ReadProgress,
    },
    /// The first people of a file that is being read, under the ticket of the file.
    FirstRows(RowsPage),
    /// The file is read and used.
    Read {
        /// The ticket of the file.
        ticket: u32,
        /// What it has.
        file: FileRead,
    },
    /// The file is read, and waits for its columns. What was there before is still used.
    Waits {
        /// The ticket of the file.
        ticket: u32,
        /// What it has.
        file: FileRead,
    },
    /// The file cannot be used. What was there before is still used.
    Refused {
        /// The ticket of the file.
        ticket: u32,
        /// Why.
        refusal: Refusal,
    },
    /// How far the rehearsal is.
    Rehearsing {
        /// The ticket of the rehearsal.
        ticket: u32,
        /// Rows that are done.
        done: usize,
        /// All rows.
        of: usize,
    },
    /// The rehearsal is complete.
    Rehearsed {
        /// The ticket of the rehearsal.
        ticket: u32,
        /// The result.
        report: Box<Report>,
        /// What exports what the file does not say, if something can be run.
        command: Option<String>,
        /// The documents that can be written.
        documents: Vec<DocumentOffered>,
    },
    /// The plan cannot be rehearsed.
    NotRehearsed {
        /// The ticket of the rehearsal.
        ticket: u32,
        /// Why.
        reason: String,
    },
    /// A page of the table.
    Rows(RowsPage),
    /// A person; nothing if the result does not have the row.
    Person {
        /// The ticket of the request.
        ticket: u32,
        /// The person.
        person: Option<Box<PersonFound>>,
    },
    /// A document, whose file is beside this message.
    Written {
        /// The ticket of the document.
        ticket: u32,
        /// The name of the file.
        file: String,
    },
}

/// A document that can be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentOffered {
    /// The name of its format.
    pub format: String,
    /// The title on screen.
    pub title: String,
    /// What it is.
    pub about: String,
}

/// The message to post: the facts, and what is large beside them.
pub fn to_message(facts: &impl Serialize, beside: &JsValue) -> JsValue {
    // The facts have only text keys and finite numbers, which always serialise.
    let facts = serde_json::to_string(facts).unwrap_or_default();
    js_sys::Array::of2(&JsValue::from_str(&facts), beside).into()
}

/// What a message says; nothing if it has another sender.
pub fn from_message<T: for<'a> Deserialize<'a>>(message: &JsValue) -> Option<(T, JsValue)> {
    let parts = message.dyn_ref::<js_sys::Array>()?;
    let facts = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    Some((facts, parts.get(1)))
}
