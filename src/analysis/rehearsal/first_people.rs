//! The first people of a file whose other rows are not read yet: what no other row can change.

use super::result::Rehearsal;
use super::values::{State, Target};
use crate::directory::people_file::Column;

/// A rehearsal of the first people of a file. Who they are and most of their values are certain. What happens to them is not:
/// who matches, what is used twice, and what no column says depend on everybody.
#[derive(Clone, Debug)]
pub struct FirstPeople {
    rehearsal: Rehearsal,
    /// For each mapping, whether no other row can change its values.
    certain: Vec<bool>,
}

impl FirstPeople {
    /// A rehearsal of the first people.
    pub fn new(rehearsal: Rehearsal) -> Self {
        let people = rehearsal.people();
        // A manager is another row, and dates are read by the order that all of them show.
        let waits = |name: &String| name == "manager" || people.column(name).is_some_and(Column::has_unclear_dates);
        let reads = (0..rehearsal.targets().len()).map(|mapping| rehearsal.reads_of(mapping));
        let certain: Vec<bool> = reads.map(|reads| !reads.iter().any(waits)).collect();
        Self { rehearsal, certain }
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.rehearsal.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.rehearsal.is_empty()
    }

    /// The line of a person in the file.
    pub fn line(&self, row: usize) -> Option<u32> {
        self.rehearsal.row(row).map(|person| person.line)
    }

    /// What to call a person.
    pub fn label(&self, row: usize) -> String {
        self.rehearsal.people().sample(row).label()
    }

    /// What a mapping yields for a person; nothing if another row can change it.
    pub fn value(&self, row: usize, mapping: usize) -> Option<Target<'_>> {
        let is_certain = self.certain.get(mapping).copied().unwrap_or_default();
        // A column that is empty here can have values later.
        Some(self.rehearsal.value(row, mapping)).filter(|value| is_certain && value.state != State::Unknown)
    }
}
