//! Equal problems of many rows, as one line of the screen.

use super::Problem;
use crate::{expression::Severity, lint::Field, plan::ObjectKind, text::counted};

/// So many equal problems become one line.
const SEVERAL: usize = 3;

/// What equal problems have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ProblemKind {
    severity: Severity,
    /// The code of the rule.
    pub code: &'static str,
    object: Option<ObjectKind>,
    field: Option<Field>,
}

/// The problems of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemGroup {
    /// One problem, by its place in the list.
    One(usize),
    /// Equal problems of several rows, by their places.
    Several(ProblemKind, Vec<usize>),
}

impl ProblemKind {
    fn of(problem: &Problem) -> Option<Self> {
        problem.mapping?;
        let one = &problem.diagnostic;
        Some(Self { severity: one.severity, code: one.code, object: one.place.kind, field: one.place.field })
    }

    /// Whether a problem is of this kind.
    pub fn has(&self, problem: &Problem) -> bool {
        Self::of(problem).as_ref() == Some(self)
    }
}

/// The lines for a list of problems, in its order.
pub fn grouped(problems: &[Problem]) -> Vec<ProblemGroup> {
    let mut kinds: Vec<(ProblemKind, Vec<usize>)> = Vec::new();
    for (at, kind) in problems.iter().enumerate().filter_map(|(at, one)| Some((at, ProblemKind::of(one)?))) {
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, places)) => places.push(at),
            None => kinds.push((kind, vec![at])),
        }
    }
    kinds.retain(|(_, places)| places.len() >= SEVERAL);
    let mut lines = Vec::new();
    for (at, problem) in problems.iter().enumerate() {
        match kinds.iter().find(|(kind, _)| kind.has(problem)) {
            Some((kind, places)) if places.first() == Some(&at) => {
                lines.push(ProblemGroup::Several(kind.clone(), places.clone()));
            }
            Some(_) => {}
            None => lines.push(ProblemGroup::One(at)),
        }
    }
    lines
}

/// The message for equal problems: "Staffbase does not read 11 attributes." where the attribute ends the sentence,
/// otherwise the first message with the number of the others.
pub fn message_of_several(problems: &[&Problem]) -> String {
    let start = |problem: &Problem| {
        let target = problem.diagnostic.target.as_deref()?;
        problem.diagnostic.message.strip_suffix('.')?.strip_suffix(target).map(str::to_owned)
    };
    let Some(first) = problems.first() else { return String::new() };
    match start(first) {
        Some(words) if problems.iter().all(|one| start(one).as_deref() == Some(&words)) => {
            format!("{words}{}.", counted(problems.len(), "attribute"))
        }
        _ => format!("{} And {} more like it.", first.diagnostic.message, problems.len() - 1),
    }
}

/// The label of a repair that all of the problems have.
pub fn repair_of_several(problems: &[&Problem]) -> Option<String> {
    let has = |label: &str| problems.iter().all(|one| one.diagnostic.fixes.iter().any(|fix| fix.label == label));
    let fixes = problems.first()?.diagnostic.fixes.iter();
    fixes.map(|fix| fix.label.as_str()).find(|label| has(label)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        editor::Session,
        lint::Checker,
        plan::{AttributeMapping, ObjectMapping, Plan},
    };

    /// A plan with target attributes that Staffbase does not read, and its problems about them.
    fn problems(targets: &[&str]) -> Vec<Problem> {
        let unread = targets.iter().map(|target| AttributeMapping::direct("city", target));
        let identifier = AttributeMapping::direct("objectId", "externalId").matching(1);
        let attribute_mappings = std::iter::once(identifier).chain(unread).collect();
        let users = ObjectMapping { attribute_mappings, ..ObjectMapping::default() };
        let plan = Plan { object_mappings: vec![users], ..Plan::default() };
        let found = Checker::default().check(&plan, &[]);
        Problem::all(&found, Session::new(plan).identities())
    }

    #[test]
    fn equal_problems_of_many_rows_are_one_line_with_one_repair() {
        let all = problems(&["displayName", "nickName", "name.formatted"]);
        let lines = grouped(&all);
        let several = |line: &ProblemGroup| match line {
            ProblemGroup::Several(kind, places) if kind.code == "T004" => Some(places.clone()),
            _ => None,
        };
        let places: Vec<_> = lines.iter().filter_map(several).collect();
        let [places] = places.as_slice() else { panic!("{lines:?}") };
        let members: Vec<_> = places.iter().map(|at| &all[*at]).collect();
        assert!(members.iter().all(|one| one.diagnostic.code == "T004"));
        assert_eq!(message_of_several(&members), "Staffbase does not read 3 attributes.");
        assert_eq!(repair_of_several(&members).as_deref(), Some("Delete the mapping"));
        let count = |line: &ProblemGroup| match line {
            ProblemGroup::One(_) => 1,
            ProblemGroup::Several(_, places) => places.len(),
        };
        assert_eq!(lines.iter().map(count).sum::<usize>(), all.len(), "nothing is left out");
    }

    #[test]
    fn two_equal_problems_stay_two_lines() {
        let all = problems(&["displayName", "nickName"]);
        assert_eq!(all.iter().filter(|one| one.diagnostic.code == "T004").count(), 2);
        assert!(grouped(&all).iter().all(|line| matches!(line, ProblemGroup::One(_))));
    }
}
