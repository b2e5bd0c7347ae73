//! What you try: the event, how it runs, and what changed about the person since the last cycle.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::{
    app::state::{NamedPerson, Workspace},
    directory::Person,
    editor::Keyed,
    plan::{ObjectKind, Plan},
    simulate::{Event, Simulation, Situation, SourceObject, simulate},
};

/// The tabs, in the order of a person's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// Something happened to the person in view.
    Person(Event),
    /// A group and its members.
    Group,
    /// One cycle after the other, with everybody.
    Cycles,
}

impl Tab {
    /// All of them: every event, a group, the cycles.
    pub(super) const ALL: [Self; Event::ALL.len() + 2] = {
        let mut all = [Self::Group; Event::ALL.len() + 2];
        let mut at = 0;
        while at < Event::ALL.len() {
            all[at] = Self::Person(Event::ALL[at]);
            at += 1;
        }
        all[at + 1] = Self::Cycles;
        all
    };

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

    /// What the tab presumes, for the reader, with `{application}` for the name of the application.
    pub(super) const fn supposes(self) -> &'static str {
        match self {
            Self::Person(Event::Create) => {
                "Entra first asks {application}. An existing user is linked and updated. Everyone else is created."
            }
            Self::Person(Event::Update) => {
                "Entra has linked the person. Enter what changed since the last cycle to see what Entra sends."
            }
            Self::Person(Event::Disable) => {
                "Entra has linked the person. Now the person is blocked, unassigned or deleted."
            }
            Self::Person(Event::Restore) => "The person was disabled. Now the person is assigned and active again.",
            Self::Person(Event::Delete) => "Entra has linked the person. Now the person is deleted permanently.",
            Self::Group => "The group is assigned to the application. Its members are sample people.",
            Self::Cycles => {
                "Run one cycle after the other for all sample people. Between cycles, change the plan or the person."
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

/// What you try. It is not saved and not undone.
#[derive(Clone, Copy)]
pub(super) struct Occasion {
    /// A place in [`Tab::ALL`].
    pub(super) tab: RwSignal<usize>,
    /// A cycle, which is presumed, or else Provision on demand.
    pub(super) in_cycle: RwSignal<bool>,
    /// What changed about the person in view.
    pub(super) changes: RwSignal<Keyed<Changed>>,
}

impl Occasion {
    pub(super) fn new() -> Self {
        Self { tab: RwSignal::new(0), in_cycle: RwSignal::new(true), changes: RwSignal::new(Keyed::default()) }
    }

    /// Starts again.
    pub(super) fn clear(self) {
        self.tab.set(0);
        self.in_cycle.set(true);
        self.changes.update(Keyed::clear);
    }

    pub(super) fn chosen(self) -> Tab {
        Tab::ALL.get(self.tab.get()).copied().unwrap_or(Tab::Person(Event::Create))
    }

    /// The person with what changed about them.
    pub(super) fn now(self, person: &NamedPerson) -> Person {
        let mut sample = person.person.clone();
        self.changes.with(|changes| sample.attributes.extend(changes.iter().map(|(_, change)| change.clone())));
        Person { seen_at: person.source.seen_at, ..Person::from_flat(&sample).0 }
    }

    /// The simulation for the person in view; nothing on a tab that is about more than one person.
    pub(super) fn of_person(self, workspace: Workspace) -> Option<Arc<Simulation>> {
        let Tab::Person(event) = self.chosen() else { return None };
        let person = workspace.person_in_view(Clone::clone)?;
        let now = if event == Event::Create { person.source.clone() } else { self.now(&person) };
        // Without a change nobody has said how the person was in the last cycle.
        let previous = self.changes.with(|changes| !changes.is_empty()).then_some((&person.source).into());
        Some(Arc::new(workspace.plan.with(|plan| self.simulation(workspace, plan, (&now).into(), previous, event))))
    }

    /// What Entra would send for an object, with what the user said of the target.
    pub(super) fn simulation(
        self,
        workspace: Workspace,
        plan: &Plan,
        now: SourceObject<'_>,
        previous: Option<SourceObject<'_>>,
        event: Event,
    ) -> Simulation {
        let target = workspace.target_directory();
        let target = target.as_ref();
        let run = if self.in_cycle.get() { Situation::in_cycle(plan, now) } else { Situation::on_demand(plan, now) };
        simulate(&Situation { previous, event: Some(event), target, ..run })
    }
}
