//! The workers that help this one. It never waits for them: what does not come, it does itself.

use std::{cell::RefCell, rc::Rc};

use crosswalk::{
    analysis::rehearsal::Run,
    app::rehearsal_messages::{from_message, to_message},
    directory::people_file::Side,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, MessagePort};

use crate::{
    files::NamedTable,
    order::{Columned, Decide, Decided, Order},
};

/// The helpers, and what has come from them.
#[derive(Default)]
pub(crate) struct Helpers {
    ports: Vec<MessagePort>,
    came: Rc<RefCell<Vec<(u32, Uint8Array)>>>,
    hear: Option<Closure<dyn Fn(MessageEvent)>>,
}

impl Helpers {
    /// These are the helpers from now on.
    pub(crate) fn set(&mut self, ports: &Array) {
        let came = Rc::clone(&self.came);
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some((Decided { ticket }, bytes)) = from_message(&event.data()) {
                came.borrow_mut().push((ticket, bytes.unchecked_into()));
            }
        });
        self.ports.iter().for_each(MessagePort::close);
        self.ports = ports.iter().filter_map(|port| port.dyn_into().ok()).collect();
        self.ports.iter().for_each(|port| port.set_onmessage(Some(hear.as_ref().unchecked_ref())));
        self.hear = Some(hear);
    }

    /// Orders decisions for a run.
    pub(crate) fn begin(&self, ticket: u32, seen_at: i64, plan: &str, files: (&NamedTable, &NamedTable)) {
        let (people, existing) = files;
        let beside = Array::of3(&JsValue::from_str(plan), &people.file, &existing.file);
        for (place, port) in self.ports.iter().enumerate() {
            let order = Decide {
                ticket,
                seen_at,
                of: self.ports.len(),
                place,
                people: Columned::of(Side::People, people),
                existing: Columned::of(Side::Target, existing),
            };
            send(port, &Order::Decide(order), &beside);
        }
    }

    /// Gives a run what has come for it.
    pub(crate) fn take(&self, ticket: u32, run: &mut Run) {
        let came = self.came.take();
        came.iter().filter(|(of, _)| *of == ticket).for_each(|(_, bytes)| run.take(&bytes.to_vec()));
    }

    /// Ends the orders.
    pub(crate) fn stop(&self) {
        self.ports.iter().for_each(|port| send(port, &Order::Stop, &JsValue::UNDEFINED));
    }
}

/// A helper that has ended does not hear it. Posting fails only for what cannot be copied.
fn send(port: &MessagePort, order: &Order, beside: &JsValue) {
    let _ = port.post_message(&to_message(order, beside));
}
