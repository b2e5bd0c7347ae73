//! The one value that every component takes from the context.

use std::sync::Arc;

use leptos::prelude::*;

use super::{NamedPerson, Notice, Place, Preferences, SaveState, ViewState};
use crate::{
    analysis::Analysis,
    app::parts::Parts,
    editor::{Selection, Session},
    limits::Exceeded,
    plan::{Edit, ObjectKind, Plan},
    simulate::Resolved,
    text::{capitalised, sentence},
};

/// What the screen reads, and the few ways to change it. Components get no write signal of the plan.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// The plan as it is now.
    pub plan: Signal<Arc<Plan>>,
    /// What of the app is loaded. Until the engine is, the derived values below are empty.
    pub parts: Parts,
    /// Everything derived from the plan.
    pub analysis: Memo<Arc<Analysis>>,
    /// The built-in sample people, then the plan's own.
    pub people: Memo<Arc<Vec<NamedPerson>>>,
    /// What every mapping of the tab in view comes to, for the sample person in view.
    pub resolved: Memo<Arc<Vec<Resolved>>>,
    /// The sample person in view: a place in `people`.
    pub person: RwSignal<usize>,
    /// The tab and the mapping that the inspector shows.
    pub selection: RwSignal<Selection>,
    /// Where the user is.
    pub place: ReadSignal<Place>,
    /// Whether a plan is open at all.
    pub is_open: ReadSignal<bool>,
    /// What undo would take back.
    pub undo_label: Memo<Option<String>>,
    /// What redo would do again.
    pub redo_label: Memo<Option<String>>,
    /// Whether the plan is safe.
    pub save_state: RwSignal<SaveState>,
    /// The whole text of a plan that is too large to be worked on; nothing for any other plan.
    pub read_only: RwSignal<Option<Arc<str>>>,
    /// What the user has to know now.
    pub notice: RwSignal<Option<Notice>>,
    /// What is open and filtered.
    pub view: ViewState,
    /// What the user prefers.
    pub preferences: Preferences,
    /// What a screen reader hears next.
    pub announcement: ReadSignal<String>,
    session: StoredValue<Session>,
    write_plan: WriteSignal<Arc<Plan>>,
    write_place: WriteSignal<Place>,
    write_open: WriteSignal<bool>,
    write_announcement: WriteSignal<String>,
}

/// The workspace of the app.
///
/// # Panics
/// Outside of [`App`](crate::app::App), where there is none.
pub fn use_workspace() -> Workspace {
    expect_context::<Workspace>()
}

impl Workspace {
    /// A workspace without a plan, at the address's place.
    pub fn new() -> Self {
        let session = StoredValue::new(Session::default());
        let (plan, write_plan) = signal(Arc::new(Plan::default()));
        let hash = window().location().hash().unwrap_or_default();
        let (place, write_place) = signal(Place::from_address(&hash));
        let (is_open, write_open) = signal(false);
        let (announcement, write_announcement) = signal(String::new());
        let parts = Parts::new();
        let engine = parts.engine;
        let people = Memo::new(move |_| {
            let people = engine.get().map(|engine| plan.with(|plan| (engine.people)(plan)));
            Arc::new(people.unwrap_or_default())
        });
        let analysis = Memo::new(move |_| {
            let Some(engine) = engine.get() else { return Arc::default() };
            let sources: Vec<_> = people.with(|people| people.iter().map(|person| person.source.clone()).collect());
            Arc::new(plan.with(|plan| (engine.analyze)(plan, &sources)))
        });
        let person = RwSignal::new(0);
        let selection = RwSignal::new(Selection::default());
        let kind = Memo::new(move |_| selection.get().kind);
        let resolved = Memo::new(move |_| {
            let kind = kind.get();
            let people = people.get();
            let Some(person) = people.get(person.get()) else { return Arc::default() };
            let Some(engine) = engine.get() else { return Arc::default() };
            Arc::new(plan.with(|plan| (engine.resolve)(plan, kind, &person.source)))
        });
        let label = move |redo: bool| {
            Memo::new(move |_| {
                plan.track();
                session.with_value(|session| {
                    let history = session.history();
                    if redo { history.redo_label() } else { history.undo_label() }.map(str::to_owned)
                })
            })
        };
        Self {
            plan: plan.into(),
            parts,
            analysis,
            people,
            resolved,
            person,
            selection,
            place,
            is_open,
            undo_label: label(false),
            redo_label: label(true),
            save_state: RwSignal::new(SaveState::default()),
            read_only: RwSignal::new(None),
            notice: RwSignal::new(None),
            view: ViewState::new(),
            preferences: Preferences::new(),
            announcement,
            session,
            write_plan,
            write_place,
            write_open,
            write_announcement,
        }
    }

