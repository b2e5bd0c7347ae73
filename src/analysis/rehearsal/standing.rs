//! What is known of each row before its values are: the state, the scope, and the same of the manager.
//!
//! It depends on the people, the scope and the existing users, so that it stays while mappings are edited.

use std::cell::Cell;

use super::classes::Classes;
use super::outcomes::Scope;
use super::plain::{Access, PersonState, Plain};
use super::reads::Reads;
use super::world::World;
use crate::directory::people_file::Cell as FileCell;
use crate::plan::{MappingSource, ObjectKind, Plan};
use crate::simulate::{counts_as_soft_deleted, judge_scope};

/// What is known of a row before its values are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    state: u8,
    scope: u32,
    manager: ManagerStanding,
    /// Whether the row needs no whole person. Nothing else is known of a row that does.
    pub(super) is_plain: bool,
    pub(super) is_soft_deleted: bool,
    /// Whether people who agree can share a decision.
    pub(super) is_shared: bool,
}

/// The same of the manager, as far as the decision about the person depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct ManagerStanding {
    kind: u8,
    state: u8,
    scope: u32,
}

const NOT_IN_FILE: ManagerStanding = ManagerStanding { kind: 1, state: 0, scope: 0 };

impl Standing {
    /// Appends everything that a decision depends on.
    pub(super) fn push_key(&self, key: &mut Vec<u8>) {
        let Self { state, scope, manager, .. } = *self;
        key.extend((u64::from(scope) << 32 | u64::from(manager.scope)).to_le_bytes());
        key.extend([state, manager.kind, manager.state]);
    }
}

/// Where the parts of a standing are.
pub(super) struct Standings {
    scope: Vec<Access>,
    /// Where the manager is, if the plan sends it as a reference.
    manager: Option<Access>,
    buffer: Cell<Vec<u8>>,
}

/// Whether a plan sends the manager as a reference.
pub(super) fn sends_manager(plan: &Plan) -> bool {
    let is_manager =
        |source: &MappingSource| matches!(source, MappingSource::Direct { attribute } if attribute == "manager");
    let users = plan.object_mapping(ObjectKind::User);
    users.is_some_and(|users| users.attribute_mappings.iter().any(|line| is_manager(&line.source)))
}

impl Standings {
    pub(super) fn new(plan: &Plan, file: Option<&Plain>) -> Self {
        let access = |name: &str| file.map_or(Access::Nothing, |file| file.access(name));
        Self {
            scope: Reads::of_scope(plan).iter().map(|name| access(name)).collect(),
            manager: sends_manager(plan).then(|| access("manager")),
            buffer: Cell::default(),
        }
    }

    /// The standing of a row.
    pub(super) fn of(&self, file: &Plain, row: usize, world: &World, classes: &mut Classes) -> Standing {
        if !file.is_plain(row) {
            return Standing::default();
        }
        let state = file.state(row);
        let (scope, number) = self.scope(file, row, state, world, classes);
        let gone = state.blocked || state.soft_deleted || state.hard_deleted;
        let mut standing = Standing {
            state: bits(state),
            scope: number,
            manager: ManagerStanding::default(),
            is_plain: true,
            is_soft_deleted: counts_as_soft_deleted(gone, !scope.is_in()),
            is_shared: true,
        };
        match self.manager.as_ref().and_then(|access| file.column(access)).map(|column| column.cell(row)) {
            Some(FileCell::Text(manager)) => {
                // Whether the manager has a user at the target is not a part of the standing.
                standing.is_shared = world.existing.is_none();
                match world.roster.row(manager) {
                    Some(manager) if file.is_plain(manager) => {
                        let state = file.state(manager);
                        let (_, scope) = self.scope(file, manager, state, world, classes);
                        standing.manager = ManagerStanding { kind: 2, state: bits(state), scope };
                    }
                    Some(_) => standing.is_shared = false,
                    None => standing.manager = NOT_IN_FILE,
                }
            }
            Some(FileCell::Json(_) | FileCell::Lost) => standing.is_shared = false,
            Some(FileCell::Empty) | None => {}
        }
        standing
    }

    fn scope(
        &self,
        file: &Plain,
        row: usize,
        state: PersonState,
        world: &World,
        classes: &mut Classes,
    ) -> (Scope, u32) {
        let mut key = self.buffer.take();
        key.clear();
        key.push(u8::from(state.assigned));
        for access in &self.scope {
            match (access, file.column(access).map(|column| column.cell(row))) {
                (Access::SoftDeleted, _) => {
                    let gone = state.blocked || !state.assigned || state.soft_deleted || state.hard_deleted;
                    key.push(u8::from(gone));
                }
                (_, Some(cell @ (FileCell::Text(text) | FileCell::Json(text)))) => {
                    key.push(u8::from(matches!(cell, FileCell::Json(_))));
                    key.extend((text.len() + 1).to_le_bytes());
                    key.extend(text.as_bytes());
                }
                _ => key.extend(0_usize.to_le_bytes()),
            }
        }
        let found = classes.scope(&key, || Scope::of(&judge_scope(&world.plan, ObjectKind::User, &world.person(row))));
        self.buffer.set(key);
        found
    }
}

fn bits(state: PersonState) -> u8 {
    let PersonState { assigned, blocked, soft_deleted, hard_deleted } = state;
    [assigned, blocked, soft_deleted, hard_deleted].iter().fold(0, |bits, bit| bits << 1 | u8::from(*bit))
}
