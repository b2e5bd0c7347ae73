//! The rows of one slice: where they stand, their values, mapping by mapping, their decisions, and what the rules object
//! to.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Json;

use super::classes::Classes;
use super::decision::decide;
use super::gathered::{Gathered, count_excess, is_too_slow};
use super::judges::{Judged, Panel, Sources};
use super::lane::Lane;
use super::outcomes::Outcome;
use super::plain::Plain;
use super::reads::Reads;
use super::standing::{Standing, Standings};
use super::values::{EMPTY, FLOWS, VALUE, ValueColumn};
use super::world::World;
use crate::directory::Person;
use crate::directory::people_file::{Cell, Reading};
use crate::expression::Environment;
use crate::lint::Context;
use crate::plan::{ObjectKind, Plan};
use crate::simulate::environment;

/// What is prepared once for many rows.
pub(super) struct Slice<'p> {
    context: Context<'p>,
    reads: &'p Reads,
    file: Option<&'p Plain>,
    lanes: Vec<Lane<'p>>,
    standings: Standings,
    /// The places of the mappings that match, with their target attributes.
    matching: Vec<(usize, String)>,
    environment: Environment,
}

/// A row that is not plain.
struct Whole {
    row: usize,
    person: Person,
    /// The person as the expressions see them.
    source: Person,
}

impl Whole {
    fn new(row: usize, world: &World) -> Self {
        let person = world.person(row);
        Self { row, source: world.source(&person), person }
    }
}

impl<'p> Slice<'p> {
    pub(super) fn new(plan: &'p Plan, reads: &'p Reads, file: Option<&'p Plain>, seen_at: Option<i64>) -> Self {
        let users = plan.object_mapping(ObjectKind::User);
        let lines = users.map(|users| users.attribute_mappings.as_slice()).unwrap_or_default();
        let lane = |(mapping, line)| Lane::new(plan, line, reads.of_mapping(mapping), file);
        let matching = users.map(|users| users.matching()).unwrap_or_default();
        Self {
            context: Context::new(plan, &[]),
            reads,
            file,
            lanes: lines.iter().enumerate().map(lane).collect(),
            standings: Standings::new(plan, file),
            matching: matching.into_iter().map(|(at, line)| (at, line.target_attribute.clone())).collect(),
            environment: environment(plan, seen_at),
        }
    }

    /// Rehearses the next rows. It ends early if a mapping takes too long: then no row has an outcome.
    pub(super) fn rehearse(&self, rows: Range<usize>, world: &mut World, gathered: &mut Gathered) {
        self.stand(rows.clone(), world, gathered);
        let needed = rows.clone().filter(|row| !gathered.standing(*row).is_plain);
        let whole: Vec<Whole> = needed.map(|row| Whole::new(row, world)).collect();
        self.evaluate(rows.clone(), &whole, gathered);
        if gathered.too_slow().is_none() {
            self.decide(rows.clone(), &whole, world, gathered);
            self.judge(rows.start, &whole, gathered);
        }
    }

    /// Says where the rows stand, as far as no earlier run has done it.
    fn stand(&self, rows: Range<usize>, world: &World, gathered: &mut Gathered) {
        let Some(file) = self.file else { return };
        let new = gathered.standings.len().max(rows.start)..rows.end;
        if !new.is_empty() {
            let classes = &mut gathered.classes;
            let standings = new.map(|row| self.standings.of(file, row, world, classes));
            Arc::make_mut(&mut gathered.standings).extend(standings);
        }
    }

