//! The workers that read schemas and tables, as the app sees them: started for one file, ended with the last reply or by a
//! cancel.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::start_worker::{NOT_STARTED, start_worker};
use crate::{
    app::{
        parts::{ReadReport, with_report_reader},
        worker_messages::{ImportRequest, Progress, Reply},
    },
    exchange::{graph_schema::ImportReport, scim_schemas::Described},
};

/// What the app hears while a file is imported.
pub enum Heard {
    /// How much of the file is read.
    Progress(Progress),
    /// The file is read. Nothing follows.
    Imported(Box<ImportReport>),
    /// The file is a SCIM application's description of its attributes. Nothing follows.
    Described(Box<Described>),
    /// The file holds tables, as JSON: whoever shows them loads their reader. Nothing follows.
    Tables(String),
    /// The file cannot be read, for this reason. Nothing follows.
    Refused(String),
}

thread_local! {
    /// One at a time: a new file ends the reading of the one before.
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

struct Running {
    worker: Worker,
    /// While it exists, the app waits for this file.
    _wanted: Rc<()>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What is left to say when the worker's memory ends, or when it fails in a way nobody thought of.
const STOPPED: &str = "reading stopped: the browser ran out of memory, or Crosswalk failed. Cut the file to one template or one rule and try again";

/// The binaries of the workers.
const SCHEMAS: &str = "schemas";
const TABLES: &str = "tables";

type Hear = Rc<RefCell<dyn FnMut(Heard)>>;

/// Has a file imported. `hear` gets progress, and one last answer: the import or the reason why there is none.
pub fn import(request: ImportRequest, mut hear: impl FnMut(Heard) + 'static) {
    let hear = Rc::new(RefCell::new(move |heard: Heard| {
        if !matches!(heard, Heard::Progress(_)) {
            cancel();
        }
        hear(heard);
    }));
    read_with(SCHEMAS, request, hear);
}

fn read_with(name: &str, request: ImportRequest, hear: Hear) {
    cancel();
    let Ok(worker) = start_worker(name) else {
        return (hear.borrow_mut())(Heard::Refused(NOT_STARTED.to_owned()));
    };
    let wanted = Rc::new(());
    let ready = Rc::new(Cell::new(false));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let (worker, hear, ready, wanted) = (worker.clone(), hear.clone(), ready.clone(), Rc::downgrade(&wanted));
        move |event: MessageEvent| match Reply::from_message(&event.data()) {
            Some(Reply::Ready) => {
                ready.set(true);
                if worker.post_message(&request.to_message()).is_err() {
                    (hear.borrow_mut())(Heard::Refused(NOT_STARTED.to_owned()));
                }
            }
            Some(Reply::Progress(progress)) => (hear.borrow_mut())(Heard::Progress(progress)),
            // The readers of tables are large, and few need them.
            Some(Reply::IsTable) => read_with(TABLES, request.clone(), hear.clone()),
            Some(Reply::Tables(tables)) => (hear.borrow_mut())(Heard::Tables(tables)),
            Some(Reply::Refused(reason)) => (hear.borrow_mut())(Heard::Refused(reason)),
            Some(reply @ (Reply::Imported(_) | Reply::Described(_))) => {
                let (hear, wanted) = (hear.clone(), wanted.clone());
                with_report_reader(move |read| {
                    if wanted.upgrade().is_some() {
                        (hear.borrow_mut())(match read.map(|read| heard(&read, reply)) {
                            Ok(Some(heard)) => heard,
                            Ok(None) => Heard::Refused(STOPPED.to_owned()),
                            Err(reason) => Heard::Refused(reason.to_string()),
                        });
                    }
                });
            }
            None => (hear.borrow_mut())(Heard::Refused(STOPPED.to_owned())),
        }
    });
    let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |_| {
        let reason = if ready.get() { STOPPED } else { NOT_STARTED };
        (hear.borrow_mut())(Heard::Refused(reason.to_owned()));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    RUNNING.set(Some(Running { worker, _wanted: wanted, _hear: on_message, _fail: on_error }));
}

/// What a last reply says.
fn heard(read: &ReadReport, reply: Reply) -> Option<Heard> {
    match reply {
        Reply::Imported(text) => (read.import)(&text).map(|report| Heard::Imported(Box::new(report))),
        Reply::Described(text) => (read.described)(&text).map(|described| Heard::Described(Box::new(described))),
        _ => None,
    }
}

/// Ends the reading; nothing is heard of it any more.
pub fn cancel() {
    drop(RUNNING.take());
}
