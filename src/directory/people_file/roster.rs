//! The people of a file who know their managers: a manager is another row.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::sync::Arc;

use super::cell::Cell;
use super::table::PeopleTable;
use crate::directory::Person;
use crate::text::{QuickHash, half, hash_ignoring_case};

/// What names a person in a file: the attributes by which a manager can be given.
const KEYS: [&str; 2] = ["objectId", "userPrincipalName"];

/// A table with its rows by object id and user principal name.
#[derive(Clone, Debug)]
pub struct Roster {
    table: Arc<PeopleTable>,
    given: Arc<BTreeSet<String>>,
    columns: Vec<usize>,
    rows: HashMap<u32, u32, QuickHash>,
    done: usize,
}

impl Roster {
    /// A roster whose rows are not indexed yet.
    pub fn new(table: Arc<PeopleTable>) -> Self {
        let place = |name: &&str| table.columns.iter().position(|column| column.attribute.as_deref() == Some(*name));
        // In JSON a manager can be in any key of Graph's. In a table without managers nobody is looked for.
        let is_asked = table.separator.is_none() || place(&"manager").is_some();
        let columns = KEYS.iter().filter(|_| is_asked).filter_map(place).collect();
        Self { given: table.given(), columns, rows: HashMap::default(), done: 0, table }
    }

    /// A roster with all its rows.
    pub fn complete(table: Arc<PeopleTable>) -> Self {
        let mut roster = Self::new(table);
        roster.advance(usize::MAX);
        roster
    }

    /// Indexes so many more rows.
    pub fn advance(&mut self, rows: usize) {
        let end = self.done.saturating_add(rows).min(self.table.len());
        if self.done == 0 {
            // With room for everybody, nothing moves later.
            self.rows.reserve(self.columns.len() * self.table.len());
        }
        for row in self.done..end {
            for place in 0..self.columns.len() {
                let Some(key) = self.key(place, row) else { continue };
                let mut hash = half(hash_ignoring_case(key));
                // Of two rows with one key the first counts. Two keys with one hash take two places.
                while self.rows.get(&hash).is_some_and(|taken| !self.is_called(*taken as usize, key)) {
                    hash = hash.wrapping_add(1);
                }
                let row = u32::try_from(row).unwrap_or(u32::MAX);
                self.rows.entry(hash).or_insert(row);
            }
        }
        self.done = end;
    }

    /// How many rows are indexed.
    pub const fn done(&self) -> usize {
        self.done
    }

    /// The table.
    pub const fn table(&self) -> &Arc<PeopleTable> {
        &self.table
    }

    /// The row of an object id or a user principal name.
    pub fn row(&self, key: &str) -> Option<usize> {
        let mut hash = half(hash_ignoring_case(key));
        loop {
            let row = *self.rows.get(&hash)? as usize;
            if self.is_called(row, key) {
                return Some(row);
            }
            hash = hash.wrapping_add(1);
        }
    }

    /// The person of a row, with the manager if the file has that person too.
    pub fn person(&self, row: usize) -> Person {
        let mut person = self.table.person(row, &self.given);
        // Graph can put a few properties of the manager into the person. The manager's own row says more.
        if let Some(manager) = person.get("manager").and_then(serde_json::Value::as_str)
            && let Some(row) = self.row(manager)
        {
            person.manager = Some(Box::new(self.table.person(row, &self.given)));
        }
        person
    }

    fn key(&self, place: usize, row: usize) -> Option<&str> {
        match self.table.columns.get(*self.columns.get(place)?)?.cell(row) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    fn is_called(&self, row: usize, key: &str) -> bool {
        (0..self.columns.len()).any(|place| self.key(place, row).is_some_and(|found| found.eq_ignore_ascii_case(key)))
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::directory::people_file::{ChosenColumns, PeopleReader, Side};

    fn roster(csv: &str) -> Roster {
        let mut watch = |_| ControlFlow::Continue(());
        let table = PeopleReader::read(Side::People, csv.as_bytes(), &ChosenColumns::default(), &mut watch).unwrap();
        Roster::complete(Arc::new(table))
    }

    #[test]
    fn a_manager_is_another_row_by_either_name() {
        let roster = roster(
            "objectId,userPrincipalName,displayName,manager\n1,a@b.c,Anna,\n2,o@b.c,Otto,1\n3,e@b.c,Eva,A@B.C\n4,m@b.c,Mia,9\n",
        );
        let manager = |row| roster.person(row).manager.map(|manager| manager.label);
        assert_eq!([0, 1, 2, 3].map(manager), [None, Some("Anna".to_owned()), Some("Anna".to_owned()), None]);
        assert_eq!((roster.row("o@B.c"), roster.row("9")), (Some(1), None));
    }
}
