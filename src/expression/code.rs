//! A table of facts: the codes of this room, each with its meaning. A code never gets a second meaning.

/// Code and meaning.
pub const CODES: &[(&str, &str)] = &[
    ("E001", "The expression is empty."),
    ("E002", "A text has no closing quotation mark."),
    ("E003", "An attribute has no closing bracket or no name."),
    ("E004", "Something that has no meaning here, or a malformed number."),
    ("E005", "A text in quotation marks that Entra does not accept: typographic or single ones."),
    ("E006", "A semicolon instead of a comma."),
    ("E007", "A comma is missing between two arguments."),
    ("E008", "A closing parenthesis is missing."),
    ("E009", "Something follows the end of the expression."),
    ("E010", "Calls are nested too deeply."),
    ("E011", "The expression is longer than Entra accepts."),
    ("E012", "An unknown function."),
    ("E013", "A function or word is not written in the documented letter case."),
    ("E014", "Too few or too many arguments."),
    ("E015", "A doubled quotation mark inside a text."),
    ("E016", "An unknown source attribute."),
    ("E017", "A line break inside a text."),
    ("E018", "An invisible special space."),
    ("E019", "Parentheses without a function."),
    ("E020", "An attribute or a constant alone. Use a Direct or Constant mapping."),
    (
        "E021",
        "A condition that counts as False, because one side has no value or because it is neither True nor False.",
    ),
    ("E022", "The branch that is not used fails."),
    ("E023", "A form that Microsoft documents as unsupported."),
    ("E024", "A comment."),
    ("E025", "A Switch whose keys and values are not in pairs."),
    ("E026", "An equals sign at the beginning."),
    ("E027", "A comparison without a side, or two in one argument."),
    ("E028", "A bare word that is neither a text nor an attribute."),
    ("E029", "Joining with &, which only Cloud Sync knows."),
    ("E030", "A function fails on its values."),
    ("E031", "Something that cannot be simulated here."),
    ("E032", "A value too large to simulate here."),
    ("E040", "A Switch with a default, for which Microsoft describes a fault in incremental cycles."),
    ("E041", "A Switch key that occurs twice."),
    ("E042", "A Switch key that never matches."),
    ("E043", "An argument of the wrong kind."),
    ("E044", "A comparison that is true for nobody or for everybody."),
    ("E045", "A pattern that is not a regular expression."),
    ("E046", "A group that the pattern does not define."),
    ("E047", "An expression that has the same value for everybody."),
    ("E048", "Several values where one is needed."),
    ("E049", "A reference as the source of a Switch."),
    ("E050", "A function that Microsoft does not document for provisioning into applications."),
    ("E052", "Arguments of Replace that do not go together."),
    ("E053", "A condition or a statement where a value is needed."),
    ("E054", "A role for which Microsoft does not document which text is sent."),
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Every code in the room's sources, in quotation marks.
    fn used(folder: &Path, codes: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                used(&path, codes);
            } else {
                let text = std::fs::read_to_string(path).unwrap();
                codes.extend(text.split("\"E").skip(1).filter_map(|rest| {
                    let digits = rest.get(..3)?;
                    (digits.bytes().all(|byte| byte.is_ascii_digit()) && rest.get(3..4) == Some("\""))
                        .then(|| format!("E{digits}"))
                }));
            }
        }
    }

    #[test]
    fn every_code_in_use_is_in_the_table_once() {
        assert!(CODES.is_sorted_by(|(left, _), (right, _)| left < right));
        let mut codes = Vec::new();
        used(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/expression"), &mut codes);
        let unknown: Vec<_> = codes.iter().filter(|code| !CODES.iter().any(|(known, _)| known == code)).collect();
        assert_eq!(unknown, [""; 0]);
    }
}
