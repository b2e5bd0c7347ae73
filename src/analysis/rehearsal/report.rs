//! The report: what the screen and the documents say about a rehearsal, as plain data that a worker can send.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::frequent::Frequent;
use super::gleaned::Gleaned;
use super::reads::Reads;
use super::result::Rehearsal;
use super::{Action, Coverage, FirstCycleTime, GoLive, Summary, Threshold, ValueCount};
use crate::directory::TargetResource;
use crate::directory::people_file::{Cell, PeopleTable, ROLES, ROLES_NOTE, Why, missing};
use crate::expression::Severity;
use crate::plan::{AttributePath, ObjectKind};
use crate::text::grouped;

/// Existing users whom nobody matches that are listed. All are counted.
const MOST_UNMATCHED: usize = 1_000;
/// What there is to say about a rehearsal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The file of people.
    pub people: FileUsed,
    /// The file of existing users.
    pub existing: Option<FileUsed>,
    /// "Can we go live?"
    pub verdict: GoLive,
    /// The figures.
    pub summary: Summary,
    /// Whether the requests to the application are documented, so that the actions are known.
    pub knows_actions: bool,
    /// How long the first cycle takes.
    pub first_cycle: FirstCycleTime,
    /// Whether the threshold for accidental deletions is reached.
    pub threshold: Threshold,
    /// The problems, the worst first.
    pub problems: Vec<ReportedProblem>,
    /// What each target attribute gets.
    pub coverage: Vec<Coverage>,
    /// The most frequent values of some target attributes.
    pub frequent: Vec<FrequentValues>,
    /// Existing users whom nobody matches. The first are listed; the summary counts all of them.
    pub unmatched: Vec<Named>,
    /// What the file of people does not say.
    pub unknown: Vec<UnknownColumn>,
    /// How to export what the file does not say; empty if it says everything.
    pub export: String,
}

/// A file of a rehearsal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileUsed {
    /// Its name.
    pub name: String,
    /// What it is, in words.
    pub form: String,
    /// How many people or users it has.
    pub rows: usize,
    /// How many rows were skipped.
    pub skipped: usize,
    /// The first of them, each with its line and the reason.
    pub broken: Vec<(usize, String)>,
    /// What there is to say about it.
    pub notes: Vec<String>,
}

/// A problem with examples.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedProblem {
    /// The rule's code.
    pub code: String,
    /// The rule's name.
    pub name: String,
    /// How bad it is.
    pub severity: Severity,
    /// How many people or existing users it is about.
    pub count: usize,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub remedy: String,
    /// Whether it is about people, and not about the existing users or the whole rehearsal.
    pub is_about_people: bool,
    /// The first people who have it.
    pub examples: Vec<Named>,
    /// The values that are wrong, the most frequent first.
    pub values: Vec<ValueCount>,
}

/// Somebody in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The physical line.
    pub line: u32,
    /// The name.
    pub name: String,
}

/// The most frequent values of a target attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrequentValues {
    /// The mapping's place in its table.
    pub mapping: usize,
    /// The target attribute.
    pub target: String,
    /// The values, the most frequent first.
    pub values: Vec<ValueCount>,
}

/// A source attribute that the plan reads and the file does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnknownColumn {
    /// The source attribute.
    pub attribute: String,
    /// Why it is not known.
    pub why: String,
    /// What depends on it: target attributes, or the scope.
    pub needed_for: Vec<String>,
}

impl Report {
    /// The report with what everybody was looked at for, and the names of the files that were read.
    pub(super) fn with(rehearsal: &Rehearsal, gleaned: &Gleaned, people: &str, existing: Option<&str>) -> Self {
        let table = rehearsal.people();
        let users = rehearsal.existing().map(|table| FileUsed::of(existing.unwrap_or("existing users"), table));
        let unmatched = rehearsal.unmatched_existing().take(MOST_UNMATCHED);
        let found = rehearsal.problems();
        let summary = rehearsal.summary_of(&found);
        let coverage = rehearsal.coverage();
        Self {
            people: FileUsed::of(people, table),
            existing: users,
            verdict: rehearsal.verdict_of(&found, &summary, gleaned.people_with_errors),
            summary,
            knows_actions: rehearsal.knows_actions(),
            first_cycle: rehearsal.first_cycle(),
            threshold: rehearsal.threshold(),
            problems: found.into_iter().map(|problem| reported(rehearsal, gleaned, problem)).collect(),
            frequent: gleaned.frequent.iter().filter_map(|one| frequent(rehearsal, &coverage, one)).collect(),
            coverage,
            unmatched: unmatched.map(|user| Named { line: user.line, name: user_name(user.resource) }).collect(),
            unknown: unknown(rehearsal),
            // The last note says how to export what the other ones name.
            export: rehearsal.unknown_export().unwrap_or_default(),
        }
    }
}

/// What is said instead of actions and requests where the application does not use SCIM.
pub const ACTIONS_NOT_KNOWN: &str = "Not known: requests to this application are not documented.";

/// What a file has instead of an action that is not known.
pub const NOT_KNOWN: &str = "not known";

