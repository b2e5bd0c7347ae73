//! Some of the sample people as the subject of a message.

use crate::text::grouped;

/// The subject with a verb that agrees: "The only sample person gets", "1 of the 3 sample people gets", "2 of the 3 sample
/// people get", "All 3 sample people get". `verb` is singular and plural.
pub(super) fn some_people(count: usize, all: usize, (one, several): (&str, &str)) -> String {
    match (count, all) {
        (1, 1) => format!("The only sample person {one}"),
        (1, _) => format!("1 of the {} sample people {one}", grouped(all)),
        (2, 2) => format!("Both sample people {several}"),
        _ if count == all => format!("All {} sample people {several}", grouped(all)),
        _ => format!("{} of the {} sample people {several}", grouped(count), grouped(all)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_agrees_with_the_count() {
        for (count, all, words) in [
            (1, 1, "The only sample person gets"),
            (1, 2, "1 of the 2 sample people gets"),
            (2, 2, "Both sample people get"),
            (2, 3, "2 of the 3 sample people get"),
            (3, 3, "All 3 sample people get"),
            (1_000, 2_000, "1,000 of the 2,000 sample people get"),
        ] {
            assert_eq!(some_people(count, all, ("gets", "get")), words);
        }
    }
}
