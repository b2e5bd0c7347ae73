//! The workers that help this one. It never waits for them: what does not come, it does itself.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use crosswalk::{
    app::rehearsal_messages::{from_message, to_message},
    directory::people_file::Side,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, MessagePort};

use crate::{
    named_table::NamedTable,
    order::{Columned, Decide, Decided, Order, Share},
};

/// The helpers, and what they have decided.
#[derive(Default)]
pub(crate) struct Helpers {
    ports: Vec<MessagePort>,
    came: Rc<RefCell<Vec<(Decided, Uint8Array)>>>,
    hear: Option<Closure<dyn Fn(MessageEvent)>>,
    /// The ticket of the last order.
    last: Cell<u32>,
}

impl Helpers {
    /// These are the helpers from now on.
    pub(crate) fn set(&mut self, ports: &Array) {
        let came = Rc::clone(&self.came);
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some((decided, bytes)) = from_message(&event.data()) {
                came.borrow_mut().push((decided, bytes.unchecked_into()));
            }
        });
        // A message that is still on its way must not reach the listener, which ends here.
        for port in &self.ports {
            port.set_onmessage(None);
            port.close();
        }
        self.ports = ports.iter().filter_map(|port| port.dyn_into().ok()).collect();
        self.ports.iter().for_each(|port| port.set_onmessage(Some(hear.as_ref().unchecked_ref())));
        self.hear = Some(hear);
    }

    /// Orders decisions for a run. The helpers leave what they were ordered before.
    pub(crate) fn decide(&self, ticket: u32, seen_at: i64, plan: &str, files: (&NamedTable, &NamedTable)) {
        self.last.set(ticket);
        self.came.borrow_mut().clear();
        let beside = Array::of3(&JsValue::from_str(plan), &files.0.file, &files.1.file);
        for (place, port) in self.ports.iter().enumerate() {
            let share = Share { of: self.ports.len(), place };
            let (people, existing) = (Columned::of(Side::People, files.0), Columned::of(Side::Target, files.1));
            send(port, &Order::Decide(Decide { ticket, seen_at, share, people, existing }), &beside);
        }
    }

    /// What has come for a run.
    pub(crate) fn came(&self, ticket: u32) -> Vec<Uint8Array> {
        let mut came = self.came.borrow_mut();
        came.extract_if(.., |(decided, _)| decided.ticket == ticket).map(|(_, bytes)| bytes).collect()
    }

    /// Ends the orders for a run.
    pub(crate) fn end(&self, ticket: u32) {
        if self.last.get() == ticket {
            self.ports.iter().for_each(|port| send(port, &Order::Stop, &JsValue::UNDEFINED));
            self.came.borrow_mut().clear();
        }
    }
}

/// A helper that has ended does not hear it. Posting fails only for what cannot be copied.
fn send(port: &MessagePort, order: &Order, beside: &JsValue) {
    let _ = port.post_message(&to_message(order, beside));
}
