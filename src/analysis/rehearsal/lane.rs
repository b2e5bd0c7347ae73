//! The evaluation of one mapping for everybody.

use super::plain::{Plain, PlainRow, Slot};
use super::values::{DEFAULT, EMPTY, ERROR, JSON, NOT_SIMULATED, OTHER, UNKNOWN, VALUE, ValueColumn};
use crate::directory::Person;
use crate::expression::{Attributes as _, Environment, Value};
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
        let (yielded, flows) = match yielded {
            Yield::Empty => match self.prepared.default_value() {
                Some(default) => (default, DEFAULT),
                None => (Yield::Empty, EMPTY),
            },
            other => (other, VALUE),
        };
        let unknown = if is_unknown { UNKNOWN } else { 0 };
        match yielded {
            Yield::Value(Sent::Text(text, _)) => column.push(&text, flows | unknown),
            Yield::Value(Sent::Json(json)) => column.push(&json.to_string(), flows | JSON | unknown),
            Yield::Empty => column.push("", EMPTY | unknown),
            Yield::Nothing(Reason::NotSimulated(_)) => column.push("", NOT_SIMULATED | unknown),
            Yield::Nothing(reason) if reason.is_an_error() => column.push("", ERROR | unknown),
            Yield::Nothing(_) => column.push("", OTHER | unknown),
        }
    }
}
