//! Everything that can be known to be wrong before go-live. One rule is one file, and one line registers it.
//!
//! A code is the letter of its family in [`FAMILIES`] and three digits. Codes of expressions begin with `E`. No code is ever
//! used again.

mod attribute_lookup;
mod changed;
mod checker;
mod context;
mod diagnostic;
mod expression_problems;
mod finding;
mod judgement;
mod memory;
mod reference;
mod row;
mod rule;
mod rules;
mod scope_memory;
mod some_people;
#[cfg(test)]
mod testing;

pub use checker::{Checker, check};
pub use context::{Context, SourceList};
pub use diagnostic::{Diagnostic, Field, Fix, Place};
pub use finding::Finding;
pub use judgement::{Everybody, Judgement, Judges, Manager, Rehearsed};
pub use reference::rules_markdown;
pub use row::{ClauseAt, Row};
pub use rule::{Check, Family, HoldsFor, Rule};
pub use rules::{FAMILIES, rules};

pub use crate::expression::Severity;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::directory::Person;
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
            // A definition in the plan makes an unknown attribute known.
            plan.attribute_definitions
                .source
                .push(crate::plan::AttributeDefinition { name: "jobTitel".to_owned(), ..Default::default() });
            assert_eq!(checker.check(&plan, &people), check(&Context::new(&plan, &people)), "{text}");
            plan.attribute_definitions.source.clear();
        }
    }

    #[test]
    fn codes_and_names_are_unique_and_a_code_begins_with_the_letter_of_its_family() {
        for (index, rule) in rules().enumerate() {
            assert!(rules().take(index).all(|one| one.code != rule.code && one.name != rule.name), "{}", rule.code);
        }
        for family in FAMILIES {
            for rule in family.rules {
                let number = rule.code.strip_prefix(family.letter).unwrap_or_default();
                assert!(number.len() == 3 && number.bytes().all(|digit| digit.is_ascii_digit()), "{}", rule.code);
            }
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
