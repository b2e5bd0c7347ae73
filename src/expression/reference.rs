//! The functions as a document: `docs/functions.md` is this text, and a test compares the two.

use std::fmt::Write as _;

use super::code::CODES;
use super::functions::{Documented, FUNCTIONS, Function, Presence};

const INTRODUCTION: &str = "\
# Functions

This page is generated from the functions themselves, and a test fails if it is out of date. Every example runs as a
test, without any attributes. *Assumed* lists what Microsoft's page does not say and Crosswalk assumes. A function
without that line does what Microsoft documents. `?` marks an optional parameter and `…` a repeating one. Leave an
optional argument in the middle empty: `Replace([a], \"-\", , , \"_\", , )`.
";

/// Every function with signature, texts and examples, and every code of a finding, as Markdown.
pub fn functions_markdown() -> String {
    let mut text = String::from(INTRODUCTION);
    for function in FUNCTIONS {
        section(function, &mut text);
    }
    text.push_str("\n# Findings\n\nWhat the check finds in the text of an expression. A code never changes its meaning.\n\n| Code | Meaning |\n|---|---|\n");
    for (code, meaning) in CODES {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| {code} | {} |", escaped(meaning));
    }
    text
}

fn section(function: &Function, text: &mut String) {
    let _ = write!(text, "\n## {}\n\n`{}`\n\n{}\n", function.name, function.signature(), escaped(function.summary));
    let optional = function.parameters.iter().any(|parameter| parameter.presence == Presence::Optional);
    if optional {
        let names: Vec<_> = function
            .parameters
            .iter()
            .filter(|parameter| parameter.presence == Presence::Optional)
            .map(|parameter| format!("`{}`", parameter.name))
            .collect();
        let _ = write!(text, "\n- Optional: {}\n", names.join(", "));
    } else {
        text.push('\n');
    }
    text.push_str(match function.documented {
        Documented::ForApplications => "- Documented: yes, for provisioning into applications\n",
        Documented::ForHr => "- Documented: **only for provisioning from HR** into Active Directory\n",
        Documented::Elsewhere => {
            "- Documented: **not for provisioning into applications**; only for Cloud Sync or on older pages\n"
        }
    });
    if !function.assumed.is_empty() {
        let _ = writeln!(text, "- Assumed: {}", escaped(function.assumed));
    }
    text.push_str("\n| Example | Value |\n|---|---|\n");
    for example in function.examples {
        let value = match example.value {
            None => "no value".to_owned(),
            Some("") => "an empty text".to_owned(),
            Some(value) => code(value),
        };
        let _ = writeln!(text, "| {} | {value} |", code(example.expression));
    }
}

/// Code in a cell of a table.
fn code(text: &str) -> String {
    let fence = if text.contains('`') { "``" } else { "`" };
    format!("{fence}{}{fence}", text.replace('|', "\\|").replace('\n', " "))
}

/// Markdown reads `<domain>` as a tag, and `_` and `*` as emphasis.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "<*_|".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
