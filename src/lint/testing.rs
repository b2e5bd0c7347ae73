//! Helpers for the tests of all rules.

use super::{Context, Diagnostic, check};
use crate::catalog::{Starter, sample_people};
use crate::directory::Person;
use crate::plan::{
    AttributeMapping, Clause, DescribedAttribute, MappingSource, ObjectMapping, Plan, SamplePerson, ScopingFilter,
    apply_all,
};

/// The reference plan.
pub(super) fn reference() -> Plan {
    Starter::StaffbaseMinimum.plan()
}

/// The reference plan's user mapping.
pub(super) fn users(plan: &mut Plan) -> &mut ObjectMapping {
    plan.object_mappings.iter_mut().next().unwrap()
}

/// The reference plan's mapping to a target.
pub(super) fn mapping<'a>(plan: &'a mut Plan, target: &str) -> &'a mut AttributeMapping {
    users(plan).attribute_mappings.iter_mut().find(|one| one.target_attribute == target).unwrap()
}

/// What a rule reports on a plan, with the built-in sample people.
pub(super) fn found(plan: &Plan, rule: &str) -> Vec<Diagnostic> {
    let people: Vec<Person> = sample_people().iter().map(|person| Person::from_flat(person).0).collect();
    check(&Context::new(plan, &people)).into_iter().filter(|problem| problem.rule == rule).collect()
}

/// Asserts that the rule reports once, and that its first fix removes the problem and adds no error.
pub(super) fn fires_and_mends(plan: &Plan, rule: &str) -> Plan {
    let problems = found(plan, rule);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let mended = apply_all(plan, &problems[0].fixes[0].edits).unwrap();
    assert_eq!(found(&mended, rule), [], "{}", problems[0].fixes[0].label);
    mended
}

/// Asserts that the rule reports exactly once.
pub(super) fn fires(plan: &Plan, rule: &str) -> Diagnostic {
    let mut problems = found(plan, rule);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

/// Asserts that the rule reports nothing.
pub(super) fn silent(plan: &Plan, rule: &str) {
    assert_eq!(found(plan, rule), []);
}

/// The reference plan with the application's own description of its attributes.
pub(super) fn described(attributes: Vec<DescribedAttribute>) -> Plan {
    changed(|plan| plan.target_attributes = attributes)
}

/// The reference plan with one change.
pub(super) fn changed(change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = reference();
    change(&mut plan);
    plan
}

/// The reference plan with one scoping filter for users.
pub(super) fn scoped(clauses: &[(&str, &str, &str)]) -> Plan {
    let clauses = clauses.iter().map(|(attribute, operator, value)| Clause {
        attribute: (*attribute).to_owned(),
        operator: (*operator).into(),
        values: vec![(*value).to_owned()],
    });
    let filter = ScopingFilter { title: "Scope".to_owned(), clauses: clauses.collect() };
    changed(|plan| users(plan).scoping_filters.push(filter))
}

/// What a rule reports with these sample people, each with one attribute.
pub(super) fn found_for(plan: &Plan, people: &[(&str, &str)], rule: &str) -> Vec<Diagnostic> {
    let person = |(key, value): &(&str, &str)| {
        let attributes = [((*key).to_owned(), (*value).into())].into();
        Person::from_flat(&SamplePerson { attributes }).0
    };
    let people: Vec<Person> = people.iter().map(person).collect();
    check(&Context::new(plan, &people)).into_iter().filter(|problem| problem.rule == rule).collect()
}

/// A Direct mapping's source.
pub(super) fn direct(attribute: &str) -> MappingSource {
    MappingSource::Direct { attribute: attribute.to_owned() }
}

/// An expression.
pub(super) fn expression(text: &str) -> MappingSource {
    MappingSource::Expression { expression: text.to_owned() }
}
