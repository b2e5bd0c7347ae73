//! The worker that rehearses, as the app sees it: started with the first question, and kept with everything that it has read.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, MessageChannel, MessageEvent, Worker};

use super::start_worker::{NOT_STARTED, start_worker};
use crate::app::rehearsal_messages::{Ask, Tell, from_message, to_message};

/// What the app hears.
pub enum Heard {
    /// The worker tells something, with what is large beside it.
    Told(Tell, JsValue),
    /// The worker could not be started, for this reason.
    NotStarted(&'static str),
    /// The worker ended: it has no memory left, or it failed. What it had read is gone.
    Died,
}

/// Who hears it.
type Hear = Rc<dyn Fn(Heard)>;

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Messages with the ports that go with them.
type Early = Rc<RefCell<Vec<(JsValue, Array)>>>;

struct Running {
    worker: Worker,
    ready: Rc<Cell<bool>>,
    /// What is asked before the worker is ready.
    early: Early,
    helpers: Vec<Helper>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A worker that helps. If it ends, the other one does its work.
struct Helper {
    worker: Worker,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Asks the worker, and starts it if it does not run. `beside` is what is large in the question. If `helpers` is given, so many
/// other workers help from now on. `hear` hears everything from a worker that is started now.
pub fn ask(ask: &Ask, beside: &JsValue, helpers: Option<usize>, hear: impl Fn(Heard) + 'static) {
    if RUNNING.with_borrow(Option::is_none) {
        let hear: Hear = Rc::new(hear);
        match start(&hear) {
            Ok(running) => RUNNING.set(Some(running)),
            Err(_) => return hear(Heard::NotStarted(NOT_STARTED)),
        }
    }
    RUNNING.with_borrow_mut(|running| {
        if let Some(running) = running {
            if let Some(helpers) = helpers {
                running.share(helpers);
            }
            running.send(to_message(ask, beside), Array::new());
        }
    });
}

impl Running {
    /// Lets so many workers help. Those that help already go on, if they are as many.
    fn share(&mut self, helpers: usize) {
        if self.helpers.len() != helpers {
            let started = (0..helpers).filter_map(|_| Helper::start().ok());
            let (helpers, ports): (Vec<Helper>, Array) = started.unzip();
            self.helpers = helpers;
            self.send(to_message(&Ask::Helpers, &ports), ports);
        }
    }

    fn send(&self, message: JsValue, ports: Array) {
        if self.ready.get() {
            post(&self.worker, &message, &ports);
        } else {
            self.early.borrow_mut().push((message, ports));
        }
    }
}

/// Posting fails only for what cannot be copied. A text and a file can be copied.
fn post(worker: &Worker, message: &JsValue, ports: &Array) {
    let _ = worker.post_message_with_transfer(message, ports);
}

impl Helper {
    /// Starts a helper. The other worker reaches it by the port.
    fn start() -> Result<(Self, JsValue), JsValue> {
        let (worker, channel) = (start_worker("rehearsal")?, MessageChannel::new()?);
        let hear = Closure::<dyn FnMut(MessageEvent)>::new({
            let (worker, port) = (worker.clone(), JsValue::from(channel.port2()));
            move |event: MessageEvent| {
                if let Some((Tell::Ready, _)) = from_message::<Tell>(&event.data()) {
                    post(&worker, &to_message(&Ask::Help, &port), &Array::of1(&port));
                }
            }
        });
        let fail = Closure::<dyn FnMut(ErrorEvent)>::new({
            let worker = worker.clone();
            move |event: ErrorEvent| {
                event.prevent_default();
                worker.terminate();
            }
        });
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        Ok((Self { worker, _hear: hear, _fail: fail }, channel.port1().into()))
    }
}

/// Ends the worker with everything that it has read.
pub fn end() {
    drop(RUNNING.take());
}

fn start(hear: &Hear) -> Result<Running, JsValue> {
    let worker = start_worker("rehearsal")?;
    let ready = Rc::new(Cell::new(false));
    let early = Early::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let (worker, hear, ready, early) = (worker.clone(), Rc::clone(hear), Rc::clone(&ready), Rc::clone(&early));
        move |event: MessageEvent| match from_message::<Tell>(&event.data()) {
            Some((Tell::Ready, _)) => {
                ready.set(true);
                early.borrow_mut().drain(..).for_each(|(message, ports)| post(&worker, &message, &ports));
            }
            Some((tell, beside)) => hear(Heard::Told(tell, beside)),
            None => {}
        }
    });
    let on_error = Closure::<dyn FnMut(ErrorEvent)>::new({
        let (hear, ready) = (Rc::clone(hear), Rc::clone(&ready));
        move |event: ErrorEvent| {
            event.prevent_default();
            let heard = if ready.get() { Heard::Died } else { Heard::NotStarted(NOT_STARTED) };
            end_later();
            hear(heard);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Ok(Running { worker, ready, early, helpers: Vec::new(), _hear: on_message, _fail: on_error })
}

/// Ends the worker while one of its listeners runs: a listener must not be dropped then.
fn end_later() {
    let ended = RUNNING.take();
    gloo_timers::callback::Timeout::new(0, move || drop(ended)).forget();
}
