//! The evaluation of one mapping for everybody.

use super::plain::{Access, Plain, fill, fill_text};
use super::values::{DEFAULT, EMPTY, ERROR, JSON, OTHER, State, UNKNOWN, VALUE, ValueCell, ValueColumn};
use crate::directory::Person;
use crate::directory::people_file::{Cell, Reading};
use crate::expression::{Attributes as _, Environment, Value};
use crate::plan::{AttributeMapping, ObjectKind, Plan};
use crate::simulate::{PersonAttributes, PreparedMapping, Reason, Sent, Yield};

/// One mapping on its way through the rows.
pub(super) struct Lane<'p> {
    prepared: PreparedMapping<'p>,
    slots: Vec<(String, Access)>,
    /// Whether something that it reads is unknown, for people who are not soft-deleted and for those who are.
    unknown: [bool; 2],
    reads: &'p [String],
}

/// What all lanes share for one row.
pub(super) struct Workspace<'w> {
    pub(super) environment: &'w Environment,
    pub(super) scratch: &'w mut Vec<Value>,
    pub(super) steps: &'w mut usize,
}

impl<'p> Lane<'p> {
    pub(super) fn new(plan: &'p Plan, line: &'p AttributeMapping, reads: &'p [String], file: Option<&Plain>) -> Self {
        let prepared = PreparedMapping::new(plan, ObjectKind::User, line);
        let access = |name: &str| file.map_or(Access::Nothing, |file| file.access(name));
        let slots = prepared.attributes().into_iter().map(|name| (name.to_owned(), access(name))).collect();
        let is_unknown = |deleted| file.is_some_and(|file| reads.iter().any(|name| file.is_unknown(name, deleted)));
        Self { slots, unknown: [false, true].map(is_unknown), reads, prepared }
    }

    /// Adds the value of a plain row.
    pub(super) fn push_plain(
        &self,
        file: &Plain,
        row: usize,
        is_soft_deleted: bool,
        column: &mut ValueColumn,
        work: Workspace<'_>,
    ) -> ValueCell {
        let source = self.only_source(file, row, is_soft_deleted);
        if let Some(known) = source.and_then(|source| column.push_known(source)) {
            return known;
        }
        work.scratch.resize(self.slots.len().max(work.scratch.len()), Value::Null);
        for ((name, access), place) in self.slots.iter().zip(work.scratch.iter_mut()) {
            match (access, file.column(access)) {
                (_, Some(column)) => fill(place, name, column, row),
                (Access::SoftDeleted, None) => fill_text(place, truth(is_soft_deleted)),
                (_, None) => *place = Value::Null,
            }
        }
        let is_unknown = self.unknown[usize::from(is_soft_deleted)];
        let yielded = self.prepared.yields(&*work.scratch, work.environment, work.steps);
        let cell = self.push(yielded, is_unknown, column);
        if let Some(source) = source {
            column.remember(source, cell);
        }
        cell
    }

    /// Adds the value of a person.
    pub(super) fn push_person(&self, person: &Person, column: &mut ValueColumn, work: Workspace<'_>) -> ValueCell {
        let attributes = PersonAttributes(person);
        let row: Vec<Value> = self.slots.iter().map(|(name, _)| attributes.get(name)).collect();
        let is_unknown = self.reads.iter().any(|name| person.is_unknown(name));
        let yielded = self.prepared.yields(&row, work.environment, work.steps);
        self.push(yielded, is_unknown, column)
    }

    /// The text of the one column that the mapping reads; nothing if it reads several, or a cell that is not text.
    fn only_source<'a>(&self, file: &'a Plain, row: usize, is_soft_deleted: bool) -> Option<&'a str> {
        let [(_, access)] = self.slots.as_slice() else { return None };
        match (access, file.column(access)) {
            (_, Some(column)) if column.reading == Reading::Text => match column.cell(row) {
                Cell::Text(text) => Some(text),
                Cell::Empty => Some(""),
                _ => None,
            },
            (Access::SoftDeleted, None) => Some(truth(is_soft_deleted)),
            (Access::Nothing, None) => Some(""),
            _ => None,
        }
    }

    fn push(&self, yielded: Yield<'_>, is_unknown: bool, column: &mut ValueColumn) -> ValueCell {
        let (yielded, flows) = match yielded {
            Yield::Empty => match self.prepared.default_value() {
                Some(default) => (default, DEFAULT),
                None => (Yield::Empty, EMPTY),
            },
            other => (other, VALUE),
        };
        let unknown = if is_unknown { UNKNOWN } else { 0 };
        let state = |known: State| if is_unknown { State::Unknown } else { known };
        let sent = if flows == DEFAULT { State::Default } else { State::Value };
        match yielded {
            Yield::Value(Sent::Text(text, _)) => column.push(state(sent), &text, false, flows | unknown),
            Yield::Value(Sent::Json(json)) => column.push(state(sent), &json.to_string(), true, flows | JSON | unknown),
            Yield::Empty => column.push(state(State::Empty), "", false, EMPTY | unknown),
            Yield::Nothing(Reason::NotSimulated(_)) => column.push(State::Unknown, "", false, OTHER | unknown),
            Yield::Nothing(reason) if reason.is_an_error() => {
                column.push(state(State::Failed), "", false, ERROR | unknown)
            }
            Yield::Nothing(_) => column.push(state(State::Empty), "", false, OTHER | unknown),
        }
    }
}

const fn truth(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}
