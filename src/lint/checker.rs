//! Runs the rules over a plan: all of them, or after an edit those that must look again.

use std::borrow::Cow;
use std::collections::HashMap;

use super::changed::{Found, Last, MappingPlace};
use super::expression_problems::expression_problems;
use super::memory::Memory;
use super::{Check, Context, Diagnostic, Finding, Row, Rule, rules};
use crate::directory::Person;
use crate::plan::{ObjectKind, Plan};
use crate::text::visible;

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
        let context = Context::remembering(plan, people, &mut self.memory);
        let found = if let (Some(last), Some(changed)) = (self.last.as_mut(), changed) {
            last.follow(plan, &changed);
            let place = |problem: &Diagnostic| problem.place.kind.zip(problem.place.mapping);
            last.found.in_mappings.retain(|problem| !place(problem).is_some_and(|place| changed.contains(&place)));
            last.found.in_mappings.extend(in_mappings(&context, rows_at(&context, &changed)));
            last.found.clone()
        } else {
            let all = found(&context);
            self.last = Some(Last::new(plan, people, all.clone()));
            all
        };
        complete(&context, found)
    }
}

/// Every problem of the plan, worst first, then in the order of the mapping tables. Problems that the plan suppresses
/// are in the list, with the reason.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    complete(context, found(context))
}

fn found(context: &Context<'_>) -> Found {
    Found { in_mappings: in_mappings(context, context.rows()), in_settings: in_settings(context) }
}

fn rows_at<'a>(context: &'a Context<'a>, places: &'a [MappingPlace]) -> impl Iterator<Item = Row<'a>> {
    places.iter().filter_map(|(kind, index)| context.row(*kind, *index))
}

/// The rules about this plan's application.
fn asked<'a>(context: &Context<'a>) -> impl Iterator<Item = &'static Rule> + use<'a> {
    let plan = context.plan;
    rules().filter(move |rule| rule.holds_for.includes(plan))
}

fn in_mappings<'a>(context: &'a Context<'a>, rows: impl Iterator<Item = Row<'a>>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut findings = Vec::new();
    let asked: Vec<_> = asked(context)
        .filter_map(|rule| match rule.check {
            Check::Mapping(check) => Some((rule, false, check)),
            Check::UserMapping(check) | Check::People(check, _) => Some((rule, true, check)),
            _ => None,
        })
        .collect();
    for row in rows {
        for (rule, users_only, check) in &asked {
            if !users_only || row.kind == ObjectKind::User {
                check(&row, &mut findings);
                take(context, rule, &mut findings, &mut problems);
            }
        }
        expression_problems(&row, &mut problems);
    }
    problems
}

fn in_settings(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut findings = Vec::new();
    for rule in asked(context) {
        match rule.check {
            Check::Clause(check) => context.clauses().for_each(|clause| check(&clause, &mut findings)),
            Check::Settings(check) => check(context, &mut findings),
            _ => {}
        }
        take(context, rule, &mut findings, &mut problems);
    }
    problems
}

/// The rules that compare mappings with each other look every time.
fn in_plan(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut findings = Vec::new();
    for rule in asked(context) {
        if let Check::Plan(check) = rule.check {
            check(context, &mut findings);
            take(context, rule, &mut findings, &mut problems);
        }
    }
    problems
}

fn take(context: &Context<'_>, rule: &Rule, findings: &mut Vec<Finding>, problems: &mut Vec<Diagnostic>) {
    problems.extend(findings.drain(..).map(|finding| Diagnostic {
        code: rule.code,
        rule: rule.name,
        severity: finding.severity.unwrap_or(rule.severity),
        place: finding.place,
        target: finding.target,
        message: finding.message,
        why: context.words().say(rule.why),
        remedy: context.words().say(rule.remedy),
        fixes: finding.fixes,
        suppressed: None,
    }));
}

/// Adds the findings of the rules that look every time, and sorts all.
fn complete(context: &Context<'_>, found: Found) -> Vec<Diagnostic> {
    let mut problems = found.in_mappings;
    problems.extend(found.in_settings);
    problems.extend(in_plan(context));
    // Of two suppressions of one problem the first counts.
    let suppressions = context.plan.suppressions.iter().rev();
    let reasons: HashMap<_, _> =
        suppressions.map(|one| ((one.rule.as_str(), one.target.as_deref()), one.reason.as_str())).collect();
    for problem in &mut problems {
        // It quotes what somebody wrote.
        if let Cow::Owned(shown) = visible(&problem.message) {
            problem.message = shown;
        }
        let reason = reasons.get(&(problem.code, problem.target.as_deref()));
        problem.suppressed = reason.map(|reason| (*reason).to_owned());
    }
    problems.sort_by_key(|problem| {
        let place = problem.place;
        (problem.severity, place.kind, place.mapping, problem.code, place.span.map(|span| span.start))
    });
    problems
}
