//! A table of facts: the codes of this room, each with what it stands for. A code is never given a second meaning.

/// Code and meaning.
pub const CODES: &[(&str, &str)] = &[
    ("E001", "The expression is empty."),
    ("E002", "A text's closing quote is missing."),
    ("E003", "An attribute's closing bracket or its name is missing."),
    ("E004", "Something that has no meaning here, or a malformed number."),
    ("E005", "A text in quotes that Entra does not take: typographic or single ones."),
    ("E006", "A semicolon where a comma belongs."),
    ("E007", "A comma is missing between two arguments."),
    ("E008", "A closing parenthesis is missing."),
    ("E009", "Something follows the end of the expression."),
    ("E010", "Calls nest too deep."),
    ("E011", "The expression is longer than Entra takes."),
    ("E012", "An unknown function."),
    ("E013", "A function or word in another case than documented."),
    ("E014", "Too few or too many arguments."),
    ("E015", "A doubled quotation mark within a text."),
    ("E016", "An unknown source attribute."),
    ("E017", "A line break within a text."),
    ("E018", "An invisible special blank."),
    ("E019", "Parentheses without a function."),
    ("E020", "An attribute or a constant alone: a Direct or Constant mapping."),
    ("E021", "A condition that counts as False: a side has no value, or it is neither True nor False."),
    ("E022", "The branch not taken fails."),
    ("E023", "A form documented as unsupported."),
    ("E024", "A comment."),
    ("E025", "A Switch whose keys and values do not come in pairs."),
    ("E026", "An equals sign at the beginning."),
    ("E027", "A comparison without a side, or two in one argument."),
    ("E028", "A bare word that is neither text nor attribute."),
    ("E029", "Joining with &, which is Cloud Sync's."),
    ("E030", "A function fails on its values."),
    ("E031", "Something that cannot be simulated here."),
    ("E032", "A value too large to simulate here."),
    ("E040", "A Switch with a default, of which Microsoft describes a fault in incremental cycles."),
    ("E041", "A Switch key that stands twice."),
    ("E042", "A Switch key that never matches."),
    ("E043", "An argument of the wrong kind."),
    ("E044", "A comparison that holds for nobody or for everybody."),
    ("E045", "A pattern that is no regular expression."),
    ("E046", "A group that the pattern does not define."),
    ("E047", "An expression that has the same value for everybody."),
    ("E048", "Several values where one is needed."),
    ("E049", "A reference as the source of a Switch."),
    ("E050", "A function that is not documented for app provisioning."),
    ("E052", "Arguments of Replace that do not go together."),
    ("E053", "A condition or a statement where a value is needed."),
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Every code that stands in the room's sources, in quotes.
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
