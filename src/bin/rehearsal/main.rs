//! The worker that reads whole directories and rehearses them, off the main thread. It keeps the people, the existing users
//! and the result. It works in short slices, so that it hears a cancel or a newer plan at once.

mod files;
mod pause;

use std::{cell::RefCell, rc::Rc};

use crosswalk::app::rehearsal_messages::{Ask, Tell, from_message, to_message};
use files::Files;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let files = Rc::new(RefCell::new(Files::default()));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((ask, beside)) = from_message::<Ask>(&event.data()) {
            answer(&files, ask, beside);
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
    let _ = scope().post_message(&to_message(tell, &JsValue::UNDEFINED));
}

fn answer(files: &Rc<RefCell<Files>>, ask: Ask, beside: JsValue) {
    match ask {
        Ask::Read { side, ticket } => {
            if let Ok(file) = beside.dyn_into::<Blob>() {
                spawn_local(files::read(Rc::clone(files), side, ticket, file));
            }
        }
        Ask::Choose { side, ticket, columns } => post(&files.borrow_mut().choose(side, ticket, columns)),
        Ask::Forget { side } => files.borrow_mut().forget(side),
        Ask::Cancel => files.borrow_mut().cancel(),
    }
}
