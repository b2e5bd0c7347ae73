//! What was read of a table: each row with its mapping, or with the reason why there is none.

use serde::{Deserialize, Serialize};

use super::certainty::Certainty;
use crate::plan::{AttributeDefinition, AttributeMapping, AttributeSide, ObjectKind};
use crate::text::counted;

/// The rows of a table, read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The rows that should hold mappings, in the order of the table.
    pub rows: Vec<ReadRow>,
    /// What to know about the table as a whole, and the rows that are only titles or remarks.
    pub notes: Vec<String>,
    /// What the table has columns for.
    pub says: Says,
}

/// Which fields of a mapping a table has. What it has no column for stays as it is in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Says {
    /// Default values.
    pub default: bool,
    /// Matching.
    pub matching: bool,
    /// "Apply this mapping".
    pub apply: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadRow {
    /// Its place: "line 3", "row 3", or a JSON Pointer.
    pub place: String,
    /// What it says, in short.
    pub shown: String,
    /// Whether it is for users or for groups.
    pub kind: ObjectKind,
    /// What came of it.
    pub outcome: RowOutcome,
}

/// What came of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RowOutcome {
    /// A mapping.
    Mapping(Box<MappingRow>),
    /// An attribute that the plan adds to a list.
    Definition(AttributeSide, AttributeDefinition),
    /// Nothing, for this reason.
    Unread(String),
}

/// A mapping with how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MappingRow {
    /// The mapping.
    pub mapping: AttributeMapping,
    /// The least certainty of its parts.
    pub certainty: Certainty,
    /// What a person has to know about it.
    pub remarks: Vec<String>,
}

impl ReadRow {
    /// The mapping, if the row has one.
    pub fn mapping(&self) -> Option<&MappingRow> {
        match &self.outcome {
            RowOutcome::Mapping(row) => Some(row),
            _ => None,
        }
    }

    /// Why the row is not read; nothing if it is.
    pub fn unread(&self) -> Option<String> {
        match &self.outcome {
            RowOutcome::Unread(reason) => Some(format!("{}: not read, because {reason}", self.place)),
            _ => None,
        }
    }

    /// What a person has to look at, in a line: the guesses.
    pub fn doubt(&self) -> Option<String> {
        let row = self.mapping()?;
        if row.certainty < Certainty::Guess && row.remarks.is_empty() {
            return None;
        }
        let mapping = &row.mapping;
        let remarks = row.remarks.join("; ");
        let about = if remarks.is_empty() { String::new() } else { format!(": {remarks}") };
        let word = row.certainty.words();
        Some(format!("{}: {} → {} ({word}){about}", self.place, mapping.source.text(), mapping.target_attribute))
    }
}

impl Reading {
    /// The rows that are not read, in a line each.
    pub fn unread(&self) -> Vec<String> {
        self.rows.iter().filter_map(ReadRow::unread).collect()
    }

    /// The mappings of a kind, in the order of the table.
    pub fn mappings(&self, kind: ObjectKind) -> impl Iterator<Item = &AttributeMapping> {
        self.rows.iter().filter(move |row| row.kind == kind).filter_map(|row| Some(&row.mapping()?.mapping))
    }

    /// How many rows are read and how many are not, in a sentence.
    pub fn summary(&self) -> String {
        let unread = self.rows.iter().filter(|row| matches!(row.outcome, RowOutcome::Unread(_))).count();
        let read = counted(self.rows.len() - unread, "row");
        let verb = if self.rows.len() - unread == 1 { "is" } else { "are" };
        let to_check =
            self.rows.iter().filter(|row| row.mapping().is_some_and(|row| row.certainty == Certainty::Guess)).count();
        let checks = if to_check == 0 { String::new() } else { format!(" {} to check.", counted(to_check, "guess")) };
        let not = if unread == 0 { String::new() } else { format!(" {} not read.", counted(unread, "row")) };
        format!("{read} {verb} read.{checks}{not}")
    }
}
