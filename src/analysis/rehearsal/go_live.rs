//! "Can we go live?", in one sentence with its reasons.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::result::Rehearsal;
use super::summary::Summary;
use crate::expression::Severity;
use crate::text::{grouped, sentence};

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// No problem is in the way.
    Yes,
    /// Nothing fails. Some things are likely surprises, or are not known from the file.
    Check,
    /// Something fails.
    No,
}

/// The answer with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoLive {
    /// The answer.
    pub answer: Answer,
    /// One sentence.
    pub sentence: String,
    /// The reasons, a sentence each, the worst first.
    pub reasons: Vec<String>,
}

impl Rehearsal {
    /// Whether the plan can go live with these people.
    pub fn verdict(&self) -> GoLive {
        let problems = self.problems();
        let errors = self.error_bits();
        let affected = self.outcomes.iter().filter(|outcome| outcome.problems & errors != 0).count();
        self.verdict_of(&problems, &self.summary_of(&problems), affected)
    }

    /// The same with what is known already: `affected` people have an error.
    pub(super) fn verdict_of(&self, problems: &[Problem], summary: &Summary, affected: usize) -> GoLive {
        let of = |severity: Severity| problems.iter().filter(move |problem| problem.severity == severity);
        let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
        let mut reasons: Vec<String> =
            of(Severity::Error).chain(of(Severity::Warning)).map(|problem| problem.message.clone()).collect();
        let unknown = self.unknown();
        if !unknown.is_empty() {
            let names: Vec<&str> = unknown.iter().map(|missing| missing.attribute.as_str()).collect();
            reasons.push(format!("The file does not say {}.", names.join(", ")));
        }
        let sent = summary.actions.create + summary.actions.update;
        let (answer, sentence) = if let Some(reason) = self.stopped() {
            (Answer::No, format!("No: not everybody is rehearsed. {reason}"))
        } else if errors > 0 {
            let who = match affected {
                0 => "Something".to_owned(),
                1 => "1 person".to_owned(),
                count => format!("{} people", grouped(count)),
            };
            let verb = if affected > 1 { "have" } else { "has" };
            (Answer::No, format!("No: {who} {verb} a problem that makes provisioning fail or write wrong data."))
        } else if summary.in_scope == 0 {
            (Answer::No, "No: nobody is in scope, so the first cycle provisions nobody.".to_owned())
        } else if summary.requests == 0 {
            let why = self.provisioned().next().and_then(|row| self.reason(row));
            let why = why.map(|why| format!(" {}", sentence(&why))).unwrap_or_default();
            (Answer::Check, format!("Not known: the rehearsal has no requests.{why}"))
        } else if warnings > 0 || !unknown.is_empty() {
            let but = if warnings > 0 {
                "look at the warnings first"
            } else {
                "the file does not say everything that the plan reads"
            };
            (Answer::Check, format!("Probably: nothing fails, but {but}."))
        } else if sent == 0 {
            (Answer::Yes, "Yes: no user has to change, and nothing is in the way.".to_owned())
        } else {
            let who = if sent == 1 { "1 person".to_owned() } else { format!("{} people", grouped(sent)) };
            (Answer::Yes, format!("Yes: the first cycle creates or updates {who}, and nothing is in the way."))
        };
        GoLive { answer, sentence, reasons }
    }
}
