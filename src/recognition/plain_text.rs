//! Texts that are not JSON, by their first lines.

use super::What;
use crate::json::Document;

/// Headings of a file of people, reduced to letters and digits.
const PEOPLE_HEADINGS: [&str; 14] = [
    "userprincipalname",
    "upn",
    "mail",
    "email",
    "emailaddress",
    "displayname",
    "givenname",
    "firstname",
    "surname",
    "lastname",
    "employeeid",
    "department",
    "objectid",
    "externalid",
];
/// How much of a text is looked at.
const LOOKED_AT: usize = 64 * 1024;

/// What bytes are that are no text at all.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<What> {
    match bytes {
        [] => Some(What::Empty),
        [b'P', b'K', 3 | 5, 4 | 6, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(What::Workbook),
        [b'%', b'P', b'D', b'F', ..] => Some(What::Pdf),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => None,
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [0x7F, b'E', b'L', b'F', ..] | [0x1F, 0x8B, ..] => {
            Some(What::Binary)
        }
        _ => has_zeros_everywhere(bytes).then_some(What::Binary),
    }
}

/// UTF-16 has zeros in every second byte alone, and other texts have none.
fn has_zeros_everywhere(bytes: &[u8]) -> bool {
    let start = bytes.get(..512).unwrap_or(bytes);
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    zeros(0) > 2 && zeros(1) > 2
}

/// What a text is that cannot be read as JSON.
pub(super) fn what(text: &str) -> What {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return What::Empty;
    }
    if text.starts_with('<') {
        return if is_html(text) { What::Html } else { What::Xml };
    }
    if matches!(text, "null" | "true" | "false") || text.parse::<f64>().is_ok_and(f64::is_finite) {
        return What::Scalar;
    }
    if text.starts_with(['{', '[', '"']) {
        let table = || mapping_rows(text).or_else(|| table(text));
        return damaged_json(text).or_else(table).unwrap_or(What::Text);
    }
    if is_markdown(text) {
        return What::Markdown;
    }
    let mut lines = head(text).lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let first = lines.next().unwrap_or_default();
    if first.starts_with("dn:")
        || (first.starts_with("version:") && lines.next().is_some_and(|line| line.starts_with("dn:")))
    {
        return What::Ldif;
    }
    mapping_rows(text).or_else(|| table(text)).or_else(|| printed(text)).unwrap_or(What::Text)
}

/// A page, or a piece of one as browsers and Excel put it on the clipboard. XML says that it is XML.
fn is_html(text: &str) -> bool {
    let start: String = text.chars().take(1_000).collect::<String>().to_ascii_lowercase();
    start.contains("<!doctype html")
        || start.contains("<html")
        || (!start.starts_with("<?xml") && head(text).to_ascii_lowercase().contains("<table"))
}

/// A line of dashes between bars below a line with bars.
fn is_markdown(text: &str) -> bool {
    let lines: Vec<&str> = head(text).lines().map(str::trim).collect();
    let is_rule = |line: &str| {
        line.contains("--") && line.contains('|') && line.chars().all(|one| matches!(one, '|' | '-' | ':' | ' ' | '\t'))
    };
    lines.windows(2).any(|pair| matches!(pair, [above, below] if above.contains('|') && is_rule(below)))
}

/// A table whose rows name SCIM attributes, whatever its headings say. A file of people has no such names in its rows.
fn mapping_rows(text: &str) -> Option<What> {
    const SIGNS: [&str; 9] = [
        "[type eq",
        "phonenumbers",
        "emails.",
        "addresses.",
        "urn:ietf:params:scim:schemas:",
        "name.givenname",
        "name.familyname",
        "externalid",
        "targetattributename",
    ];
    let mut lines = head(text).lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let is_row =
        |line: &str| line.contains([';', ',', '\t', '|']) || ["→", "->", "=>"].iter().any(|arrow| line.contains(arrow));
    let is_mapping = |line: &&str| {
        let lower = line.to_ascii_lowercase();
        // A domain such as emails.contoso.com is not an attribute.
        let mut cells = lower.split([';', ',', '\t', '|']).filter(|cell| !cell.contains('@'));
        is_row(line) && !lower.starts_with(['{', '<']) && cells.any(|cell| SIGNS.iter().any(|sign| cell.contains(sign)))
    };
    if normalised(first).contains("changeid") {
        return None;
    }
    let rows = lines.filter(is_mapping).take(2).count();
    (rows == 2 || rows == 1 && is_mapping(&first)).then_some(What::MappingTable)
}

