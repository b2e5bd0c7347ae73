//! The workspace: every component takes it from the context.

mod keeping;
mod telling;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    Application, Engine, LastChange, NamedPerson, Notice, PersonKey, Preferences, ReadOnly, SaveState, ViewState,
};
use crate::{
    analysis::{Analysis, checklist::Checklist},
    directory::TargetDirectory,
    editor::{Identities, MappingId, MergeKey, Problem, Selection, Session, saving::Reminder},
    expression::Severity,
    lint::Diagnostic,
    plan::{AttributeMapping, Edit, ObjectKind, Plan, SamplePerson},
    simulate::Resolved,
    text::{capitalised, sentence},
};

/// Milliseconds without an edit, after which typing in the same field is another step to undo.
const PAUSE: f64 = 3_000.0;

/// What the screen reads, and the few ways to change it. Components get no write signal of the plan.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// The current plan.
    pub plan: Signal<Arc<Plan>>,
    /// The identities of the plan's parts.
    pub identities: Signal<Arc<Identities>>,
    /// What derives everything from the plan. Until it is loaded, the derived values below are empty.
    pub engine: RwSignal<Option<Engine>>,
    /// The application that the plan is for.
    pub application: Memo<Application>,
    /// The steps of the checklist. Most places do not ask for it, and then nobody derives it.
    pub checklist: Memo<Arc<Checklist>>,
    /// The open problems that the screen shows, in the order of the analysis. Rows and clauses in which nothing is typed yet
    /// have none.
    pub problems: Memo<Arc<Vec<Problem>>>,
    /// The built-in sample people, then those of the plan.
    pub people: Memo<Arc<Vec<NamedPerson>>>,
    /// The value of every mapping of the selected tab for the sample person in view, in the order of the table.
    pub resolved: Memo<Arc<Vec<Resolved>>>,
    /// The sample person in view.
    pub person: RwSignal<PersonKey>,
    /// The tab and the mapping that the inspector shows.
    pub selection: RwSignal<Selection>,
    /// Whether a plan is open at all.
    pub is_open: ReadSignal<bool>,
    /// The label of the step that undo takes back.
    pub undo_label: Memo<Option<String>>,
    /// The label of the step that redo repeats.
    pub redo_label: Memo<Option<String>>,
    /// Whether the plan is saved.
    pub save_state: RwSignal<SaveState>,
    /// When the plan was saved last, in milliseconds since 1970.
    pub saved_at: RwSignal<u64>,
    /// Why the open plan cannot be changed; none where it can.
    pub read_only: RwSignal<Option<ReadOnly>>,
    /// The current notice.
    pub notice: RwSignal<Option<Notice>>,
    /// Open panels and filters.
    pub view: ViewState,
    /// The preferences.
    pub preferences: Preferences,
    /// The next message for screen readers.
    pub announcement: ReadSignal<String>,
    /// The last change of the plan by a command, until it was shown long enough.
    pub last_change: RwSignal<Option<LastChange>>,
    /// Every problem, those that the screen does not show included.
    found: Memo<Arc<Vec<Diagnostic>>>,
    session: StoredValue<Session>,
    /// When the last edit was made, in milliseconds since 1970.
    edited_at: StoredValue<f64>,
    /// The work since the last copy outside the browser.
    reminder: StoredValue<Reminder>,
    /// Steps were added to the history without a change of the plan.
    history: Trigger,
    write_plan: WriteSignal<Arc<Plan>>,
    write_identities: WriteSignal<Arc<Identities>>,
    write_open: WriteSignal<bool>,
    write_announcement: WriteSignal<String>,
}

/// The workspace of the app.
///
/// # Panics
/// Outside [`App`](crate::app::App), which provides it.
pub fn use_workspace() -> Workspace {
    expect_context::<Workspace>()
}

