//! The result of a rehearsal.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Action;
use super::gathered::Gathered;
use super::judges::{Judge, Panel};
use super::outcomes::{NO_CLASS, Outcome, Scope};
use super::problem::Problem;
use super::reads::Reads;
use super::standing::Standing;
use super::tally::Tally;
use super::values::{State, Target, ValueColumn};
use super::world::World;
use crate::catalog::{Capability, profile_of};
use crate::directory::people_file::{Missing, PeopleTable, missing, missing_export, missing_notes};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::expression::Severity;
use crate::lint::{Everybody, Judges};
use crate::plan::{ObjectKind, Plan};
use crate::simulate::{Event, Simulation};

/// What the first cycle does with everybody.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    pub(super) world: World,
    reads: Reads,
    pub(super) panel: Panel,
    pub(super) columns: Vec<Arc<ValueColumn>>,
    pub(super) states: Vec<[usize; 5]>,
    pub(super) standings: Arc<Vec<Standing>>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) tally: Tally,
    pub(super) stopped: Option<String>,
}

/// One person in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The row, from 0.
    pub row: usize,
    /// The physical line in the file. The header is line 1.
    pub line: u32,
    /// What the first cycle does; nothing where the requests are not documented.
    pub action: Option<Action>,
    /// Whether the person is in scope, and what decides it.
    pub scope: Scope,
    /// Whether the person counts as active: enabled, not deleted and in scope.
    pub is_active: bool,
    /// The mapping by which an existing user matches.
    pub matched_by: Option<usize>,
    /// The row of the existing user.
    pub existing: Option<usize>,
    /// How many requests the first cycle sends.
    pub requests: usize,
    /// The class of people who get the same requests but for their values.
    pub class: Option<u32>,
}

/// An existing user.
#[derive(Clone, Copy, Debug)]
pub struct Existing<'a> {
    /// The row, from 0.
    pub row: usize,
    /// The physical line in the file.
    pub line: u32,
    /// What the target has.
    pub resource: &'a TargetResource,
}

impl Rehearsal {
    pub(super) fn new(world: World, reads: Reads, gathered: Gathered, stopped: Option<String>) -> Self {
        let Gathered { panel, columns, states, standings, outcomes, tally, .. } = gathered;
        Self { world, reads, panel, columns, states, standings, outcomes, tally, stopped }
    }

