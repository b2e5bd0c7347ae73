//! Scripts that save the plan in the schema of a tenant's job, in PowerShell and in shell.
//!
//! Crosswalk merges the plan into the tenant's schema, and the script carries the result. The script only does what
//! must happen in the tenant: read the schema, keep a backup, stop unless the job still has the schema that was merged
//! into, ask, save, read back and compare. Without the tenant's schema, the script only reads it and saves it to a file.

mod ascii_json;
mod az;
mod powershell;
mod saving;

pub(super) use az::FORMAT as AZ;
pub use az::az;
pub(super) use powershell::FORMAT as POWERSHELL;
pub use powershell::powershell;

use super::format::{Needs, SchemaUse, Written};
use crate::exchange::graph_schema::ImportError;
use crate::exchange::json::Document;
use crate::plan::Plan;

/// What both scripts need.
const NEEDS: Needs = Needs { schema: SchemaUse::Optional { without: WITHOUT }, ..Needs::NOTHING };

const WITHOUT: &str = "Without your tenant's schema, this script only reads the schema of your job and saves it to a \
                       file. Choose that file as your tenant's schema and export the script again: the new script \
                       saves the mapping.";

/// One of the two script languages.
struct Language {
    /// Reads the schema. Both scripts begin with it.
    read: &'static str,
    /// The end of the script that only reads.
    fetched: &'static str,
    /// The rest of the script that saves.
    save: &'static str,
    /// What the script needs, for its introduction.
    needs: &'static str,
    /// Writes a text as one literal.
    literal: fn(&str) -> String,
    /// The end of a line.
    line_end: &'static str,
}

const FETCH: &str = "\
This script reads the provisioning schema of one job and saves it to a file, for Crosswalk. It changes nothing.
The file holds the tenant's schema: IDs of the job and tenant, attribute names, expressions and constants.";

const SAVE: &str = "\
This script saves a mapping from Crosswalk in the provisioning schema of one job. It reads the schema, keeps a backup,
stops unless the schema still means the same as the one that Crosswalk merged the plan into, shows the changes, and
asks. After the answer yes it saves, reads the schema again and compares it.
It contains the tenant's whole schema with the plan: IDs of the job and tenant, attribute names, expressions, constants
and default values. It contains no credentials of the connection and none of the plan's people. Treat it like the schema.";

/// The script that saves the plan in the schema of the tenant's job; without the schema, the script that reads it.
fn script(language: &Language, plan: &Plan, schema: Option<&Document>) -> Result<Written, ImportError> {
    let saving = schema.map(|schema| saving::saving(plan, schema)).transpose()?;
    let notes = saving.iter().flat_map(|saving| &saving.notes).map(ToString::to_string).collect();
    Ok(Written { text: text(language, saving.as_ref()), notes })
}

fn text(language: &Language, saving: Option<&saving::Saving>) -> String {
    let commented = |text: &str| text.lines().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n");
    // The least privileged permission for a signed-in admin (Graph v1.0, synchronizationSchema: get, update; list jobs).
    let (about, permission) = match saving {
        Some(_) => (SAVE, "Synchronization.ReadWrite.All"),
        None => (FETCH, "Synchronization.Read.All"),
    };
    let needs = format!(
        "It needs {}, the permission {permission}, and the role Application Administrator, Cloud Application\n\
         Administrator or Hybrid Identity Administrator.",
        language.needs
    );
    let read = fill(
        language.read,
        &[("@@INTRODUCTION@@", &commented(&format!("{about}\n{needs}"))), ("@@PERMISSION@@", permission)],
    );
    let rest = match saving {
        None => language.fetched.to_owned(),
        Some(saving) => {
            let literal = language.literal;
            fill(
                language.save,
                &[
                    ("@@SCHEMA@@", &literal(&saving.schema)),
                    ("@@CHANGES@@", &literal(&saving.changes)),
                    ("@@BEFORE@@", &literal(&saving.before)),
                    ("@@AFTER@@", &literal(&saving.after)),
                ],
            )
        }
    };
    [read, rest].concat().replace('\n', language.line_end)
}

/// Puts each text where its mark is, once and in this order: a text that holds a mark changes nothing.
fn fill(template: &str, texts: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    for (mark, text) in texts {
        if let Some((before, after)) = rest.split_once(mark) {
            filled += before;
            filled += text;
            rest = after;
        }
    }
    filled + rest
}