impl Workspace {
    /// A workspace without a plan.
    pub fn new() -> Self {
        let session = StoredValue::new(Session::default());
        let (plan, write_plan) = signal(Arc::new(Plan::default()));
        let (identities, write_identities) = signal(Arc::new(Identities::default()));
        let (is_open, write_open) = signal(false);
        let (announcement, write_announcement) = signal(String::new());
        let engine = RwSignal::new(None::<Engine>);
        let application = Memo::new(move |_| {
            let profile = engine.get().map(|engine| plan.with(|plan| (engine.profile)(plan)));
            profile.map_or_else(Application::default, |profile| Application {
                id: profile.id(),
                name: profile.name(),
                words: profile.words,
            })
        });
        let people = Memo::new_with_compare(
            move |before: Option<&Arc<Vec<NamedPerson>>>| {
                let Some(engine) = engine.get() else { return Arc::default() };
                identities.with(|identities| {
                    plan.with(|plan| match before {
                        // Most edits change no person.
                        Some(before) if NamedPerson::are_all(before, plan, identities) => Arc::clone(before),
                        _ => Arc::new((engine.people)(plan, identities)),
                    })
                })
            },
            |before, now| !before.is_some_and(|before| now.is_some_and(|now| Arc::ptr_eq(before, now))),
        );
        let check = move |plan: &Plan| {
            let Some(engine) = engine.get() else { return Arc::default() };
            let sources: Vec<_> = people.with(|people| people.iter().map(|person| person.source.clone()).collect());
            Arc::new((engine.check)(plan, &sources))
        };
        let found = Memo::new(move |_| plan.with(|plan| check(plan)));
        let checklist = Memo::new(move |_| {
            let Some(engine) = engine.get() else { return Arc::default() };
            Arc::new(plan.with(|plan| (engine.checklist)(plan)))
        });
        let view = ViewState::new();
        let problems = Memo::new(move |_| {
            let (known, untouched) = (identities.get(), view.untouched.get());
            let begun = plan.with(|plan| untouched.without_clauses(plan, &known));
            let found = begun.map_or_else(|| found.get(), |begun| check(&begun));
            let all = Problem::all(found.iter().filter(|problem| problem.suppressed.is_none()), &known);
            Arc::new(all.into_iter().filter(|problem| !untouched.hides(problem)).collect::<Vec<_>>())
        });
        let person = RwSignal::new(PersonKey::BuiltIn(0));
        let selection = RwSignal::new(Selection::default());
        let kind = Memo::new(move |_| selection.get().kind);
        let resolved = Memo::new(move |_| {
            let kind = kind.get();
            let (people, key) = (people.get(), person.get());
            let visitor = view.visitor.get().filter(|_| key == PersonKey::Visitor);
            let own = people.iter().find(|person| person.key == key);
            let Some(person) = own.or(visitor.as_ref().map(|visitor| &visitor.person)) else { return Arc::default() };
            let Some(engine) = engine.get() else { return Arc::default() };
            Arc::new(plan.with(|plan| (engine.resolve)(plan, kind, &person.source)))
        });
        let history = Trigger::new();
        let label = move |redo: bool| {
            Memo::new(move |_| {
                plan.track();
                history.track();
                session.with_value(|session| {
                    let history = session.history();
                    if redo { history.redo_label() } else { history.undo_label() }.map(str::to_owned)
                })
            })
        };
        Self {
            plan: plan.into(),
            identities: identities.into(),
            engine,
            application,
            found,
            checklist,
            problems,
            people,
            resolved,
            person,
            selection,
            is_open,
            undo_label: label(false),
            redo_label: label(true),
            save_state: RwSignal::new(SaveState::default()),
            saved_at: RwSignal::new(0),
            read_only: RwSignal::new(None),
            notice: RwSignal::new(None),
            view,
            preferences: Preferences::new(),
            announcement,
            last_change: RwSignal::new(None),
            session,
            edited_at: StoredValue::new(0.0),
            reminder: StoredValue::new(Reminder::default()),
            history,
            write_plan,
            write_identities,
            write_open,
            write_announcement,
        }
    }

    /// Opens a plan in place of the previous one, with nothing to undo.
    pub fn open(&self, plan: Plan) {
        self.read_only.set(None);
        self.session.set_value(Session::new(plan));
        self.selection.set(Selection::default());
        self.person.set(PersonKey::BuiltIn(0));
        self.view.forget_plan();
        self.last_change.set(None);
        self.write_open.set(true);
        self.publish();
    }

