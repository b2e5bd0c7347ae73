//! How much Crosswalk takes. Every limit is far above any real tenant, is written here and nowhere else, and holds for
//! the app and the command alike: in plan files, schema imports, people, target users, groups and share links.
//!
//! A reader refuses what exceeds a limit before it changes anything, and says the number and what to do.

use crate::text::{counted, grouped, megabytes};

/// One limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The singular of what is counted: "attribute mapping". A size counts bytes, and people read it in megabytes.
    pub noun: &'static str,
    /// How many are taken.
    pub most: usize,
    /// What to do if there are more.
    pub remedy: &'static str,
}

/// Attribute mappings of a plan, users and groups together.
pub const MAPPINGS: Limit =
    Limit { noun: "attribute mapping", most: 2_000, remedy: "Remove mappings, or split the plan into several" };
/// Scoping filters of a plan.
pub const FILTERS: Limit =
    Limit { noun: "scoping filter", most: 500, remedy: "Combine filters, for example with REGEX MATCH" };
/// Clauses of all scoping filters of a plan.
pub const CLAUSES: Limit =
    Limit { noun: "scoping clause", most: 500, remedy: "Combine clauses, for example with REGEX MATCH" };
/// Values of one clause.
pub const CLAUSE_VALUES: Limit =
    Limit { noun: "value", most: 500, remedy: "Combine values, for example with REGEX MATCH" };
/// Attribute definitions on one side of a plan.
pub const DEFINITIONS: Limit =
    Limit { noun: "attribute definition", most: 2_000, remedy: "Remove the definitions that no mapping uses" };
/// Attributes in an application's own description, users and groups together.
pub const TARGET_ATTRIBUTES: Limit = Limit {
    noun: "target attribute",
    most: 2_000,
    remedy: "Keep the schemas of users and groups, and remove the attributes that nobody maps",
};
/// Canonical values of one target attribute.
pub const CANONICAL_VALUES: Limit =
    Limit { noun: "canonical value", most: 500, remedy: "Remove the list: any value is then accepted" };
/// Locale codes that the admin confirmed.
pub const LOCALES: Limit =
    Limit { noun: "confirmed locale code", most: 1_000, remedy: "Remove codes that nobody uses" };
/// Accepted problems of a plan.
pub const SUPPRESSIONS: Limit =
    Limit { noun: "accepted problem", most: 5_000, remedy: "Remove the ones that no longer occur" };
/// Marks of checklist steps.
pub const MARKS: Limit =
    Limit { noun: "checklist mark", most: 5_000, remedy: "Remove the marks of steps that are gone" };
/// Notes of workshops in a plan.
pub const WORKSHOP_NOTES: Limit =
    Limit { noun: "workshop note", most: 1_000, remedy: "Remove the notes on steps that are gone" };
/// People in a plan or in a file of people.
pub const PEOPLE: Limit =
    Limit { noun: "person", most: 1_000, remedy: "Take a sample that covers every department, country and role" };
/// Keys of one person, nested ones included.
pub const KEYS: Limit = Limit { noun: "key", most: 2_000, remedy: "Keep only the attributes that the mappings read" };
/// Keys of all people together.
pub const ALL_KEYS: Limit =
    Limit { noun: "key", most: 100_000, remedy: "Take fewer people, or only the attributes that the mappings read" };
/// Direct members of a group.
pub const MEMBERS: Limit = Limit { noun: "member", most: 10_000, remedy: "Keep a sample of the members" };
/// Users or groups of the target.
pub const RESOURCES: Limit =
    Limit { noun: "resource", most: 10_000, remedy: "Keep those that the sample people may match" };
/// Characters of one text: a name, a value, an expression. Entra itself takes expressions of 10,000.
pub const TEXT: Limit = Limit { noun: "character", most: 50_000, remedy: "Shorten it" };
/// Characters of all texts of a plan together.
pub const ALL_TEXT: Limit =
    Limit { noun: "character", most: 4_000_000, remedy: "Shorten the texts, or split the plan into several" };

/// Bytes of a plan file.
pub const PLAN_BYTES: Limit =
    Limit { noun: "byte", most: 8 * 1024 * 1024, remedy: "Remove people or mappings from the file" };
/// Bytes of a file of people, groups or target users.
pub const PEOPLE_BYTES: Limit = Limit {
    noun: "byte",
    most: 8 * 1024 * 1024,
    remedy: "Take fewer people, or only the attributes that the mappings read",
};
/// People of a whole directory in one file.
pub const DIRECTORY_ROWS: Limit =
    Limit { noun: "person", most: 1_000_000, remedy: "Split the file, for example by country or department" };
/// Bytes of a file with a whole directory: 512 MB.
pub const DIRECTORY_BYTES: Limit = Limit {
    noun: "byte",
    most: 512 * 1024 * 1024,
    remedy: "Export fewer columns, or split the file by country or department",
};
/// Columns of a file with a whole directory. Get-MgUser writes about 130.
pub const DIRECTORY_COLUMNS: Limit =
    Limit { noun: "column", most: 1_000, remedy: "Export only the attributes that the mappings read" };
