//! The evaluation of one mapping for everybody.

use std::borrow::Cow;
use std::ops::Range;

use super::plain::{Plain, PlainRow, Slot};
use super::values::{DEFAULT, EMPTY, ERROR, JSON, NOT_SIMULATED, OTHER, UNKNOWN, VALUE, ValueColumn};
use crate::directory::Person;
use crate::expression::{Attributes as _, Environment, Texts, TextsForm, Value};
use crate::plan::{AttributeMapping, ObjectKind, Plan};
use crate::simulate::{PersonAttributes, PreparedMapping, Reason, Sent, Yield};

/// One mapping on its way through the rows.
pub(super) struct Lane<'p> {
    prepared: PreparedMapping<'p>,
    names: Vec<String>,
    slots: Vec<Slot<'p>>,
    /// Whether something that it reads is unknown, for people who are not soft-deleted and for those who are.
    unknown: [bool; 2],
    reads: &'p [String],
}

impl<'p> Lane<'p> {
    pub(super) fn new(
        plan: &'p Plan,
        line: &'p AttributeMapping,
        reads: &'p [String],
        file: Option<&'p Plain>,
    ) -> Self {
        let prepared = PreparedMapping::new(plan, ObjectKind::User, line);
        let names: Vec<String> = prepared.attributes().into_iter().map(str::to_owned).collect();
        let slots = names.iter().map(|name| file.map_or(Slot::Nothing, |file| file.slot(name))).collect();
        let is_unknown = |deleted| file.is_some_and(|file| reads.iter().any(|name| file.is_unknown(name, deleted)));
        Self { names, slots, unknown: [false, true].map(is_unknown), reads, prepared }
    }

    /// Adds the values of plain rows at once, of whom these count as soft-deleted. Says whether it could: otherwise each
    /// row has to be added alone.
    pub(super) fn push_at_once(&self, rows: &Range<usize>, deleted: &[bool], column: &mut ValueColumn) -> bool {
        let reads_one = matches!(self.slots.as_slice(), [slot] if slot.is_column());
        // Where few values come again and again, rows share their texts.
        let shares = reads_one && !column.has_many() && !self.prepared.yields_constants();
        let [unknown, unknown_of_deleted] = self.unknown;
        if shares || unknown != unknown_of_deleted {
            return false;
        }
        let slots: Option<Vec<Texts<'_>>> = self.slots.iter().map(|slot| slot.texts(rows, deleted)).collect();
        let Some(texts) = slots.and_then(|slots| self.prepared.texts(&slots, rows.len())) else { return false };
        match texts.form() {
            TextsForm::Coded(codes, values) => {
                let mut places = vec![None; values.len().max(1)];
                for row in 0..texts.len() {
                    let code = codes.get(row).map_or(0, |code| usize::from(*code));
                    if let Some(known) = places.get(code).copied().flatten() {
                        column.push_place(known);
                        continue;
                    }
                    let text = values.get(code).copied().unwrap_or_default();
                    let (text, class) = self.sent(self.prepared.yields_text(text), unknown);
                    let known = column.push_kept(&text, class);
                    if let Some(place) = places.get_mut(code) {
                        *place = Some(known);
                    }
                }
            }
            TextsForm::Arena(all, ends, base) if self.prepared.sends_texts() => {
                let empty = self.sent(Yield::Empty, unknown);
                column.push_all((all, ends, base), VALUE | unknown_bit(unknown), (&empty.0, empty.1));
            }
            TextsForm::Arena(..) => {
                for row in 0..texts.len() {
                    let (text, class) =
                        self.sent(self.prepared.yields_text(texts.get(row).unwrap_or_default()), unknown);
                    column.push(&text, class);
                }
            }
        }
        true
    }

    /// Adds the value of a plain row. Adds what it costs to `steps`.
    pub(super) fn push_plain(
        &self,
        (row, is_soft_deleted): (usize, bool),
        column: &mut ValueColumn,
        environment: &Environment,
        steps: &mut usize,
    ) {
        let row = PlainRow { slots: &self.slots, names: &self.names, row, is_soft_deleted };
        let source = row.only_text();
        if source.is_some_and(|source| column.push_known(source)) {
            return;
        }
        let is_unknown = self.unknown[usize::from(is_soft_deleted)];
        self.push(self.prepared.yields(&row, environment, steps), is_unknown, column);
        if let Some(source) = source {
            column.remember(source);
        }
    }

    /// Adds the value of a person. Adds what it costs to `steps`.
    pub(super) fn push_person(
        &self,
        person: &Person,
        column: &mut ValueColumn,
        environment: &Environment,
        steps: &mut usize,
    ) {
        let attributes = PersonAttributes(person);
        let row: Vec<Value> = self.names.iter().map(|name| attributes.get(name)).collect();
        let is_unknown = self.reads.iter().any(|name| person.is_unknown(name));
        self.push(self.prepared.yields(&row, environment, steps), is_unknown, column);
    }

    fn push(&self, yielded: Yield<'_>, is_unknown: bool, column: &mut ValueColumn) {
        let (text, class) = self.sent(yielded, is_unknown);
        column.push(&text, class);
    }

    /// The text of what a row yields, and its class.
    fn sent<'v>(&'v self, yielded: Yield<'v>, is_unknown: bool) -> (Cow<'v, str>, u8) {
        let (yielded, flows) = match yielded {
            Yield::Empty => match self.prepared.default_value() {
                Some(default) => (default, DEFAULT),
                None => (Yield::Empty, EMPTY),
            },
            other => (other, VALUE),
        };
        let unknown = unknown_bit(is_unknown);
        match yielded {
            Yield::Value(Sent::Text(text, _)) => (text, flows | unknown),
            Yield::Value(Sent::Json(json)) => (json.to_string().into(), flows | JSON | unknown),
            Yield::Empty => ("".into(), EMPTY | unknown),
            Yield::Nothing(Reason::NotSimulated(_)) => ("".into(), NOT_SIMULATED | unknown),
            Yield::Nothing(reason) if reason.is_an_error() => ("".into(), ERROR | unknown),
            Yield::Nothing(_) => ("".into(), OTHER | unknown),
        }
    }
}

const fn unknown_bit(is_unknown: bool) -> u8 {
    if is_unknown { UNKNOWN } else { 0 }
}
