//! Everything derived from a plan, in one value: the problems and the steps of the checklist.

pub mod checklist;
mod identity_change;
mod profile_change;
pub mod rehearsal;
mod repairs;
pub mod workshop;

pub use identity_change::changes_identity;
pub use profile_change::{ProfileChange, profile_change};
pub use repairs::{Repair, Repairs, needs_no_decision, repairs_of_rule, safe_repairs};

use crate::directory::Person;
use crate::expression::Severity;
use crate::lint::{Checker, Diagnostic};
use crate::plan::Plan;

/// Everything derived from a plan and the people at hand. It is never stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Every problem, the worst first, with the suppressed ones.
    pub problems: Vec<Diagnostic>,
    /// The steps to go-live.
    pub checklist: checklist::Checklist,
}

impl Analysis {
    /// The problems that are not suppressed.
    pub fn open_problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter().filter(|problem| problem.suppressed.is_none())
    }

    /// The number of open problems with this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.open_problems().filter(|problem| problem.severity == severity).count()
    }
}

/// Derives everything from a plan.
pub fn analyze(plan: &Plan, people: &[Person]) -> Analysis {
    analyze_again(&mut Checker::default(), plan, people)
}

/// The same after an edit. The checker remembers what it read of the plan before.
pub fn analyze_again(checker: &mut Checker, plan: &Plan, people: &[Person]) -> Analysis {
    Analysis { problems: checker.check(plan, people), checklist: checklist::checklist(plan) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::{Starter, sample_people};
    use crate::expression::{parses, read};
    use crate::plan::{Edit, MappingSource, ObjectKind, apply};
    use crate::simulate::{Situation, resolve_value, simulate};

    /// What the screen derives from a plan: problems, the board's reads, and everybody's values and requests.
    fn derive(checker: &mut Checker, plan: &Plan, people: &[Person]) {
        analyze_again(checker, plan, people);
        for object in &plan.object_mappings {
            for (index, mapping) in object.attribute_mappings.iter().enumerate() {
                if let MappingSource::Expression { expression } = &mapping.source {
                    read(expression);
                }
                for person in people {
                    resolve_value(plan, object.kind, index, person, true);
                }
            }
        }
        for person in people {
            simulate(&Situation::in_cycle(plan, person));
        }
    }

    #[test]
    fn each_expression_is_parsed_once_for_each_change() {
        let plan = Starter::EntraDefault.plan();
        let people: Vec<_> = sample_people().iter().map(|person| Person::from_flat(person).0).collect();
        let mappings = plan.object_mappings.iter().flat_map(|object| &object.attribute_mappings);
        let texts: BTreeSet<_> = mappings
            .filter_map(|mapping| match &mapping.source {
                MappingSource::Expression { expression } => Some(expression.clone()),
                _ => None,
            })
            .collect();
        let mut checker = Checker::default();
        let start = parses();
        derive(&mut checker, &plan, &people);
        assert_eq!(parses() - start, texts.len());
        let source = MappingSource::Expression { expression: r#"Join("-", [city], [department])"#.to_owned() };
        let edited = apply(&plan, &Edit::SetSource { kind: ObjectKind::User, index: 3, source }).unwrap();
        derive(&mut checker, &edited, &people);
        derive(&mut checker, &plan, &people);
        assert_eq!(parses() - start, texts.len() + 1);
    }
}