    /// Opens a plan in place of the one before, with nothing to undo.
    pub fn open(&self, plan: Plan) {
        self.read_only.set(None);
        self.session.set_value(Session::new(plan));
        self.selection.set(Selection::default());
        self.person.set(0);
        self.view.filter.set(String::new());
        self.write_open.set(true);
        self.publish();
    }

    /// Makes the open plan read-only: it is too large to be worked on, and is cut to the limits. Its whole text can be
    /// downloaded.
    pub fn keep_read_only(&self, exceeded: &Exceeded, text: String) {
        self.read_only.set(Some(text.as_str().into()));
        let reason = capitalised(&sentence(exceeded));
        let detail = format!(
            "{reason} You see what is within the limits, and you cannot change it. The saved plan is unchanged: download it, split it in an editor, and open the parts."
        );
        let notice = Notice::error("This plan is too large to work on. It is read-only.", detail);
        self.notice.set(Some(notice.with_file("Download the whole plan", "whole-plan.crosswalk.json", text)));
    }

    /// Applies edits as one step of the history. On an error nothing changes and a notice says why.
    pub fn dispatch(&self, edits: Vec<Edit>, label: &str, merge_key: Option<&str>) {
        let _ = self.try_dispatch(edits, label, merge_key);
    }

    /// The same; says whether the edits were applied.
    pub fn try_dispatch(&self, edits: Vec<Edit>, label: &str, merge_key: Option<&str>) -> bool {
        if self.read_only.with_untracked(Option::is_some) {
            let detail = "This plan is read-only, because it is too large to work on. Download it, split it in an editor, and open the parts.";
            self.notice.set(Some(Notice::error(format!("Not done: {label}"), detail)));
            return false;
        }
        let mut result = Ok(());
        self.session.update_value(|session| result = session.dispatch(&edits, label, merge_key));
        match result {
            Ok(()) => {
                self.publish();
                true
            }
            Err(error) => {
                self.notice.set(Some(Notice::error(format!("Not done: {label}"), capitalised(&sentence(&error)))));
                false
            }
        }
    }

    /// Ends merging: the next edit is a step of its own.
    pub fn close_step(&self) {
        self.session.update_value(Session::close_step);
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        self.turn(self.undo_label.get_untracked(), "Undone", Session::undo);
    }

    /// Does the last undone step again.
    pub fn redo(&self) {
        self.turn(self.redo_label.get_untracked(), "Redone", Session::redo);
    }

    fn turn(&self, label: Option<String>, word: &str, turn: fn(&mut Session) -> bool) {
        let mut turned = false;
        self.session.update_value(|session| turned = turn(session));
        if turned {
            self.publish();
            self.announce(format!("{word}: {}", label.unwrap_or_default()));
        }
    }

    /// Says something to screen readers.
    pub fn announce(&self, text: impl Into<String>) {
        let mut text = text.into();
        // The same words twice are heard twice only when the text differs.
        if self.announcement.with_untracked(|last| *last == text) {
            text.push('\u{a0}');
        }
        self.write_announcement.set(text);
    }

    /// Goes to a place; the address follows.
    pub fn go(&self, place: Place) {
        let _ = window().location().set_hash(place.address());
        self.arrive(place);
    }

    /// Takes the place over from the address.
    pub fn arrive(&self, place: Place) {
        if self.place.get_untracked() != place {
            self.write_place.set(place);
        }
    }

    /// Shows a mapping in the inspector.
    pub fn select(&self, kind: ObjectKind, mapping: Option<usize>) {
        self.selection.set(Selection { kind, mapping });
    }

    /// Counts the changes of the plan, so that a late answer about an older one can be dropped.
    pub fn revision(&self) -> u64 {
        self.session.with_value(Session::revision)
    }

    fn publish(&self) {
        let plan = self.session.with_value(|session| Arc::clone(session.plan()));
        let selection = self.selection.get_untracked();
        let within = selection.within(&plan);
        self.write_plan.set(plan);
        if within != selection {
            self.selection.set(within);
        }
        let people = self.people.with_untracked(|people| people.len());
        if self.person.get_untracked() >= people {
            self.person.set(people.saturating_sub(1));
        }
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}
