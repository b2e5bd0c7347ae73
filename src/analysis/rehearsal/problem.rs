//! A problem of the people: a rule, how many people it is about, and what to do.

use std::borrow::Cow;

use super::judges::Judge;
use super::value_count::{ValueCount, sorted};
use crate::catalog::Words;
use crate::expression::Severity;
use crate::text::grouped;

/// Values that a problem lists.
const LISTED: usize = 100;

/// A problem of people, or of the existing users.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The rule's code.
    pub code: &'static str,
    /// The rule's name.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// How many people it is about. For a rule about existing users, how many of them.
    pub count: usize,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Why it matters.
    pub why: Cow<'static, str>,
    /// What to do.
    pub remedy: Cow<'static, str>,
    /// Whether it is about people, so that the table of people can show them.
    pub is_about_people: bool,
    /// The values that are wrong with how many people get each, the most frequent first.
    pub values: Vec<ValueCount>,
}

impl Problem {
    pub(super) fn new(judge: &Judge, count: usize, is_about_people: bool, words: Words) -> Self {
        let (one, several) = judge.judgement.says;
        let said = words.say(if count == 1 { one } else { several });
        let subject = match (is_about_people, count) {
            (true, 1) => "1 person".to_owned(),
            (true, count) => format!("{} people", grouped(count)),
            (false, count) => grouped(count),
        };
        Self {
            code: judge.rule.code,
            name: judge.rule.name,
            severity: judge.rule.severity,
            count,
            message: format!("{subject} {said}."),
            why: words.say(judge.rule.why),
            remedy: words.say(judge.rule.remedy),
            is_about_people,
            values: sorted(judge.values().into_iter(), LISTED),
        }
    }
}
