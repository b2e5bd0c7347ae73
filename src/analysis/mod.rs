//! Everything derived from a plan, in one value: problems and the checklist's steps.

pub mod checklist;
mod safe_repairs;

pub use safe_repairs::{SafeRepairs, safe_repairs};

use crate::directory::Person;
use crate::expression::Severity;
use crate::lint::{Checker, Diagnostic};
use crate::plan::Plan;

/// What a plan comes to. A pure function of the plan and the people at hand; never stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Every problem, worst first; suppressed ones included.
    pub problems: Vec<Diagnostic>,
    /// The way to go-live.
    pub checklist: checklist::Checklist,
}

impl Analysis {
    /// The problems that are not suppressed.
    pub fn open_problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter().filter(|problem| problem.suppressed.is_none())
    }

    /// How many open problems of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.open_problems().filter(|problem| problem.severity == severity).count()
    }
}

/// Derives everything from a plan.
pub fn analyze(plan: &Plan, people: &[Person]) -> Analysis {
    analyze_again(&mut Checker::default(), plan, people)
}

/// The same after an edit: the checker remembers what it read of the plan before.
pub fn analyze_again(checker: &mut Checker, plan: &Plan, people: &[Person]) -> Analysis {
    Analysis { problems: checker.check(plan, people), checklist: checklist::checklist(plan) }
}
