//! A double of the storage. It counts its operations, and one of them can fail.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use super::{
    Head, PlanId, Refusal, Revision, digest,
    store::{Change, Decide, Kept, Left, PlanStore, Reads, Reply},
};

/// Everything that is durable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Durable {
    pub(super) heads: BTreeMap<PlanId, Head>,
    pub(super) revisions: BTreeMap<(PlanId, u32), Revision>,
    pub(super) texts: BTreeMap<(PlanId, u32), String>,
    pub(super) left: BTreeMap<String, Left>,
}

impl Durable {
    /// The latest text of a plan.
    pub(super) fn latest(&self, id: &PlanId) -> Option<&str> {
        let head = self.heads.get(id)?;
        self.texts.get(&(id.clone(), head.revision)).map(String::as_str)
    }

    /// What must be true after any failure.
    pub(super) fn check(&self) {
        for (id, head) in &self.heads {
            let text = self.latest(id).expect("a head points to a text");
            assert_eq!(digest(text), head.digest, "the text of a head is whole");
            let bytes: u64 = self.revisions.iter().filter(|((of, _), _)| of == id).map(|(_, one)| one.bytes).sum();
            assert_eq!(bytes, head.bytes, "the bytes are counted");
        }
        assert!(self.revisions.keys().eq(self.texts.keys()), "a revision and its text are kept together");
        for ((id, number), revision) in &self.revisions {
            assert!(self.heads.contains_key(id), "a revision belongs to a plan");
            assert_eq!(*number, revision.number);
            assert!(revision.parent < revision.number);
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) durable: Durable,
    /// The operations so far.
    pub(super) operations: u64,
    /// The operation that fails.
    pub(super) fails: Option<u64>,
}

impl State {
    fn operate(&mut self) -> Result<(), Refusal> {
        self.operations += 1;
        if self.fails == Some(self.operations) { Err(Refusal::Other("it failed".to_owned())) } else { Ok(()) }
    }

    fn change(&mut self, id: &PlanId, reads: Reads, left: Option<&String>, decide: Decide) -> Result<(), Refusal> {
        let before = self.durable.clone();
        let done = self.write(id, reads, left, decide);
        if done.is_err() {
            self.durable = before;
        }
        done?;
        // Durable, but the answer is lost.
        self.operate()
    }

    fn write(&mut self, id: &PlanId, reads: Reads, left: Option<&String>, decide: Decide) -> Result<(), Refusal> {
        self.operate()?;
        let head = self.durable.heads.get(id).cloned();
        let revisions = self.durable.revisions.iter().filter(|((of, _), _)| reads == Reads::Revisions && of == id);
        let is_left = left.is_some_and(|key| self.durable.left.contains_key(key));
        let kept = Kept { head, revisions: revisions.map(|(_, one)| one.clone()).collect(), is_left };
        let Change { head, revision, text, forget, forgets_plan, settles } = decide(kept);
        if let Some((number, text)) = text {
            self.operate()?;
            assert!(self.durable.texts.insert((id.clone(), number), text).is_none(), "a revision never changes");
        }
        if let Some(revision) = revision {
            self.operate()?;
            self.durable.revisions.insert((id.clone(), revision.number), revision);
        }
        if let Some(head) = head {
            self.operate()?;
            self.durable.heads.insert(id.clone(), head);
        }
        for number in forget {
            self.operate()?;
            self.durable.texts.remove(&(id.clone(), number));
            self.operate()?;
            self.durable.revisions.remove(&(id.clone(), number));
        }
        if forgets_plan {
            self.operate()?;
            self.durable.heads.remove(id);
        }
        if let Some(key) = left.filter(|_| settles) {
            self.operate()?;
            self.durable.left.remove(key);
        }
        self.operate()
    }
}

/// The double. Several tabs share one.
#[derive(Clone, Debug, Default)]
pub(super) struct Double(pub(super) Rc<RefCell<State>>);

impl Double {
    pub(super) fn durable(&self) -> Durable {
        self.0.borrow().durable.clone()
    }

    /// The operation that fails from now on, counted from here.
    pub(super) fn fail(&self, at: Option<u64>) {
        let mut state = self.0.borrow_mut();
        state.operations = 0;
        state.fails = at;
    }
}

/// Answers when it is polled for the second time, so that transactions of others can be between two of a save.
fn later<T: 'static>(work: impl FnOnce() -> Result<T, Refusal> + 'static) -> Reply<T> {
    let mut work = Some(work);
    let mut is_begun = false;
    Box::pin(std::future::poll_fn(move |_| {
        if !std::mem::replace(&mut is_begun, true) {
            return Poll::Pending;
        }
        Poll::Ready(work.take().expect("polled after the answer")())
    }))
}

impl PlanStore for Double {
    fn change(&self, plan: &PlanId, reads: Reads, left: Option<String>, decide: Decide) -> Reply<()> {
        let (state, plan) = (Rc::clone(&self.0), plan.clone());
        later(move || state.borrow_mut().change(&plan, reads, left.as_ref(), decide))
    }

    fn text(&self, plan: &PlanId, revision: u32) -> Reply<String> {
        let (state, key) = (Rc::clone(&self.0), (plan.clone(), revision));
        later(move || state.borrow().durable.texts.get(&key).cloned().ok_or(Refusal::Missing))
    }

    fn left(&self) -> Reply<Vec<Left>> {
        let state = Rc::clone(&self.0);
        later(move || {
            state.borrow_mut().operate()?;
            Ok(state.borrow().durable.left.values().cloned().collect())
        })
    }
}

/// One poll of a future.
pub(super) fn step<T>(future: &mut Pin<Box<dyn Future<Output = T>>>) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// Everything at once.
pub(super) fn finish<T>(future: impl Future<Output = T>) -> T {
    let mut future = Box::pin(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}