    /// Closes the plan.
    pub fn close(&self) {
        self.open(Plan::default());
        self.write_open.set(false);
    }

    /// Applies edits as one step of the history. On an error nothing changes and a notice says why.
    pub fn dispatch(&self, edits: Vec<Edit>, label: &str, merge_key: Option<MergeKey>) {
        let _ = self.try_dispatch(edits, label, merge_key);
    }

    /// Applies edits in the same way, and returns whether it could.
    pub fn try_dispatch(&self, edits: Vec<Edit>, label: &str, merge_key: Option<MergeKey>) -> bool {
        if self.is_refused(label) {
            return false;
        }
        // Nothing on screen edits the plan before that.
        let Some(engine) = self.engine.get_untracked() else { return false };
        let (mut result, before) = (Ok(()), self.revision());
        // Words that are typed after a pause are another step.
        let now = js_sys::Date::now();
        if now - self.edited_at.get_value() > PAUSE {
            self.close_step();
        }
        self.edited_at.set_value(now);
        let is_command = merge_key.is_none();
        self.session.update_value(|session| result = (engine.dispatch)(session, &edits, label, merge_key));
        match result {
            Ok(()) => {
                self.publish();
                if self.revision() != before {
                    self.end_notice_of_change();
                    // What is typed shows in its field. The step of a command is said, and the caller may say it better.
                    self.last_change.set(None);
                    if is_command {
                        self.changed(format!("Done: {label}."), false);
                    }
                }
                true
            }
            Err(error) => {
                let notice = Notice::error(format!("Not possible: {label}"), capitalised(&sentence(&error)));
                self.notice.set(Some(notice.until_next_change()));
                false
            }
        }
    }

    /// Applies an edit of a mapping as one step. Does nothing if the plan no longer has the mapping.
    pub fn edit_mapping(&self, id: MappingId, label: &str, edit: impl FnOnce(ObjectKind, usize) -> Edit) {
        if let Some((kind, index)) = untrack(|| self.place_of(id)) {
            self.dispatch(vec![edit(kind, index)], label, None);
        }
    }

    /// Where a mapping is now. Tracks the identities.
    pub fn place_of(&self, id: MappingId) -> Option<(ObjectKind, usize)> {
        self.identities.with(|identities| identities.place_of_mapping(id))
    }

    /// The mapping at a place of the table. Tracks the identities.
    pub fn mapping_at(&self, kind: ObjectKind, index: usize) -> Option<MappingId> {
        self.identities.with(|identities| identities.mappings(kind).get(index).copied())
    }

    /// A mapping. Tracks the plan.
    pub fn mapping(&self, id: MappingId) -> Option<AttributeMapping> {
        let (kind, index) = self.place_of(id)?;
        self.plan.with(|plan| plan.attribute_mapping(kind, index).cloned())
    }

    /// The mapping of a kind under the pointer or with the focus; otherwise the selected one.
    pub fn looked_at(&self, kind: ObjectKind) -> Option<MappingId> {
        let of_kind = |id: &MappingId| self.place_of(*id).is_some_and(|(of, _)| of == kind);
        let selected = self.selection.get().mapping;
        self.view.highlighted.get().filter(of_kind).or(selected.filter(of_kind))
    }

    /// The value of a mapping of the selected tab. Tracks the values.
    pub fn value_of<T>(&self, id: MappingId, read: impl FnOnce(&Resolved) -> T) -> Option<T> {
        let (_, index) = self.place_of(id).filter(|(kind, _)| *kind == self.selection.get().kind)?;
        self.resolved.with(|resolved| resolved.get(index).map(read))
    }

    /// The sample person in view. Tracks the people.
    pub fn person_in_view<T>(&self, read: impl FnOnce(&NamedPerson) -> T) -> Option<T> {
        self.person_of(self.person.get(), read)
    }

