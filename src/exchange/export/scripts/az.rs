//! A shell script around `az rest`. It computes fingerprints in Python 3: Azure Cloud Shell has it, and the Azure CLI is
//! a Python program itself. (jq was the other choice. It is often missing, and it rounds numbers.)

use super::{Language, NEEDS, script};
use crate::exchange::export::format::{Format, Writer, Written};
use crate::exchange::graph_schema::ImportError;
use crate::exchange::json::Document;
use crate::plan::Plan;

pub(in crate::exchange::export) const FORMAT: Format = Format {
    name: "az",
    title: "Script for the Azure CLI",
    about: "Does the same as the PowerShell script, with the Azure CLI and Python 3, for example in Azure Cloud Shell.",
    help: "A shell script for the Azure CLI that saves the plan in your tenant (with --into), or reads the schema of your job",
    ending: "-save-schema.sh",
    media_type: "text/plain",
    pasted: false,
    tells_changes: false,
    needs: NEEDS,
    exact: None,
    writer: Writer::Text(|material| Ok(az(material.plan, material.schema)?)),
};

const SHELL: Language = Language {
    read: include_str!("read.sh"),
    fetched: include_str!("fetched.sh"),
    save: include_str!("save.sh"),
    needs: "the Azure CLI (sign in with az login), Python 3",
    literal,
    line_end: "\n",
};

/// The script that saves the plan in the schema of the tenant's job; without the schema, the script that fetches it.
pub fn az(plan: &Plan, schema: Option<&Document>) -> Result<Written, ImportError> {
    script(&SHELL, plan, schema)
}

/// A text in single quotes. A quote ends the literal, follows escaped, and the literal goes on (POSIX, Shell Command
/// Language 2.2.2).
fn literal(text: &str) -> String {
    ["'", &text.replace('\'', r"'\''"), "'"].concat()
}
