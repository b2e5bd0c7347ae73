//! How far a rule looks, and for which applications it holds.

/// Rules that look at one mapping at a time (settings, definitions and people aside): after an edit they look at the
/// mappings that changed.
const ONE_MAPPING: [&str; 27] = [
    "A001", "A002", "A003", "A005", "A006", "A007", "A008", "A009", "A010", "A011", "A012", "M014", "P003", "P004",
    "P005", "P010", "P011", "T002", "T004", "T005", "T006", "T007", "T008", "T009", "T011", "T012", "T013",
];

/// Rules about Entra alone. All others speak of SCIM or of Staffbase, and are silent about another connector.
const EVERY_TARGET: [&str; 21] = [
    "A001", "A002", "A003", "A004", "A005", "A006", "A007", "A008", "A009", "A010", "A011", "C003", "C004", "C005",
    "C006", "C007", "M003", "M005", "M006", "M012", "T001",
];

pub(super) fn looks_at_one_mapping(code: &str) -> bool {
    ONE_MAPPING.contains(&code)
}

pub(super) fn holds_for_every_target(code: &str) -> bool {
    code.starts_with('S') || EVERY_TARGET.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::RULES;

    #[test]
    fn the_codes_are_those_of_rules() {
        for code in ONE_MAPPING.iter().chain(&EVERY_TARGET) {
            assert!(RULES.iter().any(|rule| rule.code == *code), "{code}");
        }
    }
}