    /// A sample person, or the visitor. Tracks the people.
    pub fn person_of<T>(&self, key: PersonKey, read: impl FnOnce(&NamedPerson) -> T) -> Option<T> {
        if key == PersonKey::Visitor {
            return self.view.visitor.with(|visitor| visitor.as_ref().map(|visitor| read(&visitor.person)));
        }
        self.people.with(|people| people.iter().find(|person| person.key == key).map(read))
    }

    /// The number of problems with this severity that the screen shows. Tracks them.
    pub fn problems_of(&self, severity: Severity) -> usize {
        self.problems.with(|all| all.iter().filter(|one| one.diagnostic.severity == severity).count())
    }

    /// Everything derived from the plan, as documents print it. Tracks it.
    pub fn analysis(&self) -> Analysis {
        Analysis { problems: self.found.get().to_vec(), checklist: Checklist::clone(&self.checklist.get()) }
    }

    /// What the target has as you said it: for the visitor what the file of existing users says. Tracks it.
    pub fn target_directory(&self) -> Option<TargetDirectory> {
        if self.person.get() == PersonKey::Visitor {
            return self.view.visitor.with(|visitor| visitor.as_ref()?.target.clone());
        }
        self.view.target_directory()
    }

    /// Adds people to the plan and shows the first of them.
    pub fn add_people(&self, people: Vec<SamplePerson>, label: &str) {
        let before = self.identities.with_untracked(|identities| identities.people().len());
        self.dispatch(people.into_iter().map(|person| Edit::AddPerson { person }).collect(), label, None);
        let first = self.identities.with_untracked(|identities| identities.people().get(before).copied());
        if let Some(first) = first {
            self.person.set(PersonKey::Own(first));
        }
    }

    /// Ends merging: the next edit starts a new step.
    pub fn close_step(&self) {
        self.session.update_value(Session::close_step);
    }

    /// Undoes the last step.
    pub fn undo(&self) {
        self.turn(self.undo_label.get_untracked(), "Undone", Session::undo);
    }

    /// Redoes the last undone step.
    pub fn redo(&self) {
        self.turn(self.redo_label.get_untracked(), "Redone", Session::redo);
    }

    fn turn(&self, label: Option<String>, word: &str, turn: fn(&mut Session) -> bool) {
        if label.as_ref().is_some_and(|label| self.is_refused(label)) {
            return;
        }
        let mut turned = false;
        self.session.update_value(|session| turned = turn(session));
        if turned {
            self.end_notice_of_change();
            self.publish();
            self.changed(format!("{word}: {}.", label.unwrap_or_default()), word == "Undone");
        }
    }

    /// Shows a mapping in the inspector.
    pub fn select(&self, kind: ObjectKind, mapping: Option<MappingId>) {
        self.selection.set(Selection { kind, mapping });
    }

    /// The number of changes of the plan. With it, a late answer about an older plan can be dropped.
    pub fn revision(&self) -> u64 {
        self.session.with_value(Session::revision)
    }

    fn publish(&self) {
        let (plan, identities) =
            self.session.with_value(|session| (Arc::clone(session.plan()), Arc::clone(session.identities())));
        let selection = self.selection.get_untracked();
        let within = selection.within(&identities);
        let person = self.person_within(&identities);
        let untouched = self.view.untouched.get_untracked();
        let blank = untouched.still_blank(&plan, &identities);
        if blank != untouched {
            self.view.untouched.set(blank);
        }
        self.write_plan.set(plan);
        self.write_identities.set(identities);
        if within != selection {
            self.selection.set(within);
        }
        if person != self.person.get_untracked() {
            self.person.set(person);
        }
    }

    /// The person in view. If the plan no longer has them, the person who takes their place, otherwise the last one.
    fn person_within(&self, now: &Identities) -> PersonKey {
        let person = self.person.get_untracked();
        let PersonKey::Own(id) = person else { return person };
        if now.place_of_person(id).is_some() {
            return person;
        }
        let place = self.identities.with_untracked(|before| before.place_of_person(id)).unwrap_or_default();
        let next = now.people().get(place).or(now.people().last());
        next.map_or(PersonKey::BuiltIn(0), |id| PersonKey::Own(*id))
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}
