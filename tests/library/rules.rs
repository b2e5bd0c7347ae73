//! The rules against a table of mistakes, and their page against the rules.

use std::{collections::BTreeSet, fs, path::Path};

use crosswalk::{
    catalog::{Starter, sample_people},
    directory::Person,
    lint::{Check, Checker, Context, Diagnostic, HoldsFor, Rule, Severity, check, rules, rules_markdown},
    plan::{Plan, SamplePerson, apply_all},
    simulate::{Situation, simulate},
};
use serde_json::Value;

use super::rehearsal::rehearsed;

/// One line of `tests/data/mistakes.json`: a starter, what was done to it, and the rule that must say so.
#[derive(serde::Deserialize)]
struct Case {
    mistake: String,
    starter: String,
    changes: Vec<Change>,
    #[serde(default)]
    people: Vec<SamplePerson>,
    /// Users of the target, for rules that need a rehearsal.
    #[serde(default)]
    existing: Vec<Value>,
    rule: String,
}

/// A change of the plan file, by JSON Pointer.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Change {
    Set { set: String, to: Value },
    Add { add: String, to: Value },
    Remove { remove: String },
}

fn mistakes() -> Vec<Case> {
    serde_json::from_str(&fs::read_to_string(root().join("tests/data/mistakes.json")).unwrap()).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn changed(plan: &Plan, changes: &[Change]) -> Plan {
    let mut document = serde_json::to_value(plan).unwrap();
    for change in changes {
        match change {
            Change::Set { set, to } => *document.pointer_mut(set).unwrap() = to.clone(),
            Change::Add { add, to } => document.pointer_mut(add).unwrap().as_array_mut().unwrap().push(to.clone()),
            Change::Remove { remove } => {
                let (list, index) = remove.rsplit_once('/').unwrap();
                document.pointer_mut(list).unwrap().as_array_mut().unwrap().remove(index.parse().unwrap());
            }
        }
    }
    serde_json::from_value(document).unwrap()
}

fn problems(plan: &Plan, people: &[SamplePerson]) -> Vec<Diagnostic> {
    let people: Vec<Person> = people.iter().map(|person| Person::from_flat(person).0).collect();
    check(&Context::new(plan, &people))
}

/// How often a rule speaks: in the editor, or for a rule that needs all people in their rehearsal.
fn count(plan: &Plan, people: &[SamplePerson], existing: &[Value], rule: &str) -> usize {
    let needs_everybody = |one: &&Rule| one.name == rule && matches!(one.check, Check::Rehearsal(_));
    if rules().any(|one| needs_everybody(&one)) {
        if people.is_empty() {
            return 0;
        }
        let existing = (!existing.is_empty()).then(|| Value::from(existing).to_string());
        let people = serde_json::to_string(people).unwrap();
        let problems = rehearsed(plan.clone(), &people, existing.as_deref()).problems();
        return problems.iter().filter(|problem| problem.name == rule).count();
    }
    problems(plan, people).iter().filter(|problem| problem.rule == rule).count()
}

#[test]
fn the_first_fix_of_every_mistake_removes_it_and_adds_no_error() {
    let mut faults = Vec::new();
    let mut mended = BTreeSet::new();
    for case in mistakes() {
        let plan = changed(&Starter::from_name(&case.starter).unwrap().plan(), &case.changes);
        let before = problems(&plan, &case.people);
        let errors = |list: &[Diagnostic]| list.iter().filter(|one| one.severity == Severity::Error).count();
        for problem in before.iter().filter(|problem| problem.rule == case.rule) {
            let Some(fix) = problem.fixes.first() else { continue };
            let after = problems(&apply_all(&plan, &fix.edits).unwrap(), &case.people);
            let stays = after.iter().filter(|one| one.rule == case.rule).count();
            let stood = before.iter().filter(|one| one.rule == case.rule).count();
            if stays >= stood || errors(&after) > errors(&before) {
                faults.push(format!("{}: {}: {}", case.rule, case.mistake, fix.label));
            }
            mended.insert(case.rule.clone());
        }
    }
    assert_eq!(faults, [""; 0]);
    assert!(mended.contains("external-id-not-first") && mended.contains("unknown-source"), "{mended:?}");
}

#[test]
fn a_check_after_an_edit_finds_what_a_whole_check_finds() {
    for case in mistakes() {
        let start = Starter::from_name(&case.starter).unwrap().plan();
        let people: Vec<Person> = case.people.iter().map(|person| Person::from_flat(person).0).collect();
        let mut checker = Checker::default();
        for plan in [&start, &changed(&start, &case.changes), &start] {
            assert_eq!(checker.check(plan, &people), check(&Context::new(plan, &people)), "{}", case.mistake);
        }
    }
}

#[test]
fn every_mistake_is_caught_by_its_rule() {
    let mut missed = Vec::new();
    for case in mistakes() {
        let start = Starter::from_name(&case.starter).unwrap().plan();
        let before = count(&start, &[], &[], &case.rule);
        let after = count(&changed(&start, &case.changes), &case.people, &case.existing, &case.rule);
        let untouched = case.changes.is_empty() && case.people.is_empty();
        if after == 0 || (!untouched && after <= before) {
            missed.push(format!("{}: {} ({before} before, {after} after)", case.rule, case.mistake));
        }
    }
    assert_eq!(missed, [""; 0]);
}

#[test]
fn every_rule_has_a_mistake_that_it_catches() {
    let caught: BTreeSet<String> = mistakes().into_iter().map(|case| case.rule).collect();
    let idle: Vec<&str> = rules().map(|rule| rule.name).filter(|name| !caught.contains(*name)).collect();
    assert_eq!(idle, [""; 0]);
    let unknown: Vec<&String> = caught.iter().filter(|name| rules().all(|rule| rule.name != **name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn a_code_and_a_name_belong_to_one_rule() {
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for rule in rules() {
        assert!(codes.insert(rule.code) && names.insert(rule.name), "{} {}", rule.code, rule.name);
    }
}

#[test]
fn a_plan_for_another_connector_hears_only_of_entra() {
    for case in mistakes() {
        let mut plan = changed(&Starter::from_name(&case.starter).unwrap().plan(), &case.changes);
        plan.target_profile = "other".into();
        for problem in problems(&plan, &case.people) {
            let rule = rules().find(|rule| rule.code == problem.code);
            assert!(
                rule.is_none_or(|rule| matches!(rule.holds_for, HoldsFor::EveryTarget | HoldsFor::DescribedTargets)),
                "{}",
                problem.code
            );
        }
    }
}

#[test]
fn the_page_is_what_the_rules_say() {
    let page = root().join("docs/rules.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&page, rules_markdown()).unwrap();
    }
    let written = fs::read_to_string(&page).unwrap_or_default();
    assert!(written == rules_markdown(), "docs/rules.md is stale: run UPDATE_DOCS=1 cargo test --test library rules");
}

/// Things that messages count.
const COUNTED: [(&str, &str); 14] = [
    ("person", "people"),
    ("attribute", "attributes"),
    ("mapping", "mappings"),
    ("value", "values"),
    ("filter", "filters"),
    ("clause", "clauses"),
    ("extension", "extensions"),
    ("user", "users"),
    ("group", "groups"),
    ("member", "members"),
    ("match", "matches"),
    ("request", "requests"),
    ("row", "rows"),
    ("argument", "arguments"),
];

/// A count whose noun has the wrong number, or one out of one. The noun follows the count with at most one word between.
fn miscounted(text: &str) -> Option<&str> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|one: char| ".,:;()".contains(one))).collect();
    words.iter().enumerate().find_map(|(at, count)| {
        let number: usize = count.parse().ok()?;
        let nouns = words.iter().skip(at + 1).take(2).filter_map(|word| {
            let plural = COUNTED.iter().any(|(_, plural)| plural == word);
            (plural || COUNTED.iter().any(|(singular, _)| singular == word)).then_some(plural)
        });
        let wrong = nouns.take(1).any(|plural| plural != (number != 1));
        let of_one = number == 1 && at > 1 && words[at - 2..at] == ["of", "the"];
        (wrong || of_one).then_some(text)
    })
}

#[test]
fn a_count_agrees_with_its_noun_in_every_message() {
    let mut wrong = BTreeSet::new();
    for case in mistakes() {
        let plan = changed(&Starter::from_name(&case.starter).unwrap().plan(), &case.changes);
        let blank = SamplePerson::default();
        for count in 0..4 {
            let given: Vec<SamplePerson> = case.people.iter().cycle().take(count).cloned().collect();
            for people in [given, vec![blank.clone(); count], sample_people().into_iter().take(count).collect()] {
                for problem in problems(&plan, &people) {
                    wrong.extend(miscounted(&problem.message).map(|text| format!("{}: {text}", problem.code)));
                }
                for person in &people {
                    let person = Person::from_flat(person).0;
                    let simulation = simulate(&Situation::in_cycle(&plan, &person));
                    wrong.extend(simulation.reasons().iter().filter_map(|line| miscounted(line).map(str::to_owned)));
                }
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn a_wrong_number_is_found() {
    for text in
        ["1 of the 1 sample people get none.", "1 sample people", "2 extension", "0 attribute read", "1 matches."]
    {
        assert_eq!(miscounted(text), Some(text));
    }
    for text in ["The only sample person", "1 of the 3 sample people gets none.", "1 attribute", "0 attributes", "M001"]
    {
        assert_eq!(miscounted(text), None, "{text}");
    }
}
