//! Replacing text in files that other tools generate. A pattern that is missing means that the tool has changed: that
//! stops the build instead of shipping a page that half works.

use crate::run::Failure;

/// Replaces every occurrence of a pattern that must be there.
pub(crate) fn replace(text: &str, pattern: &str, with: &str, what: &str) -> Result<String, Failure> {
    if text.contains(pattern) {
        return Ok(text.replace(pattern, with));
    }
    Err(Failure::new(format!("{what} is not as expected: it does not contain {pattern:?}. Did its tool change?")))
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn a_missing_pattern_is_a_failure_that_names_it() {
        assert_eq!(replace("a b a", "a", "c", "the loader").unwrap_or_default(), "c b c");
        let failure = replace("a b a", "d", "c", "the loader").unwrap_err().to_string();
        assert!(failure.contains("the loader") && failure.contains("\"d\""), "{failure}");
    }
}
