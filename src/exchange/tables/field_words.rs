//! What people write in the columns beside source and target: mapping type, matching, apply, object.

use super::cell::{says_nothing, trimmed, value};
use crate::catalog::spelling_key;
use crate::plan::{AttributeFlowType, MappingType, MatchingPrecedence, ObjectKind};

const YES: [&str; 12] = ["yes", "ja", "y", "j", "x", "✓", "✔", "✅", "true", "wahr", "match", "matching"];
const NO: [&str; 8] = ["no", "nein", "n", "false", "falsch", "✗", "✘", "❌"];
/// Words around a precedence that say nothing else.
const AROUND_A_PRECEDENCE: [&str; 19] = [
    "matching",
    "match",
    "matches",
    "precedence",
    "priority",
    "yes",
    "ja",
    "key",
    "st",
    "nd",
    "rd",
    "th",
    "abgleich",
    "abgleichsattribut",
    "priorität",
    "rangfolge",
    "attribute",
    "attribut",
    "no",
];

/// The mapping type in a cell; nothing in a blank one.
pub(super) fn mapping_type(text: &str) -> Result<Option<MappingType>, String> {
    let key = spelling_key(text);
    Ok(Some(match key.as_str() {
        "" => return Ok(None),
        "direct" | "direkt" | "directmapping" | "attribute" | "attribut" => MappingType::Direct,
        "constant" | "konstante" | "konstant" | "const" | "fixed" | "fixedvalue" | "static" => MappingType::Constant,
        "expression" | "ausdruck" | "function" | "formula" | "formel" => MappingType::Expression,
        "none" | "keine" | "keiner" | "kein" | "ohne" => MappingType::None,
        _ => {
            return Err(format!("“{}” is not a mapping type. Write Direct, Constant, Expression or None", value(text)));
        }
    }))
}

/// What a cell says about matching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matching {
    /// The attribute does not match.
    No,
    /// It matches, with a precedence.
    At(MatchingPrecedence),
    /// It matches, and the cell does not say in which order.
    Somewhere,
}

/// What a cell says about matching.
pub(super) fn matching(text: &str) -> Result<Matching, String> {
    let shown = value(text);
    let lower = shown.to_lowercase();
    if says_nothing(&lower) || NO.contains(&trimmed(&lower)) {
        return Ok(Matching::No);
    }
    if YES.contains(&trimmed(&lower)) {
        return Ok(Matching::Somewhere);
    }
    let refused = || {
        format!(
            "“{shown}” is not a matching precedence. Write a number from 1, or nothing for an attribute that does not match"
        )
    };
    if ["primary", "first", "primär"].contains(&trimmed(&lower)) {
        return Ok(Matching::At(MatchingPrecedence::FIRST));
    }
    let mut numbers = lower.split(|one: char| !one.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let words = lower.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty());
    let (Some(number), None) = (numbers.next(), numbers.next()) else { return Err(refused()) };
    if words.into_iter().any(|word| !AROUND_A_PRECEDENCE.contains(&word))
        || lower.contains(['-', '.', ',']) && number.len() + 2 > lower.len()
    {
        return Err(refused());
    }
    let number: u32 = number.parse().map_err(|_| refused())?;
    Ok(MatchingPrecedence::new(number).map_or(Matching::No, Matching::At))
}

/// "Apply this mapping" in a cell. A blank cell is Always, Entra's default.
pub(super) fn flow_type(text: &str) -> Result<AttributeFlowType, String> {
    if says_nothing(text) {
        return Ok(AttributeFlowType::Always);
    }
    let shown = value(text);
    if let Some(flow_type) = AttributeFlowType::from_label(&shown) {
        return Ok(flow_type);
    }
    Ok(match spelling_key(&shown).as_str() {
        "always"
        | "immer"
        | "createandupdate"
        | "createupdate"
        | "oncreateandupdate"
        | "erstellenundaktualisieren"
        | "beierstellungundaktualisierung" => AttributeFlowType::Always,
        "onlyduringobjectcreation"
        | "onlyduringcreation"
        | "duringcreation"
        | "objectaddonly"
        | "oncreate"
        | "createonly"
        | "onlyoncreate"
        | "oncreateonly"
        | "onlyoncreation"
        | "create"
        | "creation"
        | "once"
        | "onlyonce"
        | "nurwährendderobjekterstellung"
        | "nurbeiderobjekterstellung"
        | "nurbeiobjekterstellung"
        | "nurwährendderobjekterzeugung"
        | "nurbeierstellung"
        | "nurbeidererstellung"
        | "nurbeimerstellen"
        | "nurbeimanlegen" => AttributeFlowType::ObjectAddOnly,
        "multivalueaddonly" => AttributeFlowType::MultiValueAddOnly,
        "valueaddonly" => AttributeFlowType::ValueAddOnly,
        "attributeaddonly" => AttributeFlowType::AttributeAddOnly,
        _ => {
            return Err(format!(
                "“{shown}” does not say when the mapping applies. Write Always or Only during object creation"
            ));
        }
    })
}

/// Users or groups, in a cell of the column "Object" or in the title of a section.
pub(super) fn object(text: &str) -> Option<ObjectKind> {
    let has =
        |words: &[&str]| text.to_lowercase().split(|one: char| !one.is_alphabetic()).any(|word| words.contains(&word));
    let users =
        has(&["user", "users", "benutzer", "nutzer", "people", "person", "persons", "personen", "benutzerattribute"]);
    let groups = has(&["group", "groups", "gruppe", "gruppen", "gruppenattribute"]);
    match (users, groups) {
        (true, false) => Some(ObjectKind::User),
        (false, true) => Some(ObjectKind::Group),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_precedence_is_read_and_anything_else_is_named() {
        let number = |text: &str| match matching(text) {
            Ok(Matching::At(precedence)) => precedence.get().to_string(),
            Ok(Matching::No) => "no".to_owned(),
            Ok(Matching::Somewhere) => "yes".to_owned(),
            Err(_) => "?".to_owned(),
        };
        for (text, read) in [
            ("1", "1"),
            ("1 (matching)", "1"),
            ("Yes, 2", "2"),
            ("Matching precedence: 3", "3"),
            ("1st", "1"),
            ("Primary", "1"),
            ("ja", "yes"),
            ("✓", "yes"),
            ("", "no"),
            ("0", "no"),
            ("–", "no"),
            ("Nein", "no"),
            ("1 or 2", "?"),
            ("-1", "?"),
            ("1.5", "?"),
            ("unique", "?"),
            ("99999999999", "?"),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
    }

    #[test]
    fn the_other_columns_have_their_words() {
        assert_eq!(flow_type("Nur während der Objekterstellung"), Ok(AttributeFlowType::ObjectAddOnly));
        assert_eq!(flow_type("**Always**"), Ok(AttributeFlowType::Always));
        assert!(flow_type("on Tuesdays").is_err());
        assert_eq!(mapping_type("Ausdruck"), Ok(Some(MappingType::Expression)));
        assert!(mapping_type("String").is_err());
        assert_eq!(object("Provision Microsoft Entra ID Groups"), Some(ObjectKind::Group));
        assert_eq!(object("Users and groups"), None);
    }
}
