//! Regular expressions with .NET's syntax and meaning, compiled once and bounded.
//!
//! The engine is fancy-regex, which hands everything that needs no backtracking to regex, in time linear in the text. Plain
//! texts and single classes need neither.

use std::cell::RefCell;
use std::rc::Rc;

use fancy_regex::{Regex, RegexBuilder};

use super::pattern_syntax::{Translation, Untranslated, translate};

/// Characters a pattern may have.
const MAXIMUM_PATTERN: usize = 2_000;
/// Bytes a compiled pattern may take.
const MAXIMUM_COMPILED: usize = 1 << 20;
/// Steps back that one match may take.
const MAXIMUM_BACKTRACKS: usize = 10_000;
/// Pieces of a pattern that are tried in the time of one step.
const VISITS_PER_STEP: usize = 5;
/// Steps for a match that may go back [`MAXIMUM_BACKTRACKS`] times.
const STEPS_OF_BACKTRACKING: usize = 600;
/// Steps that one search outside of an expression may take.
const MOST_STEPS: usize = 100_000;
/// Compiled patterns that are kept: a plan has a few.
const KEPT: usize = 64;

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// .NET would refuse it as well.
    #[error("the pattern is no regular expression: {0}")]
    Faulty(String),
    /// .NET knows it, the engine here does not.
    #[error("a pattern with {0}")]
    Unsupported(String),
    /// A limit of the simulation.
    #[error("the pattern or what it is tried on is too large")]
    TooLarge,
}

/// A compiled pattern.
#[derive(Debug)]
pub(in super::super) struct Pattern {
    regex: Regex,
    /// For each of .NET's group numbers the engine's: groups with a name are numbered after those without.
    numbers: Vec<usize>,
    /// The names, each with .NET's number.
    names: Vec<(String, usize)>,
    /// Whether matching may step back.
    backtracks: bool,
    weight: usize,
    simple: bool,
}

/// One match: where it lies, and where each of .NET's groups lies in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Match {
    pub(in super::super) start: usize,
    pub(in super::super) end: usize,
    pub(in super::super) groups: Vec<Option<(usize, usize)>>,
}

type Kept = (String, bool, Result<Rc<Pattern>, PatternError>);

