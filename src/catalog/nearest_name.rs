//! The name that was probably meant.

/// How many letters of difference still count as a misspelling.
const FARTHEST: usize = 2;

/// The candidate that differs in case only, else the nearest within two edits; the earlier one when two are as near.
pub fn nearest_name<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        if candidate.eq_ignore_ascii_case(written) {
            return Some(candidate);
        }
        // Two edits turn any short word into any other: at least half must stay.
        let farthest = FARTHEST.min(written.chars().count() / 2);
        let distance = edit_distance(written, candidate);
        if distance <= farthest && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many letters must be added, taken away, changed or swapped with their neighbour.
pub fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > FARTHEST {
        return a.len().abs_diff(b.len());
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, left) in a.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, right) in b.iter().enumerate() {
            let mut least =
                (above[column] + usize::from(left != right)).min(above[column + 1] + 1).min(line[column] + 1);
            if row > 0 && column > 0 && *left == b[column - 1] && a[row - 1] == *right {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        assert_eq!(edit_distance("givenName", "givenName"), 0);
        assert_eq!(edit_distance("givenNmae", "givenName"), 1);
        assert_eq!(edit_distance("departmnt", "department"), 1);
        assert_eq!(edit_distance("kitten", "sitting"), 3);
        assert_eq!(edit_distance("", "ab"), 2);
    }

    #[test]
    fn case_wins_over_distance_and_two_edits_are_the_limit() {
        assert_eq!(nearest_name("MAIL", ["main", "mail"]), Some("mail"));
        assert_eq!(nearest_name("surnam", ["givenName", "surname"]), Some("surname"));
        assert_eq!(nearest_name("srnmx", ["surname"]), None);
        assert_eq!(nearest_name("id", ["ad", "to"]), Some("ad"));
        assert_eq!(nearest_name("xy", ["id"]), None);
    }
}
