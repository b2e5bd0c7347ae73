//! Two tabs, one storage, any order: answers that are late or lost, refusals, tabs that are killed, left or taken over.

use std::{collections::BTreeSet, future::Future, pin::Pin, sync::Arc};

use super::{
    Answer, PlanId, Receipt, Refusal, SaveAction, SaveEvent, SaveNotice, SaveState, Saving, Ticket,
    double::{Double, finish, step},
    keeping::{Save, save, settle},
    store::Left,
};
use crate::plan::Plan;

/// How many orders of events are tried.
const ORDERS: u64 = 10_000;

struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn id(&mut self) -> PlanId {
        let mut bytes = [0; 12];
        bytes.fill_with(|| u8::try_from(self.below(256)).unwrap());
        PlanId::from_random(bytes)
    }
}

type Running = Pin<Box<dyn Future<Output = Answer>>>;

/// A tab. The name of its plan has the numbers of all edits that are in it.
struct Tab {
    writer: String,
    saving: Saving,
    shown: Option<Arc<Plan>>,
    running: Vec<(Ticket, Running)>,
    is_due: bool,
    is_reader: bool,
    separated: BTreeSet<PlanId>,
}

impl Tab {
    fn new(number: u64) -> Self {
        Self {
            writer: format!("page {number}"),
            saving: Saving::default(),
            shown: None,
            running: Vec::new(),
            is_due: false,
            is_reader: false,
            separated: BTreeSet::new(),
        }
    }
}

fn plan(name: &str) -> Arc<Plan> {
    Arc::new(Plan { name: name.to_owned(), ..Plan::default() })
}

fn edits(name: &str) -> impl Iterator<Item = u64> {
    name.split_whitespace().map(|edit| edit.parse().unwrap())
}

struct World {
    random: Random,
    double: Double,
    tabs: Vec<Tab>,
    /// Saves whose answer nobody waits for any more. They may still be done.
    late: Vec<Running>,
    pages: u64,
    next_edit: u64,
    now: u64,
    /// Edits that were shown as saved.
    acknowledged: BTreeSet<u64>,
    /// Edits that the user got as a file, because they could not be saved.
    given: BTreeSet<u64>,
}

impl World {
    fn new(seed: u64) -> Self {
        let random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (tabs, double) = (vec![Tab::new(1), Tab::new(2)], Double::default());
        let (acknowledged, given) = (BTreeSet::new(), BTreeSet::new());
        Self { random, double, tabs, late: Vec::new(), pages: 2, next_edit: 0, now: 0, acknowledged, given }
    }

    fn send(&mut self, at: usize, event: SaveEvent) {
        for action in self.tabs[at].saving.handle(event, self.now) {
            let tab = &mut self.tabs[at];
            match action {
                SaveAction::Schedule(_) => tab.is_due = true,
                SaveAction::Cancel => tab.is_due = false,
                SaveAction::Save(order, receipt, plan) => {
                    let is_conflicted = tab.separated.contains(&receipt.id);
                    let (writer, name, now) = (tab.writer.clone(), plan.name.clone(), self.now);
                    let text = name.clone();
                    let request = Save { receipt, writer, order, name, text, now, is_conflicted, past: None };
                    let (double, separate) = (self.double.clone(), self.random.id());
                    tab.running.push((order, Box::pin(async move { save(&double, request, separate).await })));
                }
                SaveAction::Show(SaveState::Saved) => {
                    self.acknowledged.extend(tab.shown.iter().flat_map(|plan| edits(&plan.name)));
                }
                SaveAction::Tell(SaveNotice::NotKept(plan, _)) => self.given.extend(edits(&plan.name)),
                SaveAction::HandOver => tab.is_reader = true,
                SaveAction::Load(_) | SaveAction::Show(_) | SaveAction::Tell(_) => {}
            }
        }
    }

    fn edit(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let Some(before) = tab.shown.clone().filter(|_| !tab.is_reader) else { return };
        self.next_edit += 1;
        let after = plan(&format!("{} {}", before.name, self.next_edit));
        tab.shown = Some(Arc::clone(&after));
        self.send(at, SaveEvent::Changed(after));
    }

    /// Opens a plan of the storage or a new one.
    fn open(&mut self, at: usize) {
        let durable = self.double.durable();
        let count = durable.heads.len() as u64;
        let picked = self.random.below(count + 2);
        let saved = durable.heads.iter().nth(usize::try_from(picked).unwrap());
        let (plan, receipt) = match saved {
            Some((id, head)) => {
                let text = durable.latest(id).unwrap();
                (plan(text), Receipt { id: id.clone(), revision: head.revision })
            }
            None => (plan(""), Receipt::unsaved(self.random.id())),
        };
        // A page loads a plan only after its own saves.
        if saved.is_some() && !self.tabs[at].saving.unsaved().is_empty() {
            return;
        }
        self.tabs[at].is_reader = false;
        self.tabs[at].shown = Some(Arc::clone(&plan));
        self.send(at, SaveEvent::Opened(plan, receipt));
    }

