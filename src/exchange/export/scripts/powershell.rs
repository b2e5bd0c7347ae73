//! A PowerShell script with Microsoft Graph. It never parses the schema to write it back: PowerShell would change dates
//! and cut what is nested deeply.

use super::{Language, NEEDS, script};
use crate::exchange::export::format::{Format, Writer, Written};
use crate::exchange::graph_schema::ImportError;
use crate::exchange::json::Document;
use crate::plan::Plan;

pub(in crate::exchange::export) const FORMAT: Format = Format {
    name: "powershell",
    title: "PowerShell script",
    about: "Saves the mapping in the schema of your job with Microsoft Graph. It keeps a backup, stops if the schema has changed, shows the changes, and asks before it saves. It contains your tenant's schema, no credentials and no people.",
    help: "A PowerShell script that saves the plan in your tenant (with --into), or reads the schema of your job",
    ending: "-save-schema.ps1",
    media_type: "text/plain",
    pasted: false,
    tells_changes: false,
    needs: NEEDS,
    exact: None,
    writer: Writer::Text(|material| Ok(powershell(material.plan, material.schema)?)),
};

const POWERSHELL: Language = Language {
    read: include_str!("read.ps1"),
    fetched: include_str!("fetched.ps1"),
    save: include_str!("save.ps1"),
    needs: "the module Microsoft.Graph.Authentication",
    literal,
    line_end: "\r\n",
};

/// The script that saves the plan in the schema of the tenant's job; without the schema, the script that fetches it.
pub fn powershell(plan: &Plan, schema: Option<&Document>) -> Result<Written, ImportError> {
    script(&POWERSHELL, plan, schema)
}

/// A text in single quotes. PowerShell ends it at five characters (PowerShell's tokenizer, `IsSingleQuote`); each of
/// them is doubled.
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
