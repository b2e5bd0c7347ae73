//! The file's columns as simulations read them, for the rows that need no whole person.
//!
//! A row is plain if each of its cells is the value of an attribute by itself, or the stored name of a guest. A row with lost
//! cells is not, and in JSON a row with a needed object, such as a manager. Such rows become a [`Person`] first.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::directory::people_file::{Cell, Column, PeopleTable, Reading};
use crate::directory::{GUEST_MARK, Knowledge, Person, as_boolean, engine_name, name_of_guest};
use crate::expression::{self, Row, Texts, attribute_from_json};

const NAME: &str = "userPrincipalName";
const STORED_NAME: &str = "originalUserPrincipalName";
/// Whether the person counts as soft-deleted. Entra computes it.
pub(super) const DELETED: &str = "IsSoftDeleted";
const PHONE: &str = "telephoneNumber";
/// What names a person and the manager.
const NAMING: [&str; 3] = ["objectId", NAME, "manager"];
/// Attributes that only a person has: they are put together from their parts.
const WHOLE: [&str; 1] = ["appRoleAssignments"];

/// Where an attribute is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// In the column at this place.
    Column(usize),
    /// Whether the person counts as soft-deleted.
    SoftDeleted,
    /// Nowhere.
    Nothing,
}

/// The state of a person as the file says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct PersonState {
    pub(super) assigned: bool,
    pub(super) blocked: bool,
    pub(super) soft_deleted: bool,
    pub(super) hard_deleted: bool,
}

/// The columns of a table whose rows can be plain.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    table: Arc<PeopleTable>,
    name: Option<usize>,
    states: [Option<usize>; 5],
    /// What the cells of the columns of states mean, each different text once.
    flags: RefCell<Vec<(usize, String, Option<bool>)>>,
    /// Needed columns in which some values are lost.
    lost: Vec<usize>,
    /// In JSON, needed columns in which an object can be.
    nested: Vec<usize>,
    given: Arc<BTreeSet<String>>,
}

impl Plain {
    /// The access to a table; nothing if its rows must become people, or if something that is needed is only on people.
    pub(super) fn of(table: &Arc<PeopleTable>, needed: &[String]) -> Option<Self> {
        let place = |name: &str| place(table, name);
        let is_whole = needed.iter().any(|name| WHOLE.contains(&name.as_str()));
        let lists_phones = table.column(PHONE).is_some_and(|column| matches!(column.reading, Reading::List(_)));
        let is_given = place(DELETED).is_some() || place(STORED_NAME).is_some();
        let is_json = table.separator.is_none();
        if is_whole || lists_phones || is_given || is_json && is_ambiguous(table, needed) {
            return None;
        }
        let states = ["assigned", "accountEnabled", "softDeleted", "hardDeleted", "deletedDateTime"].map(place);
        let lost =
            table.columns.iter().enumerate().filter(|(_, column)| column.attribute.is_some() && column.has_lost());
        let lost = lost.map(|(at, _)| at).collect();
        let nested = needed.iter().map(String::as_str).chain([NAME]).filter(|_| is_json).filter_map(place).collect();
        Some(Self {
            name: place(NAME),
            states,
            lost,
            nested,
            flags: RefCell::default(),
            given: table.given(),
            table: Arc::clone(table),
        })
    }

    pub(super) fn access(&self, attribute: &str) -> Access {
        let found = match attribute {
            DELETED => return Access::SoftDeleted,
            STORED_NAME => self.name,
            name => place(&self.table, name),
        };
        found.map_or(Access::Nothing, Access::Column)
    }

    /// Where an expression reads an attribute.
    pub(super) fn slot(&self, attribute: &str) -> Slot<'_> {
        match self.access(attribute) {
            Access::SoftDeleted => Slot::SoftDeleted,
            access if attribute == NAME => self.column(&access).map_or(Slot::Nothing, Slot::Name),
            access => self.column(&access).map_or(Slot::Nothing, Slot::Column),
        }
    }

    /// Whether a row needs no whole person.
    pub(super) fn is_plain(&self, row: usize) -> bool {
        let is_lost = |at: &usize| self.table.columns.get(*at).is_some_and(|column| column.cell(row) == Cell::Lost);
        let is_nested = |at: &usize| {
            let Some(Cell::Json(json)) = self.table.columns.get(*at).map(|column| column.cell(row)) else {
                return false;
            };
            json.starts_with('{') || Some(*at) == self.name
        };
        !self.lost.iter().any(is_lost) && !self.nested.iter().any(is_nested)
    }

    /// Whether an attribute is unknown for a plain row, for somebody who counts as soft-deleted or not.
    pub(super) fn is_unknown(&self, attribute: &str, is_soft_deleted: bool) -> bool {
        let mut person =
            Person { knowledge: Some(Knowledge::of(Arc::clone(&self.given), BTreeSet::new())), ..Person::default() };
        person.set_is_soft_deleted(is_soft_deleted);
        person.is_unknown(attribute)
    }

    pub(super) fn column(&self, access: &Access) -> Option<&Column> {
        match access {
            Access::Column(at) => self.table.columns.get(*at),
            Access::SoftDeleted | Access::Nothing => None,
        }
    }

    /// What a column of states says; nothing for an empty cell.
    fn flag(&self, at: usize, row: usize) -> Option<bool> {
        let column = self.states.get(at).copied().flatten().and_then(|place| self.table.columns.get(place))?;
        let (Cell::Text(text) | Cell::Json(text)) = column.cell(row) else { return None };
        let mut flags = self.flags.borrow_mut();
        if let Some((.., flag)) = flags.iter().find(|(of, known, _)| *of == at && known == text) {
            return *flag;
        }
        let flag = column.value(row).as_ref().and_then(as_boolean);
        if flags.len() < 32 {
            flags.push((at, text.to_owned(), flag));
        }
        flag
    }

    /// The state that a plain row says.
    pub(super) fn state(&self, row: usize) -> PersonState {
        let flag = |at: usize, default: bool| self.flag(at, row).unwrap_or(default);
        let deleted = self.states[4].and_then(|place| self.table.columns.get(place));
        let since = deleted.is_some_and(|column| matches!(column.value(row), Some(Json::String(_))));
        PersonState {
            assigned: flag(0, true),
            blocked: !flag(1, true),
            soft_deleted: flag(2, since),
            hard_deleted: flag(3, false),
        }
    }
}