    fn evaluate(&self, rows: Range<usize>, whole: &[Whole], gathered: &mut Gathered) {
        let Gathered { columns, reused, excess, standings, .. } = gathered;
        let plain = standings.get(rows.clone()).filter(|standings| standings.iter().all(|one| one.is_plain));
        let deleted: Option<Vec<bool>> =
            plain.map(|standings| standings.iter().map(|one| one.is_soft_deleted).collect());
        for (lane, ((column, reused), excess)) in self.lanes.iter().zip(columns.iter_mut().zip(reused).zip(excess)) {
            if *reused {
                continue;
            }
            let column = Arc::make_mut(column);
            if deleted.as_ref().is_some_and(|deleted| lane.push_at_once(&rows, deleted, column)) {
                continue;
            }
            let mut whole = whole.iter();
            for row in rows.clone() {
                let mut taken = 0;
                if let Some(standing) = standings.get(row).filter(|standing| standing.is_plain) {
                    lane.push_plain((row, standing.is_soft_deleted), column, &self.environment, &mut taken);
                } else {
                    let Some(one) = whole.next() else { return };
                    lane.push_person(&one.source, column, &self.environment, &mut taken);
                }
                count_excess(excess, taken);
                if is_too_slow(*excess) {
                    return;
                }
            }
        }
    }

    fn decide(&self, rows: Range<usize>, whole: &[Whole], world: &mut World, gathered: &mut Gathered) {
        let (mut key, mut whole) = (Vec::new(), whole.iter());
        let (start, is_repeated) = (rows.start, repeated(&rows, world, gathered));
        for row in rows {
            if row < gathered.outcomes.len() {
                continue;
            }
            let repeats = is_repeated.iter().skip(row - start).take_while(|is_repeated| **is_repeated).count();
            if let Some(before) = gathered.outcomes.last().copied().filter(|_| repeats > 0) {
                gathered.add(before, repeats);
                continue;
            }
            let standing = gathered.standing(row);
            if !standing.is_plain {
                let Some(one) = whole.next() else { return };
                let decision = self.decision(row, |_| Cow::Borrowed(&one.person), world, gathered);
                gathered.add(decision, 1);
                continue;
            }
            let is_shared = standing.is_shared && self.is_new_to_the_target(world, &gathered.columns, row);
            key.clear();
            standing.push_key(&mut key);
            key.extend(gathered.columns.iter().map(|column| column.class(row)));
            let known = if is_shared { gathered.classes.decision(&key) } else { None };
            let decision = known.unwrap_or_else(|| {
                let decision = self.decision(row, |world| Cow::Owned(world.person(row)), world, gathered);
                if is_shared { gathered.classes.decided(&key, decision) } else { decision }
            });
            gathered.add(decision, 1);
        }
    }