impl Report {
    /// How many people have each action; nothing where the actions are not known.
    pub fn actions(&self) -> Vec<(Action, usize)> {
        let actions = Action::ALL.into_iter().filter(|_| self.knows_actions);
        actions.map(|action| (action, self.summary.actions.count(action))).collect()
    }

    /// What the report says if no problem was found.
    pub const fn no_problems(&self) -> &'static str {
        if self.knows_actions {
            "The rehearsal found no problems."
        } else {
            "The rehearsal found no problems in scope and values. It has no requests to look at."
        }
    }

    /// The figures, each with its words.
    pub fn figures(&self) -> Vec<(&'static str, String)> {
        let summary = &self.summary;
        let mut figures =
            vec![("People in the file", grouped(summary.people)), ("People in scope", grouped(summary.in_scope))];
        if self.existing.is_some() {
            figures.push(("People with exactly one existing user", grouped(summary.matched)));
            figures.push(("Existing users nobody matches", grouped(summary.unmatched_existing)));
        }
        if !self.knows_actions {
            figures.push(("Requests of the first cycle", ACTIONS_NOT_KNOWN.to_owned()));
            return figures;
        }
        figures.push(("Requests of the first cycle", grouped(summary.requests)));
        figures.push(("Length of the first cycle", self.first_cycle.sentence()));
        figures.push(("Accidental deletion threshold", self.threshold.sentence()));
        figures
    }
}

impl FileUsed {
    fn of(name: &str, table: &PeopleTable) -> Self {
        Self {
            name: name.to_owned(),
            form: table.form_words().to_owned(),
            rows: table.len(),
            skipped: table.broken_count,
            broken: table.broken.iter().map(|row| (row.line, row.reason.to_string())).collect(),
            notes: table.notes.clone(),
        }
    }
}

fn reported(rehearsal: &Rehearsal, gleaned: &Gleaned, problem: super::Problem) -> ReportedProblem {
    let place = rehearsal.bit(problem.code).map(u64::trailing_zeros).filter(|_| problem.is_about_people);
    let examples = place.and_then(|place| gleaned.examples.get(place as usize)).map_or(&[][..], Vec::as_slice);
    ReportedProblem {
        code: problem.code.to_owned(),
        name: problem.name.to_owned(),
        severity: problem.severity,
        count: problem.count,
        message: problem.message,
        why: problem.why.into_owned(),
        remedy: problem.remedy.into_owned(),
        is_about_people: problem.is_about_people,
        examples: examples.iter().map(|row| named(rehearsal, *row)).collect(),
        values: problem.values,
    }
}

/// A person by what the file calls them.
fn named(rehearsal: &Rehearsal, row: usize) -> Named {
    let table = rehearsal.people();
    let cell = |name: &&str| match table.column(name).map(|column| column.cell(row)) {
        Some(Cell::Text(text)) if !text.trim().is_empty() => Some(text.to_owned()),
        _ => None,
    };
    let name = ["displayName", "userPrincipalName", "mail", "objectId"].iter().find_map(cell);
    Named {
        line: table.lines.get(row).copied().unwrap_or_default(),
        name: name.unwrap_or_else(|| rehearsal.person(row).label),
    }
}

/// An existing user by what the application calls them.
fn user_name(user: &TargetResource) -> String {
    let names = ["userName", "externalId", "emails", "displayName", "id"];
    let name = names.iter().find_map(|name| {
        let path = AttributePath::parse(name).ok()?;
        Some(user.values(&path).first()?.as_str()?.to_owned())
    });
    name.unwrap_or_else(|| "without a name".to_owned())
}

fn frequent(
    rehearsal: &Rehearsal,
    coverage: &[Coverage],
    (mapping, frequent): &(usize, Frequent),
) -> Option<FrequentValues> {
    let target = coverage.get(*mapping)?.target.clone();
    Some(FrequentValues { mapping: *mapping, target, values: frequent.values(rehearsal) })
}

fn unknown(rehearsal: &Rehearsal) -> Vec<UnknownColumn> {
    let (table, plan) = (rehearsal.people(), rehearsal.plan());
    let mut needed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut need = |reads: &[String], what: &str| {
        for one in missing(table, reads.iter().map(String::as_str)) {
            let needs = needed.entry(one.attribute).or_default();
            if needs.iter().all(|known| known != what) {
                needs.push(what.to_owned());
            }
        }
    };
    for (target, reads) in rehearsal.targets().zip(&Reads::of(plan).0) {
        need(reads, target);
    }
    let filters = plan.object_mapping(ObjectKind::User).map(|users| users.scoping_filters.as_slice());
    let clauses = filters.unwrap_or_default().iter().flat_map(|filter| &filter.clauses);
    need(&clauses.map(|clause| clause.attribute.clone()).collect::<Vec<_>>(), "the scoping filter");
    let column = |one: crate::directory::people_file::Missing| UnknownColumn {
        needed_for: needed.remove(&one.attribute).unwrap_or_default(),
        why: match one.why {
            _ if one.attribute == ROLES => ROLES_NOTE,
            Why::NoColumn => "the file has no such column",
            Why::EmptyForEverybody => "the column is empty for everybody",
            Why::Lost => "PowerShell left the names of types in some cells",
        }
        .to_owned(),
        attribute: one.attribute,
    };
    rehearsal.unknown().into_iter().map(column).collect()
}