/// Rows of JSON as one list: the brackets around them and the commas between them are added.
pub fn rows_in_brackets(text: &str) -> String {
    let bare = text.trim_start_matches('\u{feff}').trim().trim_end_matches(',').trim_end();
    let whole = format!("[{bare}]");
    if Document::parse(whole.clone()).is_ok() { whole } else { format!("[{}]", between_objects(bare)) }
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// JSON that lacks its outermost marks only.
fn damaged_json(text: &str) -> Option<What> {
    let is_json = |text: String| Document::parse(text).is_ok();
    let bare = text.trim_end_matches(',').trim_end();
    let is_row = bare.starts_with(['{', '[']) && bare.ends_with(['}', ']']);
    if is_row && (is_json(format!("[{bare}]")) || is_json(format!("[{}]", between_objects(bare)))) {
        return Some(What::RowsWithoutBrackets);
    }
    let is_member = bare.starts_with('"') && bare.contains(':');
    let closed = [format!("{{{bare}}}"), format!("{{{bare}")];
    if is_member && closed.into_iter().any(is_json) {
        return Some(What::MissingBrace);
    }
    let is_cut = bare.starts_with('{') && bare.contains(':') && is_json(format!("{bare}}}"));
    is_cut.then_some(What::MissingBrace)
}

/// JSON Lines and objects set one below the other, with commas between them.
fn between_objects(text: &str) -> String {
    let mut joined = String::with_capacity(text.len() + 64);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        joined.push_str(line);
        joined.push('\n');
        let next_begins = lines.peek().is_some_and(|next| next.starts_with(['{', '[']));
        if line.ends_with(['}', ']']) && next_begins {
            joined.push(',');
        }
    }
    joined
}

/// A table by its headings. A hint for Excel, PowerShell's type line and a template's version stand above them.
fn table(text: &str) -> Option<What> {
    let is_hint = |line: &&str| {
        let line = line.trim().to_ascii_lowercase();
        line.is_empty() || line.starts_with("sep=") || line.starts_with("#type") || line.starts_with("version:v")
    };
    let mut lines = head(text).lines().skip_while(is_hint);
    let heading = lines.next()?;
    let separator = [',', ';', '\t', '|'].into_iter().max_by_key(|separator| heading.matches(*separator).count())?;
    let cells: Vec<String> = heading.split(separator).map(normalised).collect();
    if cells.len() < 2 || heading.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let has = |names: &[&str]| cells.iter().any(|cell| names.contains(&cell.as_str()));
    if has(&["targetattribute", "targetattributename"])
        && has(&["sourceattribute", "source", "expression", "mappingtype", "type", "value"])
    {
        return Some(What::MappingTable);
    }
    if has(&["changeid"]) && has(&["action", "provisioningaction", "status", "provisioningsteptype", "oldvalue"]) {
        return Some(What::CsvLog);
    }
    if cells.iter().any(|cell| PEOPLE_HEADINGS.contains(&cell.as_str()) || cell.starts_with("profilefield")) {
        return Some(What::CsvPeople);
    }
    // Any text has commas: a table has as many in its next lines.
    let count = heading.matches(separator).count();
    let rows: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).take(3).collect();
    let is_even = !rows.is_empty() && rows.iter().all(|row| row.matches(separator).count() == count);
    (is_even && count > 0).then_some(What::CsvOther)
}

/// A heading in lower case, reduced to letters and digits. Of `Name [displayName] Required`, only the part in brackets.
fn normalised(heading: &str) -> String {
    let inner = heading.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or(heading, |(inner, _)| inner);
    inner.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `DisplayName : Anna` in several lines: what `Format-List` prints.
fn printed(text: &str) -> Option<What> {
    let is_row = |line: &&str| {
        line.split_once(" : ").is_some_and(|(name, _)| {
            let name = name.trim_end();
            !name.is_empty() && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
        })
    };
    let rows = head(text).lines().filter(is_row).take(3).count();
    // Below the headings of a table, each has a line of dashes.
    let lines: Vec<&str> = head(text).lines().map(str::trim).filter(|line| !line.is_empty()).take(3).collect();
    let is_rule = |line: &&str| {
        let rules: Vec<&str> = line.split_whitespace().collect();
        rules.len() > 1 && rules.iter().all(|rule| rule.chars().all(|one| one == '-'))
    };
    (rows >= 3 || lines.iter().skip(1).any(is_rule)).then_some(What::PowerShellOutput)
}
