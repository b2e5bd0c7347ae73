//! The people of a result: a page of the table, and one person with everything that the preview needs.

use serde::{Deserialize, Serialize};

use crate::{
    analysis::rehearsal::{Action, FirstPeople, Query, Rehearsal, SortBy, State, Target},
    directory::{Person, TargetDirectory, people_file::Cell},
    simulate::Event,
};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableColumn {
    /// What to call the person.
    Person,
    /// What the first cycle does; nothing where it is not known.
    Action,
    /// The codes of the problems.
    Problems,
    /// The line in the file.
    Line,
    /// In scope or not.
    Scope,
    /// The target attribute by which an existing user matches.
    MatchedBy,
    /// How many requests are sent.
    Requests,
    /// The column of the file at this place.
    Source(usize),
    /// The value of the mapping at this place.
    Target(usize),
}

/// Which page of the table to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsWanted {
    /// Comes back with the page: counts the queries.
    pub ticket: u32,
    /// Which people.
    pub query: Query,
    /// The column that they are sorted by, if it is not the order of the file.
    pub sort: Option<TableColumn>,
    /// The columns to send.
    pub columns: Vec<TableColumn>,
    /// The first of the people.
    pub from: usize,
    /// How many.
    pub count: usize,
}

/// A page of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowsPage {
    /// The ticket of the query.
    pub ticket: u32,
    /// How many people the query picks.
    pub total: usize,
    /// The first of the people here.
    pub from: usize,
    /// The people.
    pub rows: Vec<PersonLine>,
}

/// A person in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// The row in the file, from 0.
    pub row: usize,
    /// What the first cycle does; nothing while the file is read, and where it is not known.
    pub action: Option<Action>,
    /// The cells, one for each column; nothing in a cell that is not certain while the file is read.
    pub cells: Vec<Option<CellShown>>,
}

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellShown {
    /// What it says.
    pub text: String,
    /// Whether that is a value.
    pub state: State,
}

impl CellShown {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let state = if text.is_empty() { State::Empty } else { State::Value };
        Self { text, state }
    }

    fn of(target: Target<'_>) -> Self {
        Self { text: target.text.to_owned(), state: target.state }
    }
}

impl RowsWanted {
    /// The query with its order.
    pub fn sorted(&self, rehearsal: &Rehearsal) -> Query {
        let place = |name: &&str| {
            rehearsal.people().columns.iter().position(|column| column.attribute.as_deref() == Some(*name))
        };
        let sort = self.sort.and_then(|column| match column {
            TableColumn::Person => {
                ["displayName", "userPrincipalName", "mail", "objectId"].iter().find_map(place).map(SortBy::Source)
            }
            TableColumn::Action => Some(SortBy::Action),
            TableColumn::Problems => Some(SortBy::Problems),
            TableColumn::Line => Some(SortBy::Line),
            TableColumn::Scope => Some(SortBy::Scope),
            TableColumn::MatchedBy => Some(SortBy::MatchedBy),
            TableColumn::Requests => Some(SortBy::Requests),
            TableColumn::Source(place) => Some(SortBy::Source(place)),
            TableColumn::Target(mapping) => Some(SortBy::Target(mapping)),
        });
        Query { sort, ..self.query.clone() }
    }

    /// The page, from the rows that the query picks.
    pub fn page(&self, rehearsal: &Rehearsal, picked: &[u32]) -> RowsPage {
        let rows = picked.iter().skip(self.from).take(self.count);
        let line = |row: &u32| person_line(rehearsal, *row as usize, &self.columns);
        RowsPage { ticket: self.ticket, total: picked.len(), from: self.from, rows: rows.filter_map(line).collect() }
    }
}

fn person_line(rehearsal: &Rehearsal, row: usize, columns: &[TableColumn]) -> Option<PersonLine> {
    let person = rehearsal.row(row)?;
    let cell = |column: &TableColumn| match *column {
        TableColumn::Person => CellShown::text(rehearsal.people().sample(row).label()),
        TableColumn::Action | TableColumn::Requests if person.action.is_none() => {
            CellShown { text: String::new(), state: State::Unknown }
        }
        TableColumn::Action => CellShown::text(person.action.map_or("", Action::label)),
        TableColumn::Problems => CellShown::text(rehearsal.codes(row).join(" ")),
        TableColumn::Line => CellShown::text(person.line.to_string()),
        TableColumn::Scope => CellShown::text(rehearsal.scope_reading(row)),
        TableColumn::MatchedBy => CellShown::text(rehearsal.matched_by(row).unwrap_or_default()),
        TableColumn::Requests => CellShown::text(person.requests.to_string()),
        TableColumn::Source(place) => match rehearsal.people().columns.get(place).map(|column| column.cell(row)) {
            Some(Cell::Text(text) | Cell::Json(text)) => CellShown::text(text),
            Some(Cell::Lost) => CellShown { text: String::new(), state: State::Unknown },
            Some(Cell::Empty) | None => CellShown::text(""),
        },
        TableColumn::Target(mapping) => CellShown::of(rehearsal.value(row, mapping)),
    };
    Some(PersonLine { row, action: person.action, cells: columns.iter().map(|one| Some(cell(one))).collect() })
}

impl RowsPage {
    /// The first people of a file that is being read.
    pub fn of_first(ticket: u32, first: &FirstPeople, columns: &[TableColumn]) -> Self {
        let cell = |row: usize, column: &TableColumn| match *column {
            TableColumn::Person => Some(CellShown::text(first.label(row))),
            TableColumn::Line => first.line(row).map(|line| CellShown::text(line.to_string())),
            TableColumn::Target(mapping) => first.value(row, mapping).map(CellShown::of),
            _ => None,
        };
        let line =
            |row| PersonLine { row, action: None, cells: columns.iter().map(|column| cell(row, column)).collect() };
        Self { ticket, total: first.len(), from: 0, rows: (0..first.len()).map(line).collect() }
    }
}

/// A person with everything that the preview needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonFound {
    /// The line in the file.
    pub line: u32,
    /// The attributes as the file has them.
    pub sample: crate::plan::SamplePerson,
    /// The person as the simulation sees them.
    pub person: Person,
    /// What happens; nothing where Entra meets the person for the first time.
    pub event: Option<Event>,
    /// What the target has of the person, if the existing users are known.
    pub target: Option<TargetDirectory>,
}

impl PersonFound {
    /// The person of a row.
    pub fn of(rehearsal: &Rehearsal, row: usize) -> Option<Self> {
        Some(Self {
            line: rehearsal.row(row)?.line,
            sample: rehearsal.people().sample(row),
            person: rehearsal.person(row),
            event: rehearsal.event(row),
            target: rehearsal.target_of(row),
        })
    }
}
