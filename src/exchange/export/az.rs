//! A shell script around `az rest`: the schema to a file, the plan into it by this program, the file back. No merge in
//! shell.

use super::ascii_json::ascii_json;
use super::format::{Format, Needs, Writer};
use crate::exchange::plan_file;
use crate::plan::Plan;

pub(super) const FORMAT: Format = Format {
    name: "az",
    title: "Script for the Azure CLI",
    about: "Does the same with az rest and the command crosswalk. Holds the plan without its people.",
    help: "A shell script that does the same with az rest and this command",
    ending: "-save-schema.sh",
    media_type: "text/plain",
    pasted: false,
    tells_changes: false,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| Ok(az(material.plan).into())),
};

const SCRIPT: &str = include_str!("az.sh");
const DATA: &str = "@@PLAN@@";

/// The script, with the plan in it and without the plan's people.
pub fn az(plan: &Plan) -> String {
    let plan = Plan { people: Vec::new(), ..plan.clone() };
    let (before, after) = SCRIPT.split_once(DATA).unwrap_or((SCRIPT, ""));
    let data = ascii_json(&plan_file::Envelope::of(&plan));
    // A quote ends the literal, stands escaped, and the literal goes on (POSIX, Shell Command Language 2.2.2).
    [before, "'", &data.replace('\'', r"'\''"), "'", after].concat()
}
