//! The rules about people at work: each judges everybody, mapping by mapping, and every person gets the rules that object.
//!
//! What a rule found of a mapping is kept, so that it serves the next run if the mapping is unchanged.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::outcomes::Outcome;
use super::plain::DELETED;
use super::reads::Reads;
use super::values::{State, ValueColumn};
use crate::lint::{Context, Judgement, Judges, Rehearsed, Row, Rule, rules};
use crate::plan::{ObjectKind, Plan};
use crate::text::{self, QuickHash};

/// Most rules that can judge people: a bit for each in a person's outcome.
const MOST: usize = 64;
/// Different values that are counted for each rule and mapping.
const MOST_VALUES: usize = 1_000;

/// A rule that judges people, with the mappings that it is about.
#[derive(Clone)]
pub(super) struct Judge {
    pub(super) rule: &'static Rule,
    pub(super) judgement: &'static Judgement,
    pub(super) about: Vec<About>,
    /// How many people it objects to.
    pub(super) people: usize,
}

/// What a rule finds of one mapping.
#[derive(Clone)]
pub(super) struct About {
    pub(super) mapping: usize,
    pub(super) found: Arc<Found>,
    /// For repetitions: the text that is compared, and the first row with it.
    seen: HashMap<u32, u32, QuickHash>,
    /// Whether an earlier run found it.
    pub(super) is_known: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The rows that the rule objects to.
    rows: Vec<u32>,
    /// The values that are wrong, with how many people get each.
    pub(super) values: HashMap<String, u32, QuickHash>,
}

/// All rules that judge people under a plan.
#[derive(Clone, Debug)]
pub(super) struct Panel(pub(super) Vec<Judge>);

/// The source attributes of everybody.
pub(super) trait Sources {
    /// Whether a row's attribute has a value for which something holds.
    fn passes(&self, row: usize, name: &str, holds: &dyn Fn(&serde_json::Value) -> bool) -> bool;
}

/// What the rules judge.
pub(super) struct Judged<'a> {
    /// The rows whose people the first cycle creates or updates, of those that are judged.
    pub(super) provisioned: &'a [u32],
    pub(super) sources: &'a dyn Sources,
    pub(super) columns: &'a [Arc<ValueColumn>],
    pub(super) reads: &'a Reads,
}