thread_local! {
    /// The patterns used last. Which are there decides how long something takes, never what comes out.
    static CACHE: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// A pattern ready to be tried on a text.
pub(in super::super) fn compile(pattern: &str, text: &str) -> Result<Rc<Pattern>, PatternError> {
    let before_line_feed = text.ends_with('\n');
    let known = CACHE.with_borrow(|cache| {
        let same = |kept: &&Kept| kept.0 == pattern && kept.1 == before_line_feed;
        cache.iter().find(same).map(|kept| kept.2.clone())
    });
    known.unwrap_or_else(|| {
        let compiled = Pattern::new(pattern, before_line_feed).map(Rc::new);
        CACHE.with_borrow_mut(|cache| {
            if cache.len() == KEPT {
                drop(cache.remove(0));
            }
            cache.push((pattern.to_owned(), before_line_feed, compiled.clone()));
        });
        compiled
    })
}

/// Whether a pattern occurs in a text: .NET's `Regex.IsMatch`.
pub fn is_match(pattern: &str, text: &str) -> Result<bool, PatternError> {
    let pattern = compile(pattern, text)?;
    if pattern.cost(text.len()) > MOST_STEPS {
        return Err(PatternError::TooLarge);
    }
    pattern.find(text, 0).map(|found| found.is_some())
}

impl Pattern {
    fn new(pattern: &str, before_line_feed: bool) -> Result<Self, PatternError> {
        if pattern.chars().count() > MAXIMUM_PATTERN {
            return Err(PatternError::TooLarge);
        }
        let Translation { text, groups, backtracks, weight, simple } =
            translate(pattern, before_line_feed).map_err(|why| match why {
                Untranslated::Faulty(reason) => PatternError::Faulty(reason.to_owned()),
                Untranslated::Unsupported(what) => PatternError::Unsupported(what.to_owned()),
            })?;
        let regex = RegexBuilder::new(&text)
            .backtrack_limit(MAXIMUM_BACKTRACKS)
            .delegate_size_limit(MAXIMUM_COMPILED)
            .build()
            .map_err(|error| {
                let reason = error.to_string();
                if reason.contains("size limit") || reason.contains("building NFA") {
                    PatternError::TooLarge
                } else {
                    PatternError::Faulty(reason.lines().last().unwrap_or_default().trim().to_owned())
                }
            })?;
        let unnamed = (1..=groups.len()).filter(|index| groups.get(index - 1) == Some(&None));
        let mut numbers: Vec<usize> = std::iter::once(0).chain(unnamed).collect();
        let mut names = Vec::new();
        for (index, name) in groups.iter().enumerate() {
            if let Some(name) = name {
                names.push((name.clone(), numbers.len()));
                numbers.push(index + 1);
            }
        }
        Ok(Self { regex, numbers, names, backtracks, weight, simple })
    }

    /// What going once along a text costs, in steps.
    pub(in super::super) fn cost(&self, bytes: usize) -> usize {
        let back = if self.backtracks { STEPS_OF_BACKTRACKING } else { 0 };
        back.saturating_add(bytes.saturating_mul(self.weight) / VISITS_PER_STEP)
    }

    /// What looking for another match costs on top of that, with so much of the text left: it may look far beyond the
    /// match and come back.
    pub(in super::super) fn cost_of_another(&self, rest: usize) -> usize {
        if self.simple { 1 } else { self.cost(rest / 8) }
    }

    /// .NET's number of a group.
    pub(in super::super) fn group(&self, name: &str) -> Option<usize> {
        let named = self.names.iter().find(|(known, _)| known == name).map(|(_, number)| *number);
        named.or_else(|| name.parse().ok().filter(|number| *number < self.numbers.len()))
    }

    /// The group that .NET calls the last.
    pub(in super::super) fn last_group(&self) -> usize {
        self.numbers.len() - 1
    }

    /// The first match from a place on.
    pub(in super::super) fn find(&self, text: &str, from: usize) -> Result<Option<Match>, PatternError> {
        let captures = self.regex.captures_from_pos(text, from).map_err(|_| PatternError::TooLarge)?;
        Ok(captures.and_then(|captures| {
            let whole = captures.get(0)?;
            let place = |index: &usize| captures.get(*index).map(|group| (group.start(), group.end()));
            Some(Match { start: whole.start(), end: whole.end(), groups: self.numbers.iter().map(place).collect() })
        }))
    }

    /// All matches, one after another as .NET finds them: an empty one may follow right after another.
    pub(in super::super) fn find_all(
        &self,
        text: &str,
        mut each: impl FnMut(&Match) -> bool,
    ) -> Result<(), PatternError> {
        let mut from = 0;
        while let Some(found) = self.find(text, from)? {
            if !each(&found) {
                return Err(PatternError::TooLarge);
            }
            from = if found.end > found.start {
                found.end
            } else {
                match text.get(found.end..).and_then(|rest| rest.chars().next()) {
                    Some(next) => found.end + next.len_utf8(),
                    None => break,
                }
            };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_groups_are_numbered_after_the_others() {
        let pattern = compile("(a)(?<n>b)(c)", "abc").unwrap();
        let found = pattern.find("abc", 0).unwrap().unwrap();
        assert_eq!(found.groups, [Some((0, 3)), Some((0, 1)), Some((2, 3)), Some((1, 2))]);
        assert_eq!((pattern.group("n"), pattern.group("2"), pattern.group("9")), (Some(3), Some(2), None));
    }

    #[test]
    fn an_empty_match_may_follow_a_match() {
        let pattern = compile("[a-z]*", "abc").unwrap();
        let mut places = Vec::new();
        pattern
            .find_all("abc", |found| {
                places.push((found.start, found.end));
                true
            })
            .unwrap();
        assert_eq!(places, [(0, 3), (3, 3)]);
    }

    #[test]
    fn limits_are_errors_and_never_hang() {
        assert_eq!(compile(&"a".repeat(2_001), "").unwrap_err(), PatternError::TooLarge);
        assert_eq!(compile(r"\w{1000}\w{1000}", "").unwrap_err(), PatternError::TooLarge);
        let text = format!("{}!", "a".repeat(40));
        let slow = compile(r"^(?=a)(a+)+\1$", &text).unwrap();
        assert_eq!(slow.find(&text, 0), Err(PatternError::TooLarge));
        assert!(matches!(compile("(", ""), Err(PatternError::Faulty(_))));
    }

    #[test]
    fn what_microsoft_ships_compiles() {
        for pattern in [
            r"^.*?,(?=(?:CN|OU|DC)=)",
            r"([\/\\\[\]\:\;\|\=\,\+\*\?\<\>])",
            r"\+(?<isdCode>\d* )(?<phoneNumber>\d{10})",
            r"(\.)*$",
            r"(.*?)(?<id>.{0,10})$",
        ] {
            assert!(compile(pattern, "x").is_ok(), "{pattern}");
        }
    }
}
