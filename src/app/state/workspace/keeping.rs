//! What the keeping of plans needs of the workspace: states of before and of other tabs, revisions, and copies.

use std::sync::Arc;

use leptos::prelude::*;

use super::Workspace;
use crate::{
    editor::{Direction, Past, PastStep, Session, saving::Reminder},
    plan::Plan,
};

impl Workspace {
    /// Shows what another tab did to the open plan. What you look at stays.
    pub fn follow(&self, plan: Plan) {
        self.session.update_value(|session| session.follow(plan));
        self.publish();
    }

    /// Puts another state of the open plan in its place, as one step.
    pub fn replace(&self, plan: Plan, label: &str) {
        self.session.update_value(|session| session.replace(plan, label));
        self.publish();
        self.changed(format!("Done: {label}."), false);
    }

    /// Adds a step of before the plan was opened, the latest first.
    pub fn remember(&self, direction: Direction, plan: &Arc<Plan>, step: PastStep) {
        self.session.update_value(|session| session.remember(direction, plan, step.revision, step.label));
        self.history.notify();
    }

    /// The storage has a plan as a revision.
    pub fn saved(&self, plan: &Arc<Plan>, revision: u32) {
        self.session.update_value(|session| session.saved(plan, revision));
    }

    /// The storage no longer has the revisions that the steps name.
    pub fn forget_revisions(&self) {
        self.session.update_value(Session::forget_revisions);
    }

    /// The plan was downloaded or written to a file.
    pub fn copied(&self) {
        self.reminder.update_value(Reminder::copied);
    }

    /// The plan was edited at a time in milliseconds. Says whether a reminder of a copy is due.
    pub fn edited(&self, now: u64) -> bool {
        let mut is_due = false;
        self.reminder.update_value(|reminder| is_due = reminder.edited(now));
        is_due
    }

    /// The steps before and after a plan, if it is on screen. `under_way` is a plan whose save is not answered yet, with the
    /// revision that it becomes.
    pub fn past(&self, plan: &Arc<Plan>, under_way: Option<&(Arc<Plan>, u32)>) -> Option<Past> {
        self.session.with_value(|session| session.past(plan, under_way))
    }
}
