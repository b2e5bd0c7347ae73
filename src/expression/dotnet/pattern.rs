//! Regular expressions with .NET's syntax and meaning, compiled once and bounded.

use std::cell::RefCell;
use std::rc::Rc;

use super::regex::{self, Fuel, Program, Refused};

/// Characters a pattern may have.
const MAXIMUM_PATTERN: usize = 2_000;
/// Steps that one search outside of an expression may take.
const MOST_STEPS: usize = 100_000;
/// Compiled patterns that are kept: a plan has a few.
const KEPT: usize = 64;

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// .NET would refuse it as well.
    #[error("the pattern is not a regular expression: {0}")]
    Faulty(String),
    /// .NET knows it, the engine here does not.
    #[error("a pattern with {0}")]
    Unsupported(String),
    /// A limit of the simulation.
    #[error("the pattern or the text is too large")]
    TooLarge,
}

/// A compiled pattern.
#[derive(Debug)]
pub(in super::super) struct Pattern(Program);

/// One match: its place, and the place of each of .NET's groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Match {
    pub(in super::super) start: usize,
    pub(in super::super) end: usize,
    pub(in super::super) groups: Vec<Option<(usize, usize)>>,
}

type Kept = (String, Result<Rc<Pattern>, PatternError>);

thread_local! {
    /// The patterns used last. They affect only how long something takes, never its result.
    static CACHE: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// A pattern ready to be tried.
pub(in super::super) fn compile(pattern: &str) -> Result<Rc<Pattern>, PatternError> {
    let known = CACHE.with_borrow(|cache| cache.iter().find(|kept| kept.0 == pattern).map(|kept| kept.1.clone()));
    known.unwrap_or_else(|| {
        let compiled = Pattern::new(pattern).map(Rc::new);
        CACHE.with_borrow_mut(|cache| {
            if cache.len() == KEPT {
                drop(cache.remove(0));
            }
            cache.push((pattern.to_owned(), compiled.clone()));
        });
        compiled
    })
}

/// Whether a pattern occurs in a text: .NET's `Regex.IsMatch`.
pub fn is_match(pattern: &str, text: &str) -> Result<bool, PatternError> {
    compile(pattern)?.find(text, 0, &mut Fuel::of_steps(MOST_STEPS)).map(|found| found.is_some())
}

impl Pattern {
    fn new(pattern: &str) -> Result<Self, PatternError> {
        if pattern.chars().count() > MAXIMUM_PATTERN {
            return Err(PatternError::TooLarge);
        }
        let program = regex::parse(pattern).and_then(|tree| regex::compile(&tree));
        program.map(Self).map_err(|refused| match refused {
            Refused::Faulty(reason) => PatternError::Faulty(reason.to_owned()),
            Refused::Unsupported(what) => PatternError::Unsupported(what.to_owned()),
        })
    }

    /// Which ASCII characters the pattern matches, if it matches characters of one set and nothing else.
    pub(in super::super) fn set_of_ascii(&self) -> Option<[bool; 128]> {
        self.0.characters().map(|characters| characters.of_ascii())
    }

    /// .NET's number of a group.
    pub(in super::super) fn group(&self, name: &str) -> Option<usize> {
        self.0.groups.number(name)
    }

    /// The names of the groups, in .NET's order: numbers, then names.
    pub(in super::super) fn group_names(&self) -> Vec<String> {
        self.0.groups.names()
    }

    /// The group that .NET calls the last.
    pub(in super::super) fn last_group(&self) -> usize {
        self.0.groups.last()
    }

    /// The first match from a place on.
    pub(in super::super) fn find(
        &self,
        text: &str,
        from: usize,
        fuel: &mut Fuel,
    ) -> Result<Option<Match>, PatternError> {
        let captures = self.0.find(text, from, fuel).map_err(|_| PatternError::TooLarge)?;
        Ok(captures.and_then(|captures| {
            let (start, end) = captures.first().copied().flatten()?;
            let place = |place: &usize| captures.get(*place).copied().flatten();
            Some(Match { start, end, groups: self.0.groups.places().iter().map(place).collect() })
        }))
    }

    /// All matches, one after another as .NET finds them: an empty one may follow right after another. `each` says how
    /// much text a match adds.
    pub(in super::super) fn find_all(
        &self,
        text: &str,
        fuel: &mut Fuel,
        mut each: impl FnMut(&Match) -> usize,
    ) -> Result<(), PatternError> {
        if let Some(characters) = self.0.characters() {
            let mut found = Match { start: 0, end: 0, groups: vec![None] };
            while let Some(place) = characters.find(text, found.end, fuel).map_err(|_| PatternError::TooLarge)? {
                (found.start, found.end) = place;
                found.groups.fill(Some(place));
                if !fuel.take_match(each(&found)) {
                    return Err(PatternError::TooLarge);
                }
            }
            return Ok(());
        }
        let mut from = 0;
        while let Some(found) = self.find(text, from, fuel)? {
            if !fuel.take_match(each(&found)) {
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

    const FUEL: Fuel = Fuel::of_steps(MOST_STEPS);

    #[test]
    fn named_groups_are_numbered_after_the_others() {
        let pattern = compile("(a)(?<n>b)(c)").unwrap();
        let found = pattern.find("abc", 0, &mut FUEL.clone()).unwrap().unwrap();
        assert_eq!(found.groups, [Some((0, 3)), Some((0, 1)), Some((2, 3)), Some((1, 2))]);
        assert_eq!((pattern.group("n"), pattern.group("2"), pattern.group("9")), (Some(3), Some(2), None));
    }

    #[test]
    fn an_empty_match_may_follow_a_match() {
        let pattern = compile("[a-z]*").unwrap();
        let mut places = Vec::new();
        pattern
            .find_all("abc", &mut FUEL.clone(), |found| {
                places.push((found.start, found.end));
                0
            })
            .unwrap();
        assert_eq!(places, [(0, 3), (3, 3)]);
    }

    #[test]
    fn a_set_alone_is_found_as_with_the_matcher_and_costs_the_same() {
        for pattern in ["[^0-9+]", "[a-c]+", "x", r"\s+", "(?i)x"] {
            let pattern = compile(pattern).unwrap();
            assert!(pattern.0.characters().is_some(), "{pattern:?}");
            for text in ["+1 (347) 555-0000", "abcxüabX", "", "  \u{2003}a b😀c", &"x".repeat(40)] {
                let (mut fuel, mut found) = (FUEL, Vec::new());
                let each = |one: &Match| {
                    found.push(one.clone());
                    40
                };
                pattern.find_all(text, &mut fuel, each).unwrap();
                let (mut other, mut matched) = (FUEL, Vec::new());
                let mut from = 0;
                while let Some(one) = pattern.find(text, from, &mut other).unwrap() {
                    assert!(other.take_match(40));
                    from = one.end;
                    matched.push(one);
                }
                assert_eq!((found, fuel), (matched, other), "{pattern:?} in {text}");
            }
        }
    }

    #[test]
    fn limits_are_errors_and_never_hang() {
        assert_eq!(compile(&"a".repeat(2_001)).unwrap_err(), PatternError::TooLarge);
        let text = format!("{}!", "a".repeat(40));
        for slow in ["^(a+)+$", r"^(?=a)(a+)+\1$", "(?:a{1,100}){1,100}b", "(?:a?){40}a{40}b", "(a*)*b", "(?<=(a|a)+)c"]
        {
            let slow = compile(slow).unwrap();
            let found = slow.find(&text, 0, &mut FUEL.clone());
            assert!(matches!(found, Err(PatternError::TooLarge) | Ok(None)));
        }
        assert!(matches!(compile("("), Err(PatternError::Faulty(_))));
        assert!(matches!(compile(&"(".repeat(1_999)), Err(PatternError::Unsupported(_))));
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
            assert!(compile(pattern).is_ok(), "{pattern}");
        }
    }
}
