//! The storage of plans as the app needs it: a small trait. The app puts IndexedDB behind it, and the tests a double.

use std::{future::Future, pin::Pin};

use super::{
    record::{Head, PlanId, Revision},
    refusal::Refusal,
};
use crate::editor::Past;

/// An answer that arrives later.
pub type Reply<T> = Pin<Box<dyn Future<Output = Result<T, Refusal>>>>;

/// What the storage has of one plan when a change is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The head; none for a plan that the storage does not have.
    pub head: Option<Head>,
    /// The revisions in order, where the change [asked](Reads) for them.
    pub revisions: Vec<Revision>,
    /// Whether the text that the change settles is still left.
    pub is_left: bool,
}

/// How much a change reads first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// The head alone.
    Head,
    /// All revisions as well, without their texts.
    Revisions,
}

/// What one transaction does to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The head from now on.
    pub head: Option<Head>,
    /// A revision to add, or to change the title of.
    pub revision: Option<Revision>,
    /// The text of a new revision, under its number.
    pub text: Option<(u32, String)>,
    /// Revisions to forget, with their texts.
    pub forget: Vec<u32>,
    /// Forget the plan's head. It has no revisions then.
    pub forgets_plan: bool,
    /// Forget the text that was left.
    pub settles: bool,
}

/// Decides what to write, within the transaction that has read. It runs once.
pub type Decide = Box<dyn FnOnce(Kept) -> Change>;

/// A text that a page left because it could not wait for an answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Left {
    /// Its name among the texts that are left.
    pub key: String,
    /// Where the page had saved the plan last.
    pub receipt: super::Receipt,
    /// The page.
    pub writer: String,
    /// Counts the saves of the page.
    pub order: u64,
    /// The plan's name.
    pub name: String,
    /// The plan file.
    pub text: String,
    /// When, in milliseconds since 1970.
    pub saved: u64,
    /// The steps that could be undone and redone, if the plan was on screen. An earlier version did not leave them.
    #[serde(default)]
    pub past: Option<Past>,
}

/// Where plans are kept. An answer arrives only after everything is durable.
pub trait PlanStore {
    /// One transaction: reads, decides, writes. Nothing is written if anything fails. `left` is the key of the text that
    /// it settles.
    fn change(&self, plan: &PlanId, reads: Reads, left: Option<String>, decide: Decide) -> Reply<()>;
    /// The text of a revision.
    fn text(&self, plan: &PlanId, revision: u32) -> Reply<String>;
    /// The texts that pages left.
    fn left(&self) -> Reply<Vec<Left>>;
}
