//! A file that may be a plan or anything a plan can be imported from.

use super::graph_schema::{Choice, ImportError, Note, import};
use super::json::{Document, JsonError, decode};
use super::plan_file::{self, PlanFileError};
use crate::plan::Plan;

/// A plan, and what there is to say when it was imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Notes of the import; none for a plan file.
    pub notes: Vec<Note>,
}

/// Why a file gives no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Its bytes are no text, or its text is no JSON.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// It is a plan file that cannot be read.
    #[error(transparent)]
    Plan(#[from] PlanFileError),
    /// It is no plan file, and nothing a plan can be imported from.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// Opens a file's bytes: a plan file as it is, a synchronization schema in any of its forms by importing it.
pub fn open(bytes: &[u8]) -> Result<Opened, OpenError> {
    let text = decode(bytes)?;
    let document = Document::parse(text)?;
    let root = document.root();
    // Whoever writes a plan by hand may forget the format; the plan file's reader says so.
    let is_plan = ["format", "object_mappings", "attribute_mappings"].iter().any(|name| root.member(name).is_some());
    if is_plan {
        return Ok(Opened { plan: plan_file::read(document.text())?, notes: Vec::new() });
    }
    let imported = import(&document, &Choice::default())?;
    Ok(Opened { plan: imported.plan, notes: imported.notes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::exchange::graph_schema::skeleton;

    #[test]
    fn plans_and_schemas_open_and_the_rest_says_what_it_is() {
        let plan = Starter::StaffbaseMinimum.plan();
        let opened = open(plan_file::write(&plan).as_bytes()).unwrap();
        assert_eq!((opened.plan, opened.notes), (plan.clone(), vec![]));
        let opened = open(skeleton(&plan).0.as_bytes()).unwrap();
        assert_eq!(opened.plan.object_mappings.len(), 2);
        assert!(!opened.notes.is_empty());
        let message = |text: &str| open(text.as_bytes()).unwrap_err().to_string();
        assert!(message("{").starts_with("line 1, column 2:"));
        assert!(message("{}").starts_with("this is an empty object, not a synchronization schema."));
        assert!(message(r#"{"format":"other"}"#).starts_with("this is no Crosswalk plan:"));
        assert!(message(r#"{"synchronizationRules":{}}"#).starts_with("/synchronizationRules: this should be a list"));
    }
}
