//! The parts of a checklist.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::catalog::Source;
use crate::plan::ChecklistMark;

/// The whole checklist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checklist {
    /// Its parts, in the order of the work.
    pub phases: Vec<Phase>,
    /// How much is done.
    pub progress: Progress,
}

impl Checklist {
    /// Everything that you tick, in the order of the work: the rows of a table in the place of its step.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.phases.iter().flat_map(Phase::ticked)
    }

    /// The step or the row with this ID.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.phases.iter().flat_map(Phase::with_rows).find(|step| step.id == id)
    }
}

/// A part of the checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The stable ID.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// One sentence about the work on Entra's default rows; empty for a part without them.
    pub summary: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

impl Phase {
    /// How much of it is done.
    pub fn progress(&self) -> Progress {
        Progress::of(&self.steps)
    }

    /// Every step, each before the rows of its table.
    pub fn with_rows(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().flat_map(|step| std::iter::once(step).chain(&step.rows))
    }

    /// Everything in it that you tick.
    pub fn ticked(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().flat_map(|step| if step.rows.is_empty() { std::slice::from_ref(step) } else { &step.rows })
    }
}

/// How much of a checklist, or of a part of it, is done. A table is one step. It is done when all its rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Steps ticked for the values that they show now.
    pub done: usize,
    /// Steps ticked for other values.
    pub changed: usize,
    /// All steps.
    pub total: usize,
    /// How many different people own a step or a row.
    pub owners: usize,
}

impl Progress {
    pub(super) fn of<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Self {
        let mut progress = Self::default();
        let mut owners = BTreeSet::new();
        for step in steps {
            progress.total += 1;
            progress.changed += usize::from(step.changed_since);
            progress.done += usize::from(step.done && !step.changed_since);
            let owned = std::iter::once(step).chain(&step.rows).map(|one| one.owner.as_str());
            owners.extend(owned.filter(|owner| !owner.is_empty()));
        }
        progress.owners = owners.len();
        progress
    }
}

/// What you do with a row of Entra's default list, or that the step is not about one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Leave a default row unchanged.
    Keep,
    /// Edit a default row.
    Change,
    /// Delete a default row.
    Delete,
    /// Add a row.
    Add,
    /// Do anything else.
    Do,
}

impl Action {
    /// The word on screen and in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "Keep",
            Self::Change => "Change",
            Self::Delete => "Delete",
            Self::Add => "Add",
            Self::Do => "Do",
        }
    }
}

/// One step, or one row of a step's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The stable ID, in kebab case. It is never used again.
    pub id: String,
    /// What to do, or which row.
    pub title: String,
    /// Where, in the portal's labels of 2026, with older labels in brackets.
    pub location: String,
    /// What to enter, choose or check.
    pub fields: Vec<FieldValue>,
    /// The rows of its table, such as the mappings of users. You tick, note and own each; the step itself is done when all
    /// of them are. A row has no rows.
    pub rows: Vec<Step>,
    /// Why.
    pub why: String,
    /// What it does with a default row.
    pub action: Action,
    /// The document that says so.
    pub source: Source,
    /// Whether it is ticked.
    pub done: bool,
    /// Whether it is ticked for other values than those shown now.
    pub changed_since: bool,
    /// A note.
    pub note: String,
    /// The person responsible.
    pub owner: String,
    /// A hash of the values shown, to store with a tick.
    pub value_hash: String,
}

/// A field with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldValue {
    /// The portal's label.
    pub label: String,
    /// The value.
    pub value: String,
    /// Whether you type or paste the value.
    pub copy: bool,
    /// Whether the value is a name, a value or an expression of the plan, and no prose.
    pub code: bool,
    /// What the portal shows before a change; nothing if it does not change.
    pub previous: Option<String>,
    /// Whether every plan shows the same here.
    pub fixed: bool,
    /// Whether the portal fills in this value itself in a new row.
    pub usual: bool,
}

impl FieldValue {
    /// Something to choose or to check.
    pub(super) fn shown(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            copy: false,
            code: false,
            previous: None,
            fixed: false,
            usual: false,
        }
    }

    /// Something to type or paste.
    pub(super) fn copied(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { copy: true, code: true, ..Self::shown(label, value) }
    }

    /// The same in every plan.
    #[must_use]
    pub(super) fn fixed(mut self) -> Self {
        self.fixed = true;
        self
    }
}

impl Step {
    /// A step without a tick.
    pub(super) fn new(id: String, action: Action, title: String, source: Source) -> Self {
        Self {
            id,
            title,
            location: String::new(),
            fields: Vec::new(),
            rows: Vec::new(),
            why: String::new(),
            action,
            source,
            done: false,
            changed_since: false,
            note: String::new(),
            owner: String::new(),
            value_hash: String::new(),
        }
    }