    /// One step of a save, and its answer if that is ready.
    fn answer(&mut self, at: usize) {
        if self.tabs[at].running.is_empty() {
            return;
        }
        let (ticket, mut future) = self.tabs[at].running.remove(0);
        match step(&mut future) {
            Some(answer) => {
                if let Answer::Conflict(id) = &answer {
                    self.tabs[at].separated.insert(id.clone());
                }
                self.send(at, SaveEvent::Answered(ticket, answer));
            }
            None => self.tabs[at].running.insert(0, (ticket, future)),
        }
    }

    /// The answer takes too long. The transaction may be done all the same.
    fn give_up(&mut self, at: usize) {
        if self.tabs[at].running.is_empty() {
            return;
        }
        let (ticket, future) = self.tabs[at].running.remove(0);
        self.late.push(future);
        self.send(at, SaveEvent::Answered(ticket, Answer::Refused(Refusal::NoAnswer)));
    }

    /// The page is gone. If it had the time, it left its last texts.
    fn replace(&mut self, at: usize, has_time: bool) {
        if has_time {
            for (number, (receipt, plan)) in self.tabs[at].saving.unsaved().into_iter().enumerate() {
                let (writer, name) = (self.tabs[at].writer.clone(), plan.name.clone());
                let (key, order) = (format!("{writer} {number}"), Ticket::MAX - 10 + number as u64);
                let (text, saved) = (name.clone(), self.now);
                let left = Left { key: key.clone(), receipt, writer, order, text, name, saved, past: None };
                self.double.0.borrow_mut().durable.left.insert(key, left);
            }
            let unsaved: Vec<_> = self.tabs[at].saving.unsaved();
            self.acknowledged.extend(unsaved.iter().flat_map(|(_, plan)| edits(&plan.name).collect::<Vec<_>>()));
        }
        // Transactions that the browser has already may still be done.
        let running = std::mem::take(&mut self.tabs[at].running);
        self.late.extend(running.into_iter().map(|(_, future)| future).filter(|_| self.random.below(2) == 0));
        self.pages += 1;
        self.tabs[at] = Tab::new(self.pages);
        self.double.fail(None);
        let random = &mut self.random;
        finish(settle(&self.double, || random.id())).unwrap();
        self.open(at);
    }

    fn run(&mut self) {
        // Both tabs begin with the same plan.
        let receipt = Receipt { id: self.random.id(), revision: 1 };
        let (writer, (name, text)) = (String::new(), Default::default());
        let first = Save {
            receipt: Receipt::unsaved(receipt.id.clone()),
            writer,
            order: 1,
            name,
            text,
            now: 0,
            is_conflicted: false,
            past: None,
        };
        finish(save(&self.double, first, self.random.id()));
        for at in [0, 1] {
            self.tabs[at].shown = Some(plan(""));
            self.send(at, SaveEvent::Opened(plan(""), receipt.clone()));
        }
        for round in 0..60 {
            self.now += self.random.below(400);
            let at = usize::from(self.random.below(2) == 1);
            match self.random.below(20) {
                0..=5 => self.edit(at),
                6 | 7 if self.tabs[at].is_due => {
                    self.tabs[at].is_due = false;
                    self.send(at, SaveEvent::Due);
                }
                8 if self.random.below(2) == 0 => self.open(at),
                10 => self.give_up(at),
                11 => {
                    let fails = self.random.below(9) + 1;
                    self.double.fail(Some(fails));
                }
                12 if self.random.below(3) == 0 => self.replace(at, false),
                13 if self.random.below(3) == 0 => self.replace(at, true),
                14 => self.send(at, SaveEvent::TakenOver),
                15 if !self.late.is_empty() => {
                    let late = usize::try_from(self.random.below(self.late.len() as u64)).unwrap();
                    if step(&mut self.late[late]).is_some() {
                        drop(self.late.remove(late));
                    }
                }
                _ => self.answer(at),
            }
            if round % 10 == 0 {
                self.double.0.borrow().durable.check();
            }
        }
        // The end: everything is answered kindly.
        self.double.fail(None);
        for at in [0, 1] {
            for _ in 0..40 {
                self.answer(at);
                self.send(at, SaveEvent::Due);
            }
        }
    }

    fn lost(&self) -> Vec<u64> {
        let durable = self.double.durable();
        let found: BTreeSet<u64> = durable
            .heads
            .keys()
            .filter_map(|id| durable.latest(id))
            .flat_map(edits)
            .chain(self.given.iter().copied())
            .collect();
        let on_screen = self.tabs.iter().flat_map(|tab| tab.shown.iter()).flat_map(|plan| edits(&plan.name));
        self.acknowledged.iter().copied().chain(on_screen).filter(|edit| !found.contains(edit)).collect()
    }
}

#[test]
fn no_edit_that_was_shown_as_saved_is_lost_in_any_order() {
    let (mut edits, mut acknowledged, mut separated) = (0, 0, 0);
    for seed in 0..ORDERS {
        let mut world = World::new(seed);
        world.run();
        assert_eq!(world.lost(), [0; 0], "order {seed}");
        edits += world.next_edit;
        acknowledged += world.acknowledged.len();
        separated += world.double.durable().heads.values().filter(|head| head.is_conflicted).count();
    }
    println!("{ORDERS} orders, {edits} edits, {acknowledged} acknowledged, {separated} conflicted copies, 0 lost");
    assert!(separated > 1_000 && acknowledged > 50_000, "the orders are harmless: {separated} {acknowledged}");
}
