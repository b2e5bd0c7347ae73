//! A PowerShell script that writes the plan into the schema of a tenant's job, with a copy and a question before.
//!
//! The script is the same for every plan (`powershell.ps1`); what differs is one literal of JSON, the
//! [`EditList`](crate::exchange::graph_schema::EditList). So nothing of a plan can become code.

use super::ascii_json::ascii_json;
use super::format::{Format, Needs, Writer};
use crate::exchange::graph_schema::{TooDeep, edit_list};
use crate::plan::Plan;

pub(super) const FORMAT: Format = Format {
    name: "powershell",
    title: "PowerShell script",
    about: "Writes the mapping into your job's schema with Microsoft Graph: keeps a copy of the schema, shows what differs, and asks before it saves.",
    help: "A PowerShell script that writes the plan into the tenant's own schema",
    ending: "-save-schema.ps1",
    media_type: "text/plain",
    pasted: false,
    tells_changes: false,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| Ok(powershell(material.plan)?.into())),
};

const SCRIPT: &str = include_str!("powershell.ps1");
const DATA: &str = "@@EDITS@@";

/// The script. Fails where an expression nests deeper than PowerShell can write.
pub fn powershell(plan: &Plan) -> Result<String, TooDeep> {
    let (before, after) = SCRIPT.split_once(DATA).unwrap_or((SCRIPT, ""));
    let text = [before, &literal(&ascii_json(&edit_list(plan)?)), after].concat();
    Ok(text.replace('\n', "\r\n"))
}

/// A text in single quotes. PowerShell ends it at five characters (PowerShell's tokenizer, `IsSingleQuote`); doubled
/// each stands for itself.
fn literal(text: &str) -> String {
    let mut literal = String::from('\'');
    for character in text.chars() {
        literal.push(character);
        if matches!(character, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}') {
            literal.push(character);
        }
    }
    literal.push('\'');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_five_quotes_are_doubled() {
        assert_eq!(literal("a'‘’‚‛b"), "'a''‘‘’’‚‚‛‛b'");
    }
}