    /// What the first cycle does with a person, as the simulation decides it here or decided it in another worker.
    fn decision<'w>(
        &self,
        row: usize,
        person: impl FnOnce(&World) -> Cow<'w, Person>,
        world: &mut World,
        gathered: &mut Gathered,
    ) -> Outcome {
        let known = gathered.decided(row).filter(|known| known.existing.is_none_or(|place| !world.is_kept(place)));
        let outcome = known.unwrap_or_else(|| self.simulated(row, &person(world), world, &gathered.panel));
        if let Some(place) = outcome.existing {
            world.keep(place, row);
        }
        outcome
    }

    fn simulated(&self, row: usize, person: &Person, world: &World, panel: &Panel) -> Outcome {
        let meeting = world.meet(row, person);
        let (outcome, facts) = decide(world, self.reads, person, &meeting);
        Outcome { problems: panel.of_person(&facts), ..outcome }
    }

    /// Decides about the people of these rows who share no decision.
    pub(super) fn decide_alone(
        &self,
        rows: Range<usize>,
        world: &World,
        panel: &Panel,
        classes: &mut Classes,
        mut decided: impl FnMut(usize, Outcome),
    ) {
        let mut stand = |row| self.file.map(|file| self.standings.of(file, row, world, classes));
        let standings: Vec<Standing> = rows.clone().map(|row| stand(row).unwrap_or_default()).collect();
        let Some(columns) = self.matching_values(rows.start, &standings) else { return };
        for (at, standing) in standings.iter().enumerate() {
            let row = rows.start + at;
            let is_alone = !standing.is_shared || !self.is_new_to_the_target(world, &columns, at);
            if is_alone {
                decided(row, self.simulated(row, &world.person(row), world, panel));
            }
        }
    }

    /// The values of the mappings that match, for the plain rows; nothing if they take too long.
    fn matching_values(&self, from: usize, standings: &[Standing]) -> Option<Vec<Arc<ValueColumn>>> {
        let mut columns: Vec<Arc<ValueColumn>> = self.lanes.iter().map(|_| Arc::default()).collect();
        for (mapping, _) in &self.matching {
            let (Some(lane), Some(column)) = (self.lanes.get(*mapping), columns.get_mut(*mapping)) else { continue };
            let (column, mut excess) = (Arc::make_mut(column), 0);
            for (at, standing) in standings.iter().enumerate() {
                let mut taken = 0;
                if standing.is_plain {
                    lane.push_plain((from + at, standing.is_soft_deleted), column, &self.environment, &mut taken);
                } else {
                    column.push("", EMPTY);
                }
                count_excess(&mut excess, taken);
                if is_too_slow(excess) {
                    return None;
                }
            }
        }
        Some(columns)
    }

    /// Whether no user of the target can match, so that nothing else of the values counts.
    fn is_new_to_the_target(&self, world: &World, columns: &[Arc<ValueColumn>], row: usize) -> bool {
        world.existing.is_none()
            || self.matching.iter().all(|(mapping, target)| {
                let Some(column) = columns.get(*mapping) else { return true };
                // A default value is not asked for.
                let asked = column.sent(row).filter(|_| column.class(row) & FLOWS == VALUE);
                asked.is_none_or(|value| world.candidates(target, value).is_some_and(<[u32]>::is_empty))
            })
    }

    fn judge(&self, from: usize, whole: &[Whole], gathered: &mut Gathered) {
        let new = gathered.outcomes.iter().enumerate().skip(from).filter(|(_, outcome)| outcome.is_provisioned());
        let provisioned: Vec<u32> = new.filter_map(|(row, _)| u32::try_from(row).ok()).collect();
        gathered.count_states(&provisioned);
        let Gathered { panel, columns, outcomes, .. } = gathered;
        let sources = SourceValues { file: self.file, whole, text: RefCell::new(Json::String(String::new())) };
        let judged = Judged { provisioned: &provisioned, sources: &sources, columns, reads: self.reads };
        panel.judge(&self.context, &judged, outcomes, from);
    }
}

/// Which rows agree with the row before in everything that a shared decision depends on.
fn repeated(rows: &Range<usize>, world: &World, gathered: &Gathered) -> Vec<bool> {
    let Some(standings) = gathered.standings.get(rows.clone()).filter(|_| world.existing.is_none()) else {
        return Vec::new();
    };
    let shared = |standing: &Standing| standing.is_plain && standing.is_shared;
    let pairs = standings.windows(2).map(|pair| shared(&pair[0]) && pair[0] == pair[1]);
    let mut repeated: Vec<bool> = std::iter::once(false).chain(pairs).collect();
    for column in &gathered.columns {
        column.keep_repeated(rows, &mut repeated);
    }
    repeated
}

/// The attributes of the rows.
struct SourceValues<'a> {
    file: Option<&'a Plain>,
    whole: &'a [Whole],
    /// The text that is tested.
    text: RefCell<Json>,
}

impl Sources for SourceValues<'_> {
    fn passes(&self, row: usize, name: &str, holds: &dyn Fn(&Json) -> bool) -> bool {
        if let Ok(at) = self.whole.binary_search_by_key(&row, |one| one.row) {
            return self.whole.get(at).and_then(|one| one.source.get(name)).is_some_and(holds);
        }
        let column = self.file.and_then(|file| file.column(&file.access(name)));
        match column.map(|column| (column.reading, column.cell(row))) {
            Some((Reading::Text, Cell::Text(text))) => {
                let mut tested = self.text.borrow_mut();
                if let Json::String(held) = &mut *tested {
                    held.clear();
                    held.push_str(text);
                }
                holds(&tested)
            }
            Some((reading, cell)) => reading.value(cell).as_ref().is_some_and(holds),
            None => false,
        }
    }
}
