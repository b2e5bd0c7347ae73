//! What is tried: the event, how it runs, and what changed about the person since the last cycle.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::{
    app::state::{NamedPerson, Workspace},
    directory::Person,
    plan::ObjectKind,
    simulate::{Event, Rehearsal, Simulation, rehearse},
};

/// The tabs, in the order of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// Something happened to the person in view.
    Person(Event),
    /// A group and its members.
    Group,
    /// One cycle after the other, everybody in them.
    Cycles,
}

impl Tab {
    pub(super) const ALL: [Self; 7] = [
        Self::Person(Event::Create),
        Self::Person(Event::Update),
        Self::Person(Event::Disable),
        Self::Person(Event::Restore),
        Self::Person(Event::Delete),
        Self::Group,
        Self::Cycles,
    ];

    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Person(Event::Create) => "Create",
            Self::Person(Event::Update) => "Update",
            Self::Person(Event::Disable) => "Disable",
            Self::Person(Event::Restore) => "Restore",
            Self::Person(Event::Delete) => "Delete",
            Self::Group => "Group",
            Self::Cycles => "Cycles",
        }
    }

    /// What the tab supposes, as a sentence.
    pub(super) const fn supposes(self) -> &'static str {
        match self {
            Self::Person(Event::Create) => {
                "Staffbase is asked first: who is found there is linked and updated, who is not is created."
            }
            Self::Person(Event::Update) => "The person was created by this plan; then something changed in Entra.",
            Self::Person(Event::Disable) => "The person was created by this plan; then blocked, unassigned or deleted.",
            Self::Person(Event::Restore) => "The person was disabled, and is active and in scope again.",
            Self::Person(Event::Delete) => "The person was created by this plan, and is now purged from Entra.",
            Self::Group => "A group assigned to the application, with the sample people as members.",
            Self::Cycles => {
                "Every sample person, from one cycle to the next. Change the plan or the person in between."
            }
        }
    }

    /// The kind of objects that the requests are about.
    pub(super) const fn kind(self) -> ObjectKind {
        match self {
            Self::Group => ObjectKind::Group,
            _ => ObjectKind::User,
        }
    }
}

/// A source attribute or a state with its new value.
pub(super) type Changed = (String, Value);

/// What is tried. Not history, and not saved.
#[derive(Clone, Copy)]
pub(super) struct Occasion {
    /// A place in [`Tab::ALL`].
    pub(super) tab: RwSignal<usize>,
    /// A cycle; otherwise on demand.
    pub(super) in_cycle: RwSignal<bool>,
    /// What changed about the person in view.
    pub(super) changes: RwSignal<Vec<Changed>>,
}

impl Occasion {
    pub(super) fn new() -> Self {
        Self { tab: RwSignal::new(0), in_cycle: RwSignal::new(false), changes: RwSignal::new(Vec::new()) }
    }

    pub(super) fn chosen(self) -> Tab {
        Tab::ALL.get(self.tab.get()).copied().unwrap_or(Tab::Person(Event::Create))
    }

    /// The person with what changed about them.
    pub(super) fn now(self, person: &NamedPerson) -> Person {
        let mut sample = person.person.clone();
        self.changes.with(|changes| sample.attributes.extend(changes.iter().cloned()));
        Person { seen_at: person.source.seen_at, ..Person::from_flat(&sample).0 }
    }

    /// The simulation for the person in view; nothing on a tab that is not about them alone.
    pub(super) fn of_person(self, workspace: Workspace) -> Option<Arc<Simulation>> {
        let Tab::Person(event) = self.chosen() else { return None };
        let people = workspace.people.get();
        let person = people.get(workspace.person.get())?;
        let now = if event == Event::Create { person.source.clone() } else { self.now(person) };
        let held = workspace.view.target.get();
        let on_demand = !self.in_cycle.get();
        Some(Arc::new(workspace.plan.with(|plan| {
            let tried = Rehearsal { plan, before: &person.source, now: &now, event, target: None, on_demand };
            let known = Rehearsal { target: Some(&held), event: Event::Create, ..tried };
            match event {
                Event::Create => rehearse(&known),
                // What the user said of the target counts where matching finds the person in it.
                _ if rehearse(&known).link.is_some() => rehearse(&Rehearsal { event, ..known }),
                _ => rehearse(&tried),
            }
        })))
    }
}
