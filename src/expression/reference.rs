//! The functions as a document: `docs/functions.md` is this text, and a test holds the two together.

use std::fmt::Write as _;

use super::check::is_documented;
use super::code::CODES;
use super::functions::{FUNCTIONS, Function, Presence};

const INTRODUCTION: &str = "\
# Functions

Generated from the functions themselves; a test fails when this page is stale. Every example runs as a test, with no
attribute given. What Microsoft's page does not say, and Crosswalk assumes, stands under *Assumed*; a function without
that line does what is documented. An optional parameter has a `?`, a repeating one `…`. An optional argument in the
middle is left empty: `Replace([a], \"-\", , , \"_\", , )`.
";

/// Every function with signature, texts and examples, and every code of a finding, as Markdown.
pub fn functions_markdown() -> String {
    let mut text = String::from(INTRODUCTION);
    for function in FUNCTIONS {
        section(function, &mut text);
    }
    text.push_str("\n# Findings\n\nWhat is found in the text of an expression. Codes never change their meaning.\n\n| Code | Meaning |\n|---|---|\n");
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
    text.push_str(if is_documented(function.name) {
        "- Documented: yes, for provisioning into applications\n"
    } else {
        "- Documented: **not for app provisioning**; Cloud Sync or older pages only\n"
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
