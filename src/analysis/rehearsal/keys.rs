//! Everything that a decision depends on, as the key of a class.

use std::cell::Cell;
use std::sync::Arc;

use super::classes::Classes;
use super::outcomes::Scope;
use super::plain::{Access, PersonState, Plain};
use super::reads::Reads;
use super::values::{FLOWS, VALUE, ValueColumn};
use super::world::World;
use crate::directory::people_file::Cell as FileCell;
use crate::plan::{MappingSource, ObjectKind, Plan};
use crate::simulate::{counts_as_soft_deleted, judge_scope};

/// Where the parts of a key are.
pub(super) struct Keys {
    scope: Vec<Access>,
    /// Where the manager is, if the plan sends it as a reference.
    manager: Option<Access>,
    /// The places of the mappings that match, with their target attributes.
    matching: Vec<(usize, String)>,
    buffer: Cell<Vec<u8>>,
}

/// What is known of a row before its values are.
pub(super) struct Start {
    pub(super) is_soft_deleted: bool,
    /// Whether people with the same key can share a decision.
    pub(super) is_shared: bool,
}

impl Keys {
    pub(super) fn new(plan: &Plan, file: Option<&Plain>) -> Self {
        let access = |name: &str| file.map_or(Access::Nothing, |file| file.access(name));
        let users = plan.object_mapping(ObjectKind::User);
        let is_manager =
            |source: &MappingSource| matches!(source, MappingSource::Direct { attribute } if attribute == "manager");
        let sends_manager =
            users.is_some_and(|users| users.attribute_mappings.iter().any(|line| is_manager(&line.source)));
        let matching = users.map(|users| users.matching()).unwrap_or_default();
        Self {
            scope: Reads::of_scope(plan).iter().map(|name| access(name)).collect(),
            manager: sends_manager.then(|| access("manager")),
            matching: matching.into_iter().map(|(at, line)| (at, line.target_attribute.clone())).collect(),
            buffer: Cell::default(),
        }
    }

    /// Begins the key of a plain row: the state, the scope, and the same of the manager.
    pub(super) fn begin(
        &self,
        file: &Plain,
        row: usize,
        world: &World,
        classes: &mut Classes,
        key: &mut Vec<u8>,
    ) -> Start {
        let state = file.state(row);
        let (scope, number) = self.scope(file, row, state, world, classes);
        let gone = state.blocked || state.soft_deleted || state.hard_deleted;
        let is_soft_deleted = counts_as_soft_deleted(gone, !scope.is_in());
        push_state(key, state, number);
        let mut is_shared = true;
        match self.manager.as_ref().and_then(|access| file.column(access)).map(|column| column.cell(row)) {
            Some(FileCell::Text(manager)) => match world.roster.row(manager) {
                Some(manager) if file.is_plain(manager) => {
                    let state = file.state(manager);
                    let (_, number) = self.scope(file, manager, state, world, classes);
                    key.push(2);
                    push_state(key, state, number);
                    // Whether the manager has a user at the target is not in the key.
                    is_shared = world.existing.is_none();
                }
                Some(_) => is_shared = false,
                None => {
                    key.push(1);
                    is_shared = world.existing.is_none();
                }
            },
            Some(FileCell::Json(_) | FileCell::Lost) => is_shared = false,
            Some(FileCell::Empty) | None => key.push(0),
        }
        Start { is_soft_deleted, is_shared }
    }

    /// Whether no user of the target can match, so that nothing else of the values counts.
    pub(super) fn is_new_to_the_target(&self, world: &World, columns: &[Arc<ValueColumn>], row: usize) -> bool {
        world.existing.is_none()
            || self.matching.iter().all(|(mapping, target)| {
                let Some(column) = columns.get(*mapping) else { return true };
                // A default value is not asked for.
                let asked = column.sent(row).filter(|_| column.class(row) & FLOWS == VALUE);
                asked.is_none_or(|value| world.can_match(target, value) == Some(false))
            })
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
                (_, Some(FileCell::Text(text) | FileCell::Json(text))) => {
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

fn push_state(key: &mut Vec<u8>, state: PersonState, scope: u32) {
    let PersonState { assigned, blocked, soft_deleted, hard_deleted } = state;
    let bits = [assigned, blocked, soft_deleted, hard_deleted].iter().fold(0, |bits, bit| bits << 1 | u8::from(*bit));
    key.push(bits);
    key.extend(scope.to_le_bytes());
}
