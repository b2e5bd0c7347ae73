//! A file that may be a plan, or anything that a plan can be imported from.

use super::graph_schema::{Choice, ImportError, Note, import};
use super::plan_file::{self, PlanFileError};
use super::tables::{ChosenRoles, ReadRow, TableError, new_plan, open_recognised, read_file};
use crate::json::JsonError;
use crate::plan::{Plan, within_limits, without_secrets};
use crate::recognition::{Content, Misplaced, Reader, Recognised, What, recognise};

/// A plan, and the notes of its import.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Notes of the import, and about what a plan file of an earlier version did not say.
    pub notes: Vec<Note>,
    /// Whether it comes from a schema.
    pub is_schema: bool,
    /// Whether it is a plan file. Only that says more than mappings.
    pub is_plan_file: bool,
}

/// Why a file gives no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Its bytes are no text, or its text is broken JSON.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// It is another kind of file.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// It is a plan file that cannot be read.
    #[error(transparent)]
    Plan(#[from] PlanFileError),
    /// It is a schema that cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// It is a table that cannot be read as a whole.
    #[error(transparent)]
    Table(#[from] TableError),
}

/// Opens a file's bytes: a plan file, a synchronization schema in any of its forms, which it imports, or a table of
/// attribute mappings. Of a table it needs every row: one that cannot be read is an error.
pub fn open(bytes: &[u8]) -> Result<Opened, OpenError> {
    open_as(bytes, &Choice::default())
}

/// The same, with a choice among what a schema offers.
pub fn open_as(bytes: &[u8], choice: &Choice) -> Result<Opened, OpenError> {
    let recognised = recognise(bytes)?;
    if recognised.found.for_reader(Reader::Table).is_ok() {
        return open_table(bytes, recognised);
    }
    recognised.found.for_reader(Reader::PlanOrSchema)?;
    let Content::Json(document) = recognised.content else {
        return Err(Misplaced::new(recognised.found, Reader::PlanOrSchema).into());
    };
    if recognised.found.what == What::Plan {
        let (plan, notes) = plan_file::read_noting(document.text())?;
        let notes = notes.into_iter().map(|text| Note::new("", text)).collect();
        return Ok(Opened { plan, notes, is_schema: false, is_plan_file: true });
    }
    let imported = import(&document, choice)?;
    Ok(Opened { plan: imported.plan, notes: imported.notes, is_schema: true, is_plan_file: false })
}

/// A table as a plan without a name: nothing in a table says what it is called.
fn open_table(bytes: &[u8], recognised: Recognised) -> Result<Opened, OpenError> {
    let reading = read_file(&Plan::default(), open_recognised(bytes, recognised)?, &ChosenRoles::default())?;
    let unread = reading.unread();
    if let Some(first) = unread.first() {
        return Err(TableError::Unread { count: unread.len(), first: first.clone() }.into());
    }
    let doubts = reading.rows.iter().filter_map(ReadRow::doubt);
    let notes = reading.notes.iter().cloned().chain(doubts).map(|note| Note::new("", note)).collect();
    let plan = new_plan("", &reading);
    within_limits(&plan).map_err(TableError::from)?;
    without_secrets(&plan).map_err(TableError::from)?;
    Ok(Opened { plan, notes, is_schema: false, is_plan_file: false })
}

/// A plan with notes about it, or why it cannot be read.
pub type ReadPlan = Result<(Plan, Vec<String>), PlanFileError>;

/// The plan in a file's bytes with notes; nothing where they are not a plan file.
pub fn read_plan(bytes: &[u8]) -> Option<ReadPlan> {
    let recognised = recognise(bytes).ok()?;
    match recognised.content {
        Content::Json(document) if recognised.found.what == What::Plan && !recognised.found.is_list() => {
            Some(plan_file::read_noting(document.text()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::exchange::graph_schema::skeleton;

    #[test]
    fn plans_and_schemas_open_and_other_files_are_named() {
        let plan = Starter::StaffbaseMinimum.plan();
        let opened = open(plan_file::write(&plan).as_bytes()).unwrap();
        assert_eq!((opened.plan, opened.notes), (plan.clone(), vec![]));
        let opened = open(skeleton(&plan).0.as_bytes()).unwrap();
        assert_eq!(opened.plan.object_mappings.len(), 2);
        assert!(!opened.notes.is_empty());
        let message = |text: &str| open(text.as_bytes()).unwrap_err().to_string();
        assert!(message("{").starts_with("line 1, column 2:"));
        assert!(message("{}").starts_with("this looks like an empty object. Crosswalk does not use it."));
        assert!(message(r#"{"format":"other"}"#).starts_with("this looks like an object with “format”."));
        assert!(message(r#"{"format":"other","object_mappings":[]}"#).starts_with("this is not a Crosswalk plan:"));
        assert!(message(r#"[{"userPrincipalName":"a"}]"#).contains(". Use it with “Add your own” in People."));
        // The structure decides, whatever names and texts say.
        let named = r#"{"id":"crosswalk-plan","synchronizationRules":[{"name":"format: crosswalk-plan"}]}"#;
        assert!(open(named.as_bytes()).unwrap().notes[0].text.contains("synchronization schema"));
        assert!(message(r#"{"synchronizationRules":{}}"#).starts_with("synchronizationRules: this should be a list"));
    }
}
