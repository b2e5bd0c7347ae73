//! Everything that can be known to be wrong before go-live. One rule is one file; registering it is one line.
//!
//! Codes: `M` matching, `A` attribute mapping, `E` expression, `T` target and SCIM, `L` locale, `S` scoping,
//! `D` deprovisioning, `G` groups, `C` connection and settings, `P` people. Three digits, never reused.

mod changed;
mod context;
mod diagnostic;
mod expression_problems;
mod memory;
mod reach;
mod reference;
mod rule;
mod rules;
#[cfg(test)]
mod testing;

pub use context::Context;
pub use diagnostic::{Diagnostic, Field, Fix, Place};
pub use reference::rules_markdown;
pub use rule::{Finding, Rule};
pub use rules::RULES;

pub use crate::expression::Severity;

use crate::directory::Person;
use crate::plan::{Plan, TargetKind};
use changed::Last;
use memory::Memory;

/// Checks one plan after another and remembers what it read and found, so that the check after an edit costs a fraction.
#[derive(Debug, Default)]
pub struct Checker {
    memory: Memory,
    last: Option<Last>,
}

impl Checker {
    /// The same as [`check`] of a new context.
    pub fn check(&mut self, plan: &Plan, people: &[Person]) -> Vec<Diagnostic> {
        let changed = self.last.as_ref().and_then(|last| last.changed(plan, people));
        let mut context = Context::remembering(plan, people, &mut self.memory);
        let found = if let (Some(last), Some(changed)) = (self.last.as_mut(), changed) {
            last.follow(plan, &changed);
            let place = |problem: &Diagnostic| problem.place.kind.zip(problem.place.mapping);
            last.found.retain(|problem| !place(problem).is_some_and(|place| changed.contains(&place)));
            context.only = Some(changed);
            last.found.extend(about_one_mapping(&context));
            context.only = None;
            last.found.clone()
        } else {
            let found = about_one_mapping(&context);
            self.last = Some(Last::new(plan, people, found.clone()));
            found
        };
        complete(&context, found)
    }
}

/// Every problem of the plan, worst first, then in the order of the mapping tables. Problems that the plan suppresses
/// are there, with the reason.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    complete(context, about_one_mapping(context))
}

/// What rules about one mapping at a time find, those about its expression included.
fn about_one_mapping(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut problems = findings(context, reach::looks_at_one_mapping);
    problems.extend(expression_problems::expression_problems(context));
    problems
}

/// Adds what the other rules find.
fn complete(context: &Context<'_>, mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    problems.extend(findings(context, |code| !reach::looks_at_one_mapping(code)));
    for problem in &mut problems {
        problem.suppressed = context
            .plan
            .suppressions
            .iter()
            .find(|one| one.rule == problem.code && one.target == problem.target)
            .map(|one| one.reason.clone());
    }
    problems.sort_by_key(|problem| {
        let place = problem.place;
        (problem.severity, place.kind, place.mapping, problem.code, place.span.map(|span| span.start))
    });
    problems
}

fn findings(context: &Context<'_>, asked: fn(&str) -> bool) -> Vec<Diagnostic> {
    let scim = context.plan.target_kind() == TargetKind::Scim;
    let asked = RULES.iter().filter(|rule| asked(rule.code) && (scim || reach::holds_for_every_target(rule.code)));
    let mut problems = Vec::new();
    for rule in asked {
        let mut findings = Vec::new();
        (rule.check)(context, &mut findings);
        problems.extend(findings.into_iter().map(|finding| finding.into_diagnostic(rule)));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::plan::{Suppression, apply_all};

    fn people() -> Vec<Person> {
        crate::catalog::sample_people().iter().map(|person| Person::from_flat(person).0).collect()
    }

    fn severities(starter: Starter) -> (usize, usize) {
        let plan = starter.plan();
        let people = people();
        let problems = check(&Context::new(&plan, &people));
        let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
        (count(Severity::Error), count(Severity::Warning))
    }

    #[test]
    fn the_staffbase_starters_have_neither_errors_nor_warnings() {
        assert_eq!(severities(Starter::StaffbaseMinimum), (0, 0));
        assert_eq!(severities(Starter::StaffbaseMinimumWithLocale), (0, 0));
    }

    #[test]
    fn entras_default_matches_on_the_wrong_attribute_and_sends_what_staffbase_does_not_read() {
        let plan = Starter::EntraDefault.plan();
        let problems = check(&Context::new(&plan, &[]));
        let of = |rule: &str| problems.iter().filter(|problem| problem.rule == rule).count();
        assert_eq!(of("external-id-not-first"), 1);
        assert_eq!(of("external-id-from-mail-nickname"), 1);
        assert_eq!(of("target-not-read"), 11);
    }

    #[test]
    fn what_is_remembered_changes_no_finding() {
        let mut checker = Checker::default();
        let people = people();
        let mut plan = Starter::EntraDefault.plan();
        for text in ["Join([a]", "ToUpper([jobTitle])", "Nope([jobTitel])", "ToUpper([jobTitle])"] {
            plan.object_mappings[0].attribute_mappings[3].source =
                crate::plan::MappingSource::Expression { expression: text.to_owned() };
            assert_eq!(checker.check(&plan, &people), check(&Context::new(&plan, &people)), "{text}");
            // A definition of one's own makes an unknown attribute known.
            plan.attribute_definitions
                .source
                .push(crate::plan::AttributeDefinition { name: "jobTitel".to_owned(), ..Default::default() });
            assert_eq!(checker.check(&plan, &people), check(&Context::new(&plan, &people)), "{text}");
            plan.attribute_definitions.source.clear();
        }
    }

    #[test]
    fn codes_and_names_are_unique() {
        for (index, rule) in RULES.iter().enumerate() {
            let earlier = &RULES[..index];
            assert!(earlier.iter().all(|one| one.code != rule.code && one.name != rule.name), "{}", rule.code);
        }
    }

    #[test]
    fn every_fix_of_the_default_plan_applies_and_the_safe_ones_leave_no_new_error() {
        let plan = Starter::EntraDefault.plan();
        let before = check(&Context::new(&plan, &[]));
        for problem in &before {
            for fix in &problem.fixes {
                let mended = apply_all(&plan, &fix.edits).unwrap();
                let after = check(&Context::new(&mended, &[]));
                let errors = |list: &[Diagnostic]| list.iter().filter(|one| one.severity == Severity::Error).count();
                assert!(!fix.safe || errors(&after) <= errors(&before), "{}: {}", problem.code, fix.label);
            }
        }
    }

    #[test]
    fn a_suppressed_problem_keeps_its_reason() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        plan.object_mappings[0].attribute_mappings.retain(|one| one.target_attribute != "active");
        plan.suppressions.push(Suppression { rule: "D001".to_owned(), target: None, reason: "A pilot".to_owned() });
        let problems = check(&Context::new(&plan, &[]));
        let missing = problems.iter().find(|problem| problem.code == "D001").unwrap();
        assert_eq!(missing.suppressed.as_deref(), Some("A pilot"));
    }
}
