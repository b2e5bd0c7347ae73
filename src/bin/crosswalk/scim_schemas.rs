//! `crosswalk import schemas.json [--onto PLAN]`: a SCIM application's answer to `/Schemas`, as a new plan or onto a plan.

use std::path::Path;

use crosswalk::exchange::graph_schema::Choice;
use crosswalk::exchange::scim_schemas::{ScimDescription, ScimSchemasError, edits_onto, new_plan, read};
use crosswalk::json::Document;
use crosswalk::plan::{Plan, apply_all};
use crosswalk::recognition::{Misplaced, Reader, found};

use super::files::{Failure, InCommand, PlanRead, plan, refused};

impl InCommand for ScimSchemasError {
    fn misplaced(&self) -> Option<&Misplaced> {
        if let Self::Misplaced(misplaced) = self { Some(misplaced) } else { None }
    }
}

/// Whether a document is such an answer.
pub(super) fn is_answer(document: &Document) -> bool {
    found(&document.root()).for_reader(Reader::ScimSchemas).is_ok()
}

/// The plan with the description, and notes.
pub(super) fn imported(
    path: &Path,
    document: &Document,
    onto: Option<&Path>,
    choice: &Choice,
) -> Result<(Plan, Vec<String>), Failure> {
    let description: ScimDescription = read(document).map_err(refused(path))?;
    let mut notes: Vec<String> = description.notes.iter().map(ToString::to_string).collect();
    notes.push(description.summary());
    let Some(onto) = onto else { return Ok((new_plan(&description), notes)) };
    let PlanRead { plan, notes: about, .. } = plan(onto, choice)?;
    notes.extend(about.into_iter().map(|note| format!("{}: {note}", onto.display())));
    let plan = apply_all(&plan, &edits_onto(&plan, &description))
        .map_err(|reason| Failure::Refused { path: onto.to_owned(), reason: reason.to_string() })?;
    Ok((plan, notes))
}