/// Bytes of one row of such a file: 256 KB. A longer row is skipped: a quotation mark is probably not closed.
pub const DIRECTORY_ROW: Limit =
    Limit { noun: "byte", most: 256 * 1024, remedy: "Close the quotation mark in this row" };
/// Bytes of any other file: 64 MB.
pub const FILE_BYTES: Limit =
    Limit { noun: "byte", most: 64 * 1024 * 1024, remedy: "Cut the file to one template or one rule" };
/// Bytes of a table as text: CSV, HTML, Markdown.
pub const TABLE_BYTES: Limit =
    Limit { noun: "byte", most: 16 * 1024 * 1024, remedy: "Keep only the table with the attribute mappings" };
/// Rows of one table. A plan has at most [`MAPPINGS`]; a table also has headings and remarks.
pub const TABLE_ROWS: Limit =
    Limit { noun: "row", most: 5_000, remedy: "Keep only the rows with attribute mappings, or split the table" };
/// Columns of one table.
pub const TABLE_COLUMNS: Limit =
    Limit { noun: "column", most: 200, remedy: "Keep only the columns that describe attribute mappings" };
/// Tables of a page, or sheets of a workbook.
pub const TABLES: Limit = Limit { noun: "table", most: 500, remedy: "Keep only the table with the attribute mappings" };
/// Bytes of a workbook's file.
pub const WORKBOOK_BYTES: Limit =
    Limit { noun: "byte", most: 16 * 1024 * 1024, remedy: "Keep only the sheet with the attribute mappings" };
/// Files within a workbook, which is a zip file.
pub const WORKBOOK_PARTS: Limit =
    Limit { noun: "part", most: 2_000, remedy: "Copy the sheet with the attribute mappings into a new workbook" };
/// Bytes of a workbook's sheets and texts when they are inflated.
pub const WORKBOOK_INFLATED: Limit = Limit {
    noun: "byte",
    most: 64 * 1024 * 1024,
    remedy: "Copy the sheet with the attribute mappings into a new workbook",
};

/// JSON objects and lists within each other. Each nested call of an expression costs three.
pub const JSON_DEPTH: usize = 256;
/// JSON values in all.
pub const JSON_VALUES: usize = 4_000_000;
/// Bytes of one JSON text.
pub const JSON_TEXT: usize = 1024 * 1024;
/// Characters of a share link's fragment.
pub const LINK: Limit = Limit { noun: "character", most: 32 * 1024, remedy: "Send the plan as a file instead" };

/// More than a limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place} {}; Crosswalk takes at most {}. {}", .limit.found(*.found), .limit.at_most(), .limit.remedy)]
pub struct Exceeded {
    /// What has too many.
    pub place: String,
    /// How many.
    pub found: usize,
    /// The limit.
    pub limit: Limit,
}

impl Limit {
    /// Refuses a count beyond the limit. `place` is only made for the message.
    pub fn hold(self, found: usize, place: impl FnOnce() -> String) -> Result<(), Exceeded> {
        if found <= self.most { Ok(()) } else { Err(Exceeded { place: place(), found, limit: self }) }
    }

    fn is_size(self) -> bool {
        self.noun == "byte"
    }

    /// The limit in a message: "2,000", or "64 MB" for a size.
    pub fn at_most(self) -> String {
        if self.is_size() { megabytes(self.most) } else { grouped(self.most) }
    }

    /// What was found, with its verb: "has 10,000 attribute mappings", or "is 65 MB" for a size.
    fn found(self, found: usize) -> String {
        if !self.is_size() {
            return format!("has {}", counted(found, self.noun));
        }
        // One byte too many is not shown as the limit itself.
        let shown = megabytes(found);
        if shown == self.at_most() { format!("is more than {shown}") } else { format!("is {shown}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_refused_with_the_number_and_what_to_do() {
        assert_eq!(MAPPINGS.hold(2_000, String::new), Ok(()));
        let refused = MAPPINGS.hold(10_000, || "the plan".to_owned()).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "the plan has 10,000 attribute mappings; Crosswalk takes at most 2,000. Remove mappings, or split the plan into several"
        );
    }

    #[test]
    fn a_size_is_shown_in_megabytes_and_never_as_the_limit_itself() {
        let refused = |found| FILE_BYTES.hold(found, || "the file".to_owned()).unwrap_err().to_string();
        let words = "; Crosswalk takes at most 64 MB. Cut the file to one template or one rule";
        assert_eq!(refused(68_157_705), format!("the file is 65 MB{words}"));
        assert_eq!(refused(64 * 1024 * 1024 + 1), format!("the file is more than 64 MB{words}"));
        assert_eq!(refused(64 * 1024 * 1024 + 300_000), format!("the file is 64.3 MB{words}"));
    }
}
