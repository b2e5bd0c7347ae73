//! The service's keys for the arguments of a call (Graph beta, schema/functions). For some functions they are not
//! published. Assumed for these: `source` for the first, and the documented parameter name for the rest.

use crate::expression::functions::{self, Presence};

/// Function, keys in order, and how many of the last ones repeat.
const PUBLISHED: &[(&str, &[&str], usize)] = &[
    ("Append", &["source", "suffix"], 0),
    ("AppRoleAssignments", &["source"], 0),
    ("DefaultDomain", &[], 0),
    ("FormatDateTime", &["source", "inputFormat", "outputFormat"], 0),
    ("IsNothing", &["source"], 0),
    ("Join", &["separator", "source"], 1),
    ("Mid", &["source", "start", "length"], 0),
    ("Not", &["source"], 0),
    ("Prepend", &["prefix", "source"], 0),
    (
        "Replace",
        &[
            "source",
            "Find",
            "RegularExpression",
            "RegularExpressionGroupName",
            "Replacement",
            "ReplacementPropertyName",
            "Template",
        ],
        0,
    ),
    ("SingleAppRoleAssignment", &["source"], 0),
    ("Split", &["source", "delimiter"], 0),
    ("StripSpaces", &["source"], 0),
    ("Switch", &["source", "defaultValue", "switchValue"], 1),
];

/// The documented FormatDateTime has one parameter more than the published one.
const FOUR_PART_DATE: [&str; 4] = ["source", "dateTimeStyles", "inputFormat", "outputFormat"];

/// The keys of a call with that many positions; nothing for an unknown function. The flag tells whether the service
/// published them.
pub(super) fn keys(function: &str, positions: usize) -> Option<(Vec<&'static str>, bool)> {
    if function.eq_ignore_ascii_case("FormatDateTime") && positions == FOUR_PART_DATE.len() {
        return Some((FOUR_PART_DATE.to_vec(), false));
    }
    if let Some((_, keys, repeating)) = published(function) {
        let repeated = keys.len() - repeating..keys.len();
        return Some(((0..positions).map_while(|at| at_or_repeated(keys, repeated.clone(), at)).collect(), true));
    }
    let known = functions::find(function)?;
    let names: Vec<&'static str> = known
        .parameters
        .iter()
        .enumerate()
        .map(|(index, parameter)| if index == 0 { "source" } else { parameter.name })
        .collect();
    let repeating = known.parameters.iter().filter(|one| one.presence == Presence::Repeating).count();
    let repeated = names.len() - repeating..names.len();
    Some(((0..positions).map_while(|at| at_or_repeated(&names, repeated.clone(), at)).collect(), false))
}

fn at_or_repeated(keys: &[&'static str], repeated: std::ops::Range<usize>, at: usize) -> Option<&'static str> {
    keys.get(at).copied().or_else(|| {
        let from = at.checked_sub(repeated.start)?;
        keys.get(repeated.start + from.checked_rem(repeated.len())?).copied()
    })
}

/// The published row of a function.
pub(super) fn published(function: &str) -> Option<&'static (&'static str, &'static [&'static str], usize)> {
    PUBLISHED.iter().find(|(name, ..)| name.eq_ignore_ascii_case(function))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_keys_go_on_and_too_many_arguments_have_none() {
        assert_eq!(keys("Join", 4).unwrap().0, ["separator", "source", "source", "source"]);
        assert_eq!(
            keys("switch", 5).unwrap().0,
            ["source", "defaultValue", "switchValue", "switchValue", "switchValue"]
        );
        assert_eq!(keys("Not", 2).unwrap().0, ["source"]);
        assert_eq!(keys("IIF", 3).unwrap(), (vec!["source", "valueIfTrue", "valueIfFalse"], false));
        assert_eq!(keys("Frobnicate", 1), None);
    }
}