    /// The plan.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.world.plan
    }

    /// The people.
    pub fn people(&self) -> &Arc<PeopleTable> {
        self.world.roster.table()
    }

    /// The existing users, if they were given.
    pub fn existing(&self) -> Option<&Arc<PeopleTable>> {
        self.world.existing.as_ref()
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// One person.
    pub fn row(&self, row: usize) -> Option<PersonRow> {
        let outcome = self.outcomes.get(row)?;
        Some(PersonRow {
            row,
            line: self.people().lines.get(row).copied().unwrap_or_default(),
            action: self.knows_actions().then_some(outcome.action),
            scope: outcome.scope,
            is_active: !outcome.inactive,
            matched_by: outcome.matched_by.map(usize::from),
            existing: outcome.existing.map(|place| place as usize),
            requests: usize::from(outcome.requests),
            class: Some(outcome.class).filter(|class| *class != NO_CLASS),
        })
    }

    /// The person as the simulation sees it, with the manager if the file has that person.
    pub fn person(&self, row: usize) -> Person {
        self.world.person(row)
    }

    /// The preview of a person in the first cycle, with every step and every reason.
    pub fn simulation(&self, row: usize) -> Simulation {
        let person = self.person(row);
        self.world.simulation(&person, &self.world.meet(row, &person))
    }

    /// What the target has of a person, as the search for matches sees it: the users with one of the person's matching
    /// values whom no earlier person of the file keeps. Nothing if the existing users are not known.
    pub fn target_of(&self, row: usize) -> Option<TargetDirectory> {
        self.existing()?;
        let person = self.person(row);
        let kept = self.world.meet(row, &person).kept;
        let matching = self.plan().object_mapping(ObjectKind::User).map(|users| users.matching()).unwrap_or_default();
        let mut places = BTreeSet::new();
        for (mapping, line) in matching {
            let value = self.value(row, mapping);
            match self.world.candidates(&line.target_attribute, value) {
                Some(found) => places.extend(found.iter().map(|place| *place as usize)),
                // The index does not know lists.
                None => places.extend(self.world.users_with(&line.target_attribute, value.text)),
            }
        }
        places.retain(|place| !kept.contains(place));
        Some(self.world.target_with(places.into_iter()))
    }

    /// What happens to a person who has an existing user already; nothing for everybody else.
    pub fn event(&self, row: usize) -> Option<Event> {
        let person = self.person(row);
        self.world.meet(row, &person).first.event
    }

    /// The reason why nothing is sent to a person; nothing if something is sent.
    pub fn reason(&self, row: usize) -> Option<String> {
        self.simulation(row).skip
    }

    /// The target attributes, one for each mapping of users, in the order of the table.
    pub fn targets(&self) -> impl ExactSizeIterator<Item = &str> {
        let users = self.world.plan.object_mapping(ObjectKind::User);
        let lines = users.map(|users| users.attribute_mappings.as_slice()).unwrap_or_default();
        lines.iter().map(|line| line.target_attribute.as_str())
    }

    /// The source attributes that a mapping reads.
    pub(super) fn reads_of(&self, mapping: usize) -> &[String] {
        self.reads.of_mapping(mapping)
    }

    /// The target attribute by which an existing user matches.
    pub fn matched_by(&self, row: usize) -> Option<&str> {
        let mapping = usize::from(self.outcomes.get(row)?.matched_by?);
        self.targets().nth(mapping)
    }

    /// What a mapping yields for a person. The default value and "Only during object creation" count as in a create
    /// request.
    pub fn value(&self, row: usize, mapping: usize) -> Target<'_> {
        let nothing = Target { state: State::Unknown, text: "", is_json: false };
        self.columns.get(mapping).map_or(nothing, |column| column.get(row))
    }

    /// The codes of a person's problems, in the order of the codes.
    pub fn codes(&self, row: usize) -> Vec<&'static str> {
        let problems = self.outcomes.get(row).map_or(0, |outcome| outcome.problems);
        let mut codes: Vec<_> =
            self.judges().filter(|(bit, _)| problems & bit != 0).map(|(_, one)| one.rule.code).collect();
        codes.sort_unstable();
        codes
    }

    /// Every problem, the worst first, then in the order of the codes.
    pub fn problems(&self) -> Vec<Problem> {
        let everybody = Everybody {
            plan: &self.world.plan,
            unmatched_existing: self.unmatched_count(),
            lose_access: self.lose_access(),
        };
        let words = profile_of(&self.world.plan).words;
        let problem = |judge: &Judge| {
            let (count, is_about_people) = match judge.judgement.judges {
                Judges::Everybody(count) => (count(&everybody), false),
                _ => (judge.people, true),
            };
            (count > 0).then(|| Problem::new(judge, count, is_about_people, words))
        };
        let mut problems: Vec<Problem> = self.panel.0.iter().filter_map(problem).collect();
        problems.sort_by_key(|problem| (problem.severity, problem.code));
        problems
    }

    /// Why the rehearsal stopped before the end of the file; nothing for a complete one.
    pub fn stopped(&self) -> Option<&str> {
        self.stopped.as_deref()
    }

    /// The worst severity; nothing without problems. A rehearsal that stopped is an error.
    pub fn worst(&self) -> Option<Severity> {
        if self.stopped.is_some() {
            return Some(Severity::Error);
        }
        self.problems().first().map(|problem| problem.severity)
    }

    /// The existing users whom nobody matches.
    pub fn unmatched_existing(&self) -> impl Iterator<Item = Existing<'_>> {
        let lines = self.world.existing.as_ref().map(|table| table.lines.as_slice()).unwrap_or_default();
        self.world.unmatched().filter_map(|row| {
            let line = lines.get(row).copied().unwrap_or_default();
            Some(Existing { row, line, resource: self.world.user(row)? })
        })
    }

    /// The source attributes that the plan reads and the file does not say.
    pub fn unknown(&self) -> Vec<Missing> {
        let reads = self.reads.everything(&self.world.plan);
        missing(self.people(), reads.iter().map(String::as_str))
    }

    /// What is not known from the file, and how to export it.
    pub fn unknown_notes(&self) -> Vec<String> {
        missing_notes(self.people(), &self.unknown())
    }

    /// How to export what is not known; nothing if all is known, or if no export can have it.
    pub fn unknown_export(&self) -> Option<String> {
        missing_export(self.people(), &self.unknown())
    }

    /// Whether the requests to the application are documented, so that the actions are known.
    pub fn knows_actions(&self) -> bool {
        profile_of(self.plan()).has(Capability::Scim)
    }

    /// The rows of the people whom the first cycle provisions: in scope and active.
    pub fn provisioned(&self) -> impl Iterator<Item = usize> {
        self.outcomes.iter().enumerate().filter(|(_, outcome)| outcome.is_provisioned()).map(|(row, _)| row)
    }

    pub(super) fn bit(&self, code: &str) -> Option<u64> {
        self.judges().find(|(_, judge)| judge.rule.code == code).map(|(bit, _)| bit)
    }

    pub(super) fn unmatched_count(&self) -> usize {
        self.world.unmatched().count()
    }

    pub(super) const fn lose_access(&self) -> usize {
        self.tally.actions.disable + self.tally.actions.delete
    }

    /// The bits of the rules whose problems are errors.
    pub(super) fn error_bits(&self) -> u64 {
        let errors = self.judges().filter(|(_, judge)| judge.rule.severity == Severity::Error);
        errors.fold(0, |bits, (bit, _)| bits | bit)
    }

    fn judges(&self) -> impl Iterator<Item = (u64, &Judge)> {
        self.panel.0.iter().enumerate().map(|(at, judge)| (1 << at, judge))
    }
}
