//! The result of a rehearsal as the screen shows it: figures and short lists. The people come in pages.

use serde::{Deserialize, Serialize};

use crate::{
    analysis::rehearsal::{Action, Coverage, FirstCycleTime, GoLive, Problem, Rehearsal, Threshold, ValueCount},
    directory::{
        TargetResource,
        people_file::{command, export_command, missing_reasons},
    },
    expression::Severity,
};

/// How many values of an attribute are listed, and how many of a problem.
const VALUES: usize = 8;
const PROBLEM_VALUES: usize = 5;
/// How many existing users are listed whom nobody matches.
const UNMATCHED: usize = 200;

/// What the first cycle does with everybody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Whether the plan can go live.
    pub go_live: GoLive,
    /// How many people there are.
    pub people: usize,
    /// How many of them are in scope.
    pub in_scope: usize,
    /// How many have exactly one existing user.
    pub matched: usize,
    /// Whether the existing users are known.
    pub has_existing: bool,
    /// Requests of the first cycle.
    pub requests: usize,
    /// How many people there are for each action.
    pub actions: Vec<(Action, usize)>,
    /// The problems, the worst first.
    pub problems: Vec<ProblemFigure>,
    /// How many people the first cycle provisions: in scope and active.
    pub provisioned: usize,
    /// What each target attribute gets from them.
    pub coverage: Vec<CoverageFigure>,
    /// The most frequent values of some target attributes.
    pub top: Vec<TopValues>,
    /// How long the first cycle takes.
    pub time: FirstCycleTime,
    /// Whether the threshold for accidental deletions stops it.
    pub threshold: Threshold,
    /// The source attributes that the plan reads and the file does not say.
    pub unknown: Vec<String>,
    /// Why it does not say them.
    pub unknown_reasons: Vec<String>,
    /// How to export them: what is run, or what to do.
    pub unknown_remedy: Result<String, String>,
    /// How many existing users nobody matches.
    pub unmatched_count: usize,
    /// The first of them, each with its line.
    pub unmatched: Vec<(u32, String)>,
}

/// A problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemFigure {
    /// The code of its rule.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// How many people it is about, or how many existing users.
    pub count: usize,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub remedy: String,
    /// Whether the table can show the people.
    pub is_about_people: bool,
    /// The most frequent wrong values.
    pub values: Vec<Share>,
}

/// A value, and how many people have it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The value.
    pub value: String,
    /// How many people.
    pub people: usize,
}

/// What a target attribute gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CoverageFigure {
    /// The place of its mapping.
    pub mapping: usize,
    /// The target attribute.
    pub target: String,
    /// How many people there are for each state, in the order of the states.
    pub counts: [usize; 5],
}

/// The most frequent values of a target attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopValues {
    /// The place of its mapping.
    pub mapping: usize,
    /// The target attribute.
    pub target: String,
    /// The values.
    pub values: Vec<Share>,
    /// How many people have another value.
    pub others: usize,
}

impl Report {
    /// The report of a result.
    pub fn of(rehearsal: &Rehearsal) -> Self {
        let summary = rehearsal.summary();
        let coverage = rehearsal.coverage();
        let shown = coverage.iter().filter(|one| has_top_values(&one.target));
        Self {
            go_live: rehearsal.verdict(),
            people: summary.people,
            in_scope: summary.in_scope,
            matched: summary.matched,
            has_existing: rehearsal.existing().is_some(),
            requests: summary.requests,
            actions: Action::ALL.into_iter().map(|action| (action, summary.actions.count(action))).collect(),
            problems: rehearsal.problems().into_iter().map(ProblemFigure::from).collect(),
            provisioned: rehearsal.provisioned().count(),
            top: shown.map(|one| top(rehearsal, one)).filter(|top| !top.values.is_empty()).collect(),
            time: rehearsal.first_cycle(),
            threshold: rehearsal.threshold(),
            unknown_reasons: missing_reasons(&rehearsal.unknown()),
            unknown_remedy: remedy(rehearsal, &summary.unknown_columns),
            unknown: summary.unknown_columns,
            unmatched_count: summary.unmatched_existing,
            unmatched: rehearsal
                .unmatched_existing()
                .take(UNMATCHED)
                .map(|user| (user.line, name_of(user.resource)))
                .collect(),
            coverage: coverage.into_iter().map(CoverageFigure::from).collect(),
        }
    }
}

/// How to export attributes.
fn remedy(rehearsal: &Rehearsal, unknown: &[String]) -> Result<String, String> {
    let form = rehearsal.people().form;
    let names: Vec<&str> = unknown.iter().map(String::as_str).collect();
    command(form.export, &names).ok_or_else(|| export_command(form, &names))
}

/// Whether the values of a target attribute are listed: languages and departments are what people get wrong together.
fn has_top_values(target: &str) -> bool {
    ["locale", "preferredLanguage", "department"]
        .iter()
        .any(|name| target.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with([':', '.'])))
}

fn top(rehearsal: &Rehearsal, coverage: &Coverage) -> TopValues {
    let values = rehearsal.top_values(coverage.mapping, VALUES);
    let all: usize = coverage.counts.iter().take(2).sum();
    let listed: usize = values.iter().map(|value| value.people).sum();
    TopValues {
        mapping: coverage.mapping,
        target: coverage.target.clone(),
        values: values.into_iter().map(Share::from).collect(),
        others: all.saturating_sub(listed),
    }
}

/// What to call an existing user.
fn name_of(user: &TargetResource) -> String {
    let text = |name: &str| user.members.get(name).and_then(|value| value.as_str()).filter(|text| !text.is_empty());
    let name = ["externalId", "userName", "displayName", "id"].into_iter().find_map(text);
    name.map_or_else(|| "no identifier".to_owned(), str::to_owned)
}

impl From<ValueCount> for Share {
    fn from(ValueCount { value, people }: ValueCount) -> Self {
        Self { value, people }
    }
}

impl From<Coverage> for CoverageFigure {
    fn from(Coverage { mapping, target, counts }: Coverage) -> Self {
        Self { mapping, target, counts }
    }
}

impl From<Problem> for ProblemFigure {
    fn from(problem: Problem) -> Self {
        Self {
            code: problem.code.to_owned(),
            severity: problem.severity,
            count: problem.count,
            message: problem.message,
            why: problem.why.into_owned(),
            remedy: problem.remedy.into_owned(),
            is_about_people: problem.is_about_people,
            values: problem.values.into_iter().take(PROBLEM_VALUES).map(Share::from).collect(),
        }
    }
}
