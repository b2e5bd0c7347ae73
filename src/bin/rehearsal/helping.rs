//! Helping another worker: this one decides about some of the people, from the last one backwards. The other worker begins
//! with the first one, and takes what has come by then.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};

use crosswalk::{
    analysis::rehearsal::Deciding,
    app::rehearsal_messages::{from_message, to_message},
    directory::people_file::{ChosenColumns, PeopleTable},
    exchange::plan_file,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, MessageEvent, MessagePort};

use crate::{
    order::{Columned, Decide, Decided, Order},
    pause::pause_if_due,
    reading,
};

/// People whose decisions cross together.
const STRETCH: usize = 512;
/// People that are decided about between two looks at the clock.
const STEP: usize = 16;
/// Users and people that are read between two looks at the clock.
const READ: usize = 1_024;

/// What the two sides of the port share.
struct Desk {
    port: MessagePort,
    /// The order that is next. It ends the one that is under way.
    next: RefCell<Option<(Order, JsValue)>>,
    /// What is kept from order to order, while none is under way.
    kept: Cell<Option<Kept>>,
}

/// The files, and the last run.
#[derive(Default)]
struct Kept {
    /// The tables by their tickets.
    tables: Vec<(u32, Arc<PeopleTable>)>,
    last: Option<([u32; 2], Deciding)>,
}

/// Takes orders from a port.
pub(crate) fn serve(port: MessagePort) {
    let (next, kept) = (RefCell::default(), Cell::new(Some(Kept::default())));
    let desk = Rc::new(Desk { port: port.clone(), next, kept });
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        desk.next.replace(from_message(&event.data()));
        if let Some(kept) = desk.kept.take() {
            spawn_local(work(Rc::clone(&desk), kept));
        }
    });
    port.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

async fn work(desk: Rc<Desk>, mut kept: Kept) {
    loop {
        let next = desk.next.take();
        match next {
            // A file or a plan that cannot be read: the other worker says so.
            Some((Order::Decide(order), beside)) => drop(kept.decide(&desk, &order, &beside.into()).await),
            Some((Order::Stop, _)) => {}
            None => break,
        }
    }
    desk.kept.set(Some(kept));
}

impl Desk {
    /// Lets the worker hear other orders. Nothing if one has come.
    async fn goes_on(&self) -> Option<()> {
        pause_if_due().await;
        self.next.borrow().is_none().then_some(())
    }

    fn post(&self, ticket: u32, decisions: &[u8]) -> Option<()> {
        let bytes = Uint8Array::from(decisions);
        self.port
            .post_message_with_transferable(&to_message(&Decided { ticket }, &bytes), &Array::of1(&bytes.buffer()))
            .ok()
    }
}

impl Kept {
    async fn decide(&mut self, desk: &Desk, order: &Decide, beside: &Array) -> Option<()> {
        let plan = plan_file::read_saved(&beside.get(0).as_string()?).ok()?.plan;
        let (plan, seen_at) = (Arc::new(plan), Some(order.seen_at));
        let files = [order.people.ticket, order.existing.ticket];
        self.tables.retain(|(ticket, _)| files.contains(ticket));
        let people = self.table(desk, &order.people, beside.get(1)).await?;
        let existing = self.table(desk, &order.existing, beside.get(2)).await?;
        let deciding = match self.last.take() {
            Some((of, last)) if of == files => last.again(plan, seen_at),
            _ => Deciding::new(plan, people, Some(existing), seen_at),
        };
        let (_, deciding) = self.last.insert((files, deciding));
        while !deciding.prepare(READ) {
            desk.goes_on().await?;
        }
        let mut decider = deciding.begin();
        for from in order.share.of(deciding.people().div_ceil(STRETCH)).map(|stretch| stretch * STRETCH) {
            let mut bytes = Vec::new();
            for step in (from..from + STRETCH).step_by(STEP) {
                decider.decide(step..step + STEP, &mut bytes);
                desk.goes_on().await?;
            }
            desk.post(order.ticket, &bytes)?;
        }
        Some(())
    }

    /// The table of a file. It is read once.
    async fn table(&mut self, desk: &Desk, of: &Columned, file: JsValue) -> Option<Arc<PeopleTable>> {
        if let Some((_, table)) = self.tables.iter().find(|(ticket, _)| *ticket == of.ticket) {
            return Some(Arc::clone(table));
        }
        let file: Blob = file.dyn_into().ok()?;
        let read = reading::table(of.side, &file, &mut |_, _| (), &|| desk.next.borrow().is_none()).await.ok()??;
        let table = Arc::new(read.choose(&ChosenColumns::new(of.columns.clone())).ok()?);
        self.tables.push((of.ticket, Arc::clone(&table)));
        Some(table)
    }
}