impl Panel {
    /// The rules about this plan's application, without those that the plan suppresses.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let plan = context.plan;
        let asked = rules().filter(|rule| rule.holds_for.includes(plan));
        let judges = asked.filter_map(|rule| {
            let judgement = rule.check.judgement()?;
            let about: Vec<About> = context
                .user_rows()
                .filter(|row| concerns(judgement).is_some_and(|concerns| concerns(row)))
                .filter(|row| !is_suppressed(plan, rule, Some(row.target())))
                .map(|row| About::new(row.index))
                .collect();
            let idle = if concerns(judgement).is_some() { about.is_empty() } else { is_suppressed(plan, rule, None) };
            (!idle).then_some(Judge { rule, judgement, about, people: 0 })
        });
        Self(judges.take(MOST).collect())
    }

    /// The rules that object to a person for what is known besides the values, a bit for each.
    pub(super) fn of_person(&self, facts: &Rehearsed) -> u64 {
        let objects = |judge: &Judge| matches!(judge.judgement.judges, Judges::Person(is_wrong) if is_wrong(facts));
        self.0.iter().enumerate().filter(|(_, judge)| objects(judge)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Judges the outcomes from a row on. Every rule that objects sets its bit.
    pub(super) fn judge(&mut self, context: &Context<'_>, judged: &Judged<'_>, outcomes: &mut [Outcome], from: usize) {
        for (at, judge) in self.0.iter_mut().enumerate() {
            let bit = 1 << at;
            if let Judges::Person(_) = judge.judgement.judges {
                let new = outcomes.get(from..).unwrap_or_default();
                judge.people += new.iter().filter(|outcome| outcome.problems & bit != 0).count();
            }
            let Judge { about, people, judgement, .. } = judge;
            for about in about.iter_mut().filter(|about| !about.is_known) {
                about.judge(judgement, context, judged, |row| set(outcomes, row, bit, people));
            }
        }
    }

    /// Sets the bits of what earlier runs found, when every row has an outcome.
    pub(super) fn set_known(&mut self, outcomes: &mut [Outcome]) {
        for (at, judge) in self.0.iter_mut().enumerate() {
            let Judge { about, people, .. } = judge;
            let known = about.iter().filter(|about| about.is_known);
            known.flat_map(|about| &about.found.rows).for_each(|row| set(outcomes, *row, 1 << at, people));
        }
    }

    /// Makes room for so many people.
    pub(super) fn reserve(&mut self, rows: usize) {
        for judge in self.0.iter_mut().filter(|judge| matches!(judge.judgement.judges, Judges::Repetition(..))) {
            judge.about.iter_mut().filter(|about| !about.is_known).for_each(|about| about.seen.reserve(rows));
        }
    }

    /// What a rule found of a mapping.
    pub(super) fn found(&self, rule: &Rule, mapping: usize) -> Option<&Arc<Found>> {
        let judge = self.0.iter().find(|judge| judge.rule.code == rule.code)?;
        judge.about.iter().find(|about| about.mapping == mapping).map(|about| &about.found)
    }

    /// Forgets what only a run needs.
    pub(super) fn forget(&mut self) {
        self.0.iter_mut().flat_map(|judge| &mut judge.about).for_each(|about| about.seen = HashMap::default());
    }
}

fn set(outcomes: &mut [Outcome], row: u32, bit: u64, people: &mut usize) {
    if let Some(outcome) = outcomes.get_mut(row as usize)
        && outcome.problems & bit == 0
    {
        outcome.problems |= bit;
        *people += 1;
    }
}

fn concerns(judgement: &Judgement) -> Option<fn(&Row<'_>) -> bool> {
    match judgement.judges {
        Judges::Value(concerns, _)
        | Judges::Absence(concerns)
        | Judges::Repetition(concerns, _)
        | Judges::Attribute(concerns, ..)
        | Judges::Loss(concerns) => Some(concerns),
        Judges::Person(_) | Judges::Everybody(_) => None,
    }
}

/// Whether the plan accepts the problems of a rule: those of one mapping, or for a rule about whole people all.
fn is_suppressed(plan: &Plan, rule: &Rule, target: Option<&str>) -> bool {
    plan.suppressions.iter().any(|one| one.rule == rule.code && (target.is_none() || one.target.as_deref() == target))
}

impl About {
    fn new(mapping: usize) -> Self {
        Self { mapping, found: Arc::default(), seen: HashMap::default(), is_known: false }
    }

    /// Judges the people, and tells each row that is wrong.
    fn judge(&mut self, judgement: &Judgement, context: &Context<'_>, judged: &Judged<'_>, object: impl FnMut(u32)) {
        let (Some(column), Some(line)) =
            (judged.columns.get(self.mapping), context.row(ObjectKind::User, self.mapping))
        else {
            return;
        };
        let needs_empty = matches!(judgement.judges, Judges::Absence(_) | Judges::Loss(_));
        if needs_empty && !column.has_empty(judged.provisioned) {
            return;
        }
        let found = Arc::make_mut(&mut self.found);
        let reads = judged.reads.of_mapping(self.mapping);
        let rows = judged.provisioned.iter().copied();
        let is_empty_at = |row: u32| column.state(row as usize) == State::Empty;
        // Whether somebody is deleted is not a value that gets lost.
        let reads: Vec<&String> = reads.iter().filter(|name| *name != DELETED).collect();
        let loses =
            |row: u32| reads.iter().any(|name| judged.sources.passes(row as usize, name, &|value| !is_empty(value)));
        let before = found.rows.len();
        match judgement.judges {
            Judges::Value(_, is_wrong) => {
                for row in rows {
                    if let Some(text) = sent_text(column, row as usize).filter(|text| is_wrong(&line, text)) {
                        count(&mut found.values, text);
                        found.rows.push(row);
                    }
                }
            }
            Judges::Absence(_) => found.rows.extend(rows.filter(|row| is_empty_at(*row))),
            Judges::Loss(_) => found.rows.extend(rows.filter(|row| is_empty_at(*row) && loses(*row))),
            Judges::Attribute(_, name, is_wrong) => {
                found.rows.extend(rows.filter(|row| judged.sources.passes(*row as usize, name, &is_wrong)));
            }
            Judges::Repetition(_, compared) => {
                for row in rows {
                    let Some(text) = sent_text(column, row as usize) else { continue };
                    let key = compared(text);
                    let is_same = |other: u32| compared(column.get(other as usize).text) == key;
                    if let Some(first) = first_row(&mut self.seen, &key, row, is_same) {
                        // The first person gets it as well.
                        if count(&mut found.values, &key) == 1 {
                            count(&mut found.values, &key);
                        }
                        found.rows.extend([first, row]);
                    }
                }
            }
            Judges::Person(_) | Judges::Everybody(_) => {}
        }
        found.rows.get(before..).unwrap_or_default().iter().copied().for_each(object);
    }
}

/// The text that a row sends; nothing for JSON and where nothing is sent.
fn sent_text(column: &ValueColumn, row: usize) -> Option<&str> {
    let target = column.get(row);
    (matches!(target.state, State::Value | State::Default) && !target.is_json).then_some(target.text)
}

/// The first row with a key, if there is one. Otherwise this row is the first. Two keys with one hash take two places.
fn first_row(
    seen: &mut HashMap<u32, u32, QuickHash>,
    key: &str,
    row: u32,
    is_same: impl Fn(u32) -> bool,
) -> Option<u32> {
    let mut hash = text::half(text::hash(key));
    loop {
        match seen.entry(hash) {
            Entry::Vacant(place) => {
                place.insert(row);
                return None;
            }
            Entry::Occupied(place) if is_same(*place.get()) => return Some(*place.get()),
            Entry::Occupied(_) => hash = hash.wrapping_add(1),
        }
    }
}

/// Counts a value, and says how often it is counted now. Beyond [`MOST_VALUES`], a new value is not counted.
fn count(values: &mut HashMap<String, u32, QuickHash>, value: &str) -> u32 {
    if let Some(count) = values.get_mut(value) {
        *count += 1;
        return *count;
    }
    let is_counted = values.len() < MOST_VALUES;
    if is_counted {
        values.insert(value.to_owned(), 1);
    }
    u32::from(is_counted)
}

impl Judge {
    /// The values that are wrong, with how many people get each.
    pub(super) fn values(&self) -> HashMap<&str, usize> {
        let mut values = HashMap::new();
        for (value, people) in self.about.iter().flat_map(|about| &about.found.values) {
            *values.entry(value.as_str()).or_default() += *people as usize;
        }
        values
    }
}

impl std::fmt::Debug for Judge {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mappings: Vec<usize> = self.about.iter().map(|about| about.mapping).collect();
        formatter.debug_tuple("Judge").field(&self.rule.code).field(&mappings).finish()
    }
}

fn is_empty(value: &serde_json::Value) -> bool {
    value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}
