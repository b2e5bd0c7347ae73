//! The rules about people at work: each judges everybody, mapping by mapping, and every person gets the rules that object.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::reads::Reads;
use super::values::{State, ValueColumn};
use crate::directory::Person;
use crate::lint::{Context, Judgement, Judges, Rehearsed, Row, Rule, rules};
use crate::plan::{ObjectKind, Plan};
use crate::text::{self, QuickHash};

/// Most rules that can judge people: a bit for each in a person's outcome.
const MOST: usize = 64;
/// Different values that are counted for each rule.
const MOST_VALUES: usize = 1_000;

/// A rule that judges people, with the mappings that it is about.
#[derive(Clone)]
pub(super) struct Judge {
    pub(super) rule: &'static Rule,
    pub(super) judgement: &'static Judgement,
    pub(super) mappings: Vec<usize>,
    /// For repetitions: the text that is compared, and the first row with it, for each mapping.
    seen: Vec<HashMap<u64, u32, QuickHash>>,
    /// The values that are wrong, with how many people get each.
    pub(super) values: HashMap<String, u32>,
}

/// All rules that judge people under a plan.
#[derive(Clone, Debug)]
pub(super) struct Panel(pub(super) Vec<Judge>);

/// The source attributes of one person.
pub(super) trait SourceValues {
    /// Whether an attribute has a value.
    fn has_value(&self, name: &str) -> bool {
        self.value(name).is_some_and(|value| !is_empty(&value))
    }

    /// The value of an attribute that has one.
    fn value(&self, name: &str) -> Option<Cow<'_, serde_json::Value>>;
}

impl SourceValues for Person {
    fn value(&self, name: &str) -> Option<Cow<'_, serde_json::Value>> {
        self.get(name).map(Cow::Borrowed)
    }
}

/// What the rules judge of one person.
pub(super) struct Judged<'a> {
    pub(super) row: usize,
    pub(super) source: &'a dyn SourceValues,
    pub(super) columns: &'a [Arc<ValueColumn>],
    pub(super) reads: &'a Reads,
    pub(super) facts: Rehearsed,
    /// Whether the first cycle creates or updates the person.
    pub(super) is_provisioned: bool,
}

impl Panel {
    /// The rules about this plan's application, without those that the plan suppresses.
    pub(super) fn of(context: &Context<'_>) -> Self {
        let plan = context.plan;
        let asked = rules().filter(|rule| rule.holds_for.includes(plan));
        let judges = asked.filter_map(|rule| {
            let judgement = rule.check.judgement()?;
            let mappings: Vec<usize> = context
                .user_rows()
                .filter(|row| concerns(judgement).is_none_or(|concerns| concerns(row)))
                .filter(|row| !is_suppressed(plan, rule, Some(row.target())))
                .map(|row| row.index)
                .collect();
            let idle =
                if concerns(judgement).is_some() { mappings.is_empty() } else { is_suppressed(plan, rule, None) };
            let seen = vec![HashMap::default(); mappings.len()];
            (!idle).then(|| Judge { rule, judgement, mappings, seen, values: HashMap::new() })
        });
        Self(judges.take(MOST).collect())
    }

    /// The rules that object to a person, a bit for each. The second list has earlier rows that get bits now.
    pub(super) fn judge(&mut self, context: &Context<'_>, judged: &Judged<'_>, earlier: &mut Vec<(u32, u64)>) -> u64 {
        let mut problems = 0;
        for (at, judge) in self.0.iter_mut().enumerate() {
            let bit = 1 << at;
            if judge.objects(context, judged, |row| earlier.push((row, bit))) {
                problems |= bit;
            }
        }
        problems
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

impl Judge {
    fn objects(&mut self, context: &Context<'_>, judged: &Judged<'_>, mut also: impl FnMut(u32)) -> bool {
        if let Judges::Person(is_wrong) = self.judgement.judges {
            return is_wrong(&judged.facts);
        }
        if !judged.is_provisioned {
            return false;
        }
        let Self { mappings, seen, values, judgement, .. } = self;
        let mut objects = false;
        for (place, mapping) in mappings.iter().copied().enumerate() {
            let Some(column) = judged.columns.get(mapping) else { continue };
            let target = column.get(judged.row);
            let text =
                (matches!(target.state, State::Value | State::Default) && !target.is_json).then_some(target.text);
            objects |= match judgement.judges {
                Judges::Value(_, is_wrong) => {
                    let row = context.row(ObjectKind::User, mapping);
                    let wrong = text.filter(|text| row.is_some_and(|row| is_wrong(&row, text)));
                    wrong.inspect(|value| _ = count(values, value)).is_some()
                }
                Judges::Absence(_) => target.state == State::Empty,
                Judges::Loss(_) => {
                    let has_value = |name: &String| judged.source.has_value(name);
                    target.state == State::Empty && judged.reads.of_mapping(mapping).iter().any(has_value)
                }
                Judges::Attribute(_, name, is_wrong) => judged.source.value(name).is_some_and(|value| is_wrong(&value)),
                Judges::Repetition(_, compared) => text.is_some_and(|text| {
                    let row = u32::try_from(judged.row).unwrap_or(u32::MAX);
                    let is_same = |other: u32, key: &str| compared(column.get(other as usize).text) == key;
                    let Some(seen) = seen.get_mut(place) else { return false };
                    let key = compared(text);
                    let Some(first) = first_row(seen, &key, row, is_same) else { return false };
                    also(first);
                    // The first person gets it as well.
                    if count(values, &key) == 1 {
                        count(values, &key);
                    }
                    true
                }),
                Judges::Person(_) | Judges::Everybody(_) => false,
            };
        }
        objects
    }
}

/// The first row with a key, if there is one. Otherwise this row is the first. Two keys with one hash take two places.
fn first_row(
    seen: &mut HashMap<u64, u32, QuickHash>,
    key: &str,
    row: u32,
    is_same: impl Fn(u32, &str) -> bool,
) -> Option<u32> {
    let mut hash = text::hash(key);
    loop {
        match seen.entry(hash) {
            Entry::Vacant(place) => {
                place.insert(row);
                return None;
            }
            Entry::Occupied(place) if is_same(*place.get(), key) => return Some(*place.get()),
            Entry::Occupied(_) => hash = hash.wrapping_add(1),
        }
    }
}

/// Counts a value, and says how often it is counted now. Beyond [`MOST_VALUES`], a new value is not counted.
fn count(values: &mut HashMap<String, u32>, value: &str) -> u32 {
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

impl std::fmt::Debug for Judge {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Judge").field(&self.rule.code).field(&self.mappings).finish()
    }
}

fn is_empty(value: &serde_json::Value) -> bool {
    value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}