/// The column that a person has an attribute from. In JSON the keys are Graph's.
fn place(table: &PeopleTable, name: &str) -> Option<usize> {
    let is_json = table.separator.is_none();
    table.columns.iter().position(|column| {
        if is_json { engine_name(&column.heading) == name } else { column.attribute.as_deref() == Some(name) }
    })
}

/// Whether it is not certain what the keys of a JSON file are to a person: two keys are one attribute, the file and the person
/// see different attributes in a key, or a list of telephone numbers stays a list.
fn is_ambiguous(table: &PeopleTable, needed: &[String]) -> bool {
    let mut seen = BTreeSet::new();
    let is_needed = |name: &str| NAMING.contains(&name) || needed.iter().any(|one| one == name);
    table.columns.iter().any(|column| {
        let name = engine_name(&column.heading);
        let other = column.attribute.as_deref().filter(|attribute| *attribute != name);
        let is_list = name == PHONE && !matches!(column.reading, Reading::First(_));
        !seen.insert(name) || other.is_some_and(|other| is_needed(name) || is_needed(other)) || is_list
    })
}

/// A place in a row that an expression reads.
#[derive(Debug)]
pub(super) enum Slot<'f> {
    /// In a column.
    Column(&'f Column),
    /// In the column of the stored names.
    Name(&'f Column),
    /// Whether the person counts as soft-deleted.
    SoftDeleted,
    /// Nowhere.
    Nothing,
}

impl<'f> Slot<'f> {
    /// What it has for some plain rows, of whom these count as soft-deleted. Nothing if some of it is not text.
    pub(super) fn texts(&self, rows: &Range<usize>, deleted: &[bool]) -> Option<Texts<'f>> {
        match self {
            Self::Nothing => Some(Texts::same(None, rows.len())),
            Self::SoftDeleted => {
                let codes = deleted.iter().map(|is_deleted| u16::from(*is_deleted)).collect();
                Some(Texts::coded(codes, [false, true].map(|value| Some(truth(value))).to_vec()))
            }
            Self::Column(column) | Self::Name(column) => {
                let (all, ends, base) = column.cells(rows.clone())?;
                // A guest has another name than the stored one.
                let has_guests = matches!(self, Self::Name(_)) && all.contains(GUEST_MARK);
                (!has_guests).then(|| Texts::of_cells(all, ends, base))
            }
        }
    }

    /// Whether it is a column of the file.
    pub(super) const fn is_column(&self) -> bool {
        matches!(self, Self::Column(_) | Self::Name(_))
    }
}

/// A plain row as an expression reads it. It lends the texts of the file.
pub(super) struct PlainRow<'r> {
    pub(super) slots: &'r [Slot<'r>],
    /// The attributes in the slots.
    pub(super) names: &'r [String],
    pub(super) row: usize,
    pub(super) is_soft_deleted: bool,
}

impl Row for PlainRow<'_> {
    fn cell(&self, slot: usize) -> expression::Cell<'_> {
        let column = match self.slots.get(slot) {
            Some(Slot::Column(column)) => column,
            Some(Slot::Name(column)) => {
                return match column.cell(self.row) {
                    Cell::Text(stored) => name_of_guest(stored)
                        .map_or(expression::Cell::borrowed(stored), |name| expression::Cell::Text(name.into())),
                    _ => expression::Cell::Null,
                };
            }
            Some(Slot::SoftDeleted) => return expression::Cell::borrowed(truth(self.is_soft_deleted)),
            Some(Slot::Nothing) | None => return expression::Cell::Null,
        };
        match (column.reading, column.cell(self.row)) {
            (_, Cell::Empty | Cell::Lost) => expression::Cell::Null,
            (Reading::Text, Cell::Text(text)) => expression::Cell::borrowed(text),
            (reading, cell) => {
                let name = self.names.get(slot).map_or("", String::as_str);
                reading.value(cell).map_or(expression::Cell::Null, |json| attribute_from_json(name, &json).into())
            }
        }
    }
}

impl<'r> PlainRow<'r> {
    /// The text of the one column that is read; nothing if several are read, or if the cell is not text.
    pub(super) fn only_text(&self) -> Option<&'r str> {
        let [slot] = self.slots else { return None };
        match slot {
            Slot::Column(column) | Slot::Name(column) if column.reading == Reading::Text => match column.cell(self.row)
            {
                Cell::Text(text) => Some(text),
                Cell::Empty => Some(""),
                _ => None,
            },
            Slot::SoftDeleted => Some(truth(self.is_soft_deleted)),
            Slot::Nothing => Some(""),
            Slot::Column(_) | Slot::Name(_) => None,
        }
    }
}

const fn truth(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}