    #[must_use]
    pub(super) fn at(mut self, location: impl Into<String>) -> Self {
        self.location = location.into();
        self
    }

    #[must_use]
    pub(super) fn showing(mut self, fields: Vec<FieldValue>) -> Self {
        self.fields = fields;
        self
    }

    #[must_use]
    pub(super) fn because(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    /// A step with a table.
    #[must_use]
    pub(super) fn with_rows(mut self, rows: Vec<Self>) -> Self {
        self.rows = rows;
        self
    }

    /// How much of its table is done.
    pub fn rows_progress(&self) -> Progress {
        Progress::of(&self.rows)
    }

    /// Takes over the ticks, the notes and the owners from the plan's marks.
    pub(super) fn mark(&mut self, marks: &HashMap<&str, &ChecklistMark>) {
        self.rows.iter_mut().for_each(|row| row.mark(marks));
        self.mark_itself(marks);
        if !self.rows.is_empty() {
            let Progress { done, changed, total, .. } = self.rows_progress();
            self.done = done + changed == total;
            self.changed_since = changed > 0;
        }
    }

    fn mark_itself(&mut self, marks: &HashMap<&str, &ChecklistMark>) {
        self.value_hash = value_hash(self.action, &self.fields);
        if let Some(mark) = marks.get(self.id.as_str()) {
            self.done = mark.done;
            // Only the plan makes a tick out of date, never a new wording of what is the same in every plan.
            let may_change = self.fields.iter().any(|field| !field.fixed);
            let differs = mark.value_hash.as_ref().is_some_and(|hash| *hash != self.value_hash);
            self.changed_since = mark.done && may_change && differs;
            self.note.clone_from(&mark.note);
            self.owner.clone_from(&mark.owner);
        }
    }
}

/// FNV-1a over the action and the fields. It must stay the same across versions and machines, and the standard library's
/// hashers do not promise that. So do not reword the labels and values of a step that shows a value of the plan.
fn value_hash(action: Action, fields: &[FieldValue]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut feed = |text: &str| {
        // No text contains this byte. It ends each part, so that two parts never read like one.
        for byte in text.bytes().chain([0xFF]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    feed(action.name());
    for field in fields {
        feed(&field.label);
        feed(&field.value);
    }
    format!("{hash:016x}")
}

/// Numbers steps with the same ID: two paths may differ only in a character that an ID cannot contain.
pub(super) fn keep_ids_apart(phases: &mut [Phase]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let steps = phases.iter_mut().flat_map(|phase| &mut phase.steps);
    for step in steps.flat_map(|step| if step.rows.is_empty() { std::slice::from_mut(step) } else { &mut step.rows }) {
        let count = seen.entry(step.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            step.id = format!("{}-{count}", step.id);
        }
    }
}

/// "Entra starts with 22 rows. Keep 9, change 1, delete 12, add 1."
pub(super) fn summary(phase: &Phase) -> String {
    let count = |action| phase.ticked().filter(|step| step.action == action).count();
    let counts = [Action::Keep, Action::Change, Action::Delete, Action::Add].map(|action| (action, count(action)));
    let rows: usize = counts.iter().filter(|(action, _)| *action != Action::Add).map(|(_, count)| count).sum();
    if rows == 0 {
        return String::new();
    }
    let work: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(action, count)| format!("{} {count}", action.name().to_ascii_lowercase()))
        .collect();
    format!("Entra starts with {rows} rows: {}.", work.join(", "))
}

/// A text as part of an ID: letters and digits in lower case, with one hyphen for anything else and before a capital.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut previous = None;
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            let hump = character.is_ascii_uppercase() && previous.is_some_and(|one: char| one.is_ascii_lowercase());
            if hump {
                slug.push('-');
            }
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        previous = Some(character);
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_kebab() {
        assert_eq!(slug("addresses[work].streetAddress"), "addresses-work-street-address");
        assert_eq!(slug("externalId"), "external-id");
        assert_eq!(slug("  "), "");
    }

    #[test]
    fn the_hash_is_fnv_1a_and_sees_every_part() {
        let fields = |label: &str, value: &str| vec![FieldValue::shown(label, value)];
        assert_eq!(value_hash(Action::Do, &[]), "e0b7d319922c9e31");
        assert_ne!(value_hash(Action::Do, &fields("ab", "c")), value_hash(Action::Do, &fields("a", "bc")));
        assert_ne!(value_hash(Action::Keep, &fields("a", "b")), value_hash(Action::Delete, &fields("a", "b")));
    }
}
