//! The name that was probably meant.

/// How many letters of difference still count as a misspelling.
const FARTHEST: usize = 2;

/// The candidate that differs in case only, or else the nearest within two edits, whatever the case. Of two that are as
/// near, the earlier one. An edit adds, removes or changes a letter, or swaps two neighbours.
pub fn nearest_name<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Two edits turn any short word into any other: at least half must stay.
    let length = written.chars().count();
    let farthest = FARTHEST.min(length / 2);
    let lower = written.to_lowercase();
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        if candidate.eq_ignore_ascii_case(written) {
            return Some(candidate);
        }
        if candidate.chars().count().abs_diff(length) > farthest {
            continue;
        }
        let distance = strsim::osa_distance(&lower, &candidate.to_lowercase());
        if distance <= farthest && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_wins_over_distance_and_two_edits_are_the_limit() {
        assert_eq!(nearest_name("MAIL", ["main", "mail"]), Some("mail"));
        assert_eq!(nearest_name("surnam", ["givenName", "surname"]), Some("surname"));
        assert_eq!(nearest_name("GivenNmae", ["givenName"]), Some("givenName"));
        assert_eq!(nearest_name("tolowr", ["ToUpper", "ToLower"]), Some("ToLower"));
        assert_eq!(nearest_name("srnmx", ["surname"]), None);
        assert_eq!(nearest_name("id", ["ad", "to"]), Some("ad"));
        assert_eq!(nearest_name("xy", ["id"]), None);
    }
}
