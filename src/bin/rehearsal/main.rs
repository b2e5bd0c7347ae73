//! The worker that reads whole directories and rehearses them, off the main thread. It keeps the people, the existing users
//! and the result. It works in short slices, so that it hears a cancel or a newer plan at once. The same program also helps
//! such a worker: it decides about some of the people.

mod documents;
mod files;
mod first_rows;
mod helping;
mod named_table;
mod order;
mod ordering;
mod pause;
mod reading;
mod result;

use std::{cell::RefCell, rc::Rc};

use crosswalk::{
    app::rehearsal_messages::{Ask, Tell, from_message, to_message},
    directory::people_file::Side,
};
use files::Files;
use first_rows::FirstRows;
use ordering::Helpers;
use result::Results;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let kept = Kept::default();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((ask, beside)) = from_message::<Ask>(&event.data()) {
            answer(&kept, ask, beside);
        }
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    post(&Tell::Ready);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Posting fails only for values that cannot be copied. A text can be copied.
fn post(tell: &Tell) {
    post_with(tell, &JsValue::UNDEFINED);
}

/// Posts with a file beside.
fn post_with(tell: &Tell, beside: &JsValue) {
    let _ = scope().post_message(&to_message(tell, beside));
}

/// What the worker keeps.
#[derive(Clone, Default)]
struct Kept {
    files: Rc<RefCell<Files>>,
    results: Rc<RefCell<Results>>,
    helpers: Rc<RefCell<Helpers>>,
}

fn answer(kept: &Kept, ask: Ask, beside: JsValue) {
    match ask {
        Ask::Read { side, name, ticket } => {
            if let Ok(file) = beside.dyn_into::<Blob>() {
                spawn_local(files::read(Rc::clone(&kept.files), (side, name), ticket, file));
            }
        }
        Ask::Choose { side, ticket, columns } => post(&kept.files.borrow_mut().choose(side, ticket, columns)),
        Ask::FirstRows { ticket, columns, remembered } => {
            if let Some(plan) = beside.as_string() {
                kept.files.borrow_mut().want_first(FirstRows { ticket, plan, columns, remembered });
            }
        }
        Ask::Forget { side } => {
            kept.files.borrow_mut().forget(side);
            if side == Side::People {
                kept.results.borrow_mut().clear();
            }
        }
        Ask::Cancel => kept.files.borrow_mut().cancel(),
        Ask::Rehearse { ticket } => {
            let files = kept.files.borrow().both();
            if let (Some(plan), Some(files)) = (beside.as_string(), files) {
                let (results, helpers) = (Rc::clone(&kept.results), Rc::clone(&kept.helpers));
                spawn_local(result::rehearse(results, helpers, ticket, plan, files));
            }
        }
        Ask::Stop => kept.results.borrow_mut().stop(),
        Ask::Helpers => kept.helpers.borrow_mut().set(&beside.into()),
        Ask::Help => helping::serve(beside.into()),
        Ask::Rows(wanted) => spawn_local(result::rows(Rc::clone(&kept.results), wanted)),
        Ask::Person { ticket, row } => post(&kept.results.borrow().person(ticket, row)),
        Ask::Write { ticket, format } => spawn_local(documents::write(Rc::clone(&kept.results), ticket, format)),
    }
}
