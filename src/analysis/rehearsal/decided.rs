//! Decisions that another worker made, as the bytes that cross from it: people follow each other without a gap between them.

use std::collections::HashMap;

use super::action::Action;
use super::outcomes::{NO_CLASS, Outcome, Scope};
use crate::text::QuickHash;

/// The bytes of one decision.
const SIZE: usize = 27;
/// Written where an outcome has no mapping or no user.
const NO_MAPPING: u16 = u16::MAX;
const NO_USER: u32 = u32::MAX;

const ACTIONS: [Action; 6] =
    [Action::Create, Action::Update, Action::Disable, Action::Delete, Action::Skip, Action::Error];

/// The decisions by the rows of their people.
pub(super) type Decided = HashMap<u32, Outcome, QuickHash>;

/// Appends the decision about the person of a row.
pub(super) fn write(row: u32, outcome: &Outcome, bytes: &mut Vec<u8>) {
    let (kind, filter, clause) = match outcome.scope {
        Scope::In => (0, 0, 0),
        Scope::NotAssigned => (1, 0, 0),
        Scope::InBy(filter) => (2, filter, 0),
        Scope::OutBy(filter, clause) => (3, filter, clause),
        Scope::Undecided(filter, clause) => (4, filter, clause),
    };
    let action = ACTIONS.iter().position(|action| *action == outcome.action).and_then(|at| u8::try_from(at).ok());
    bytes.extend(row.to_le_bytes());
    bytes.extend(outcome.existing.unwrap_or(NO_USER).to_le_bytes());
    bytes.extend(outcome.problems.to_le_bytes());
    bytes.extend(outcome.matched_by.unwrap_or(NO_MAPPING).to_le_bytes());
    bytes.extend(outcome.requests.to_le_bytes());
    bytes.extend(filter.to_le_bytes());
    bytes.extend(clause.to_le_bytes());
    bytes.extend([kind, action.unwrap_or_default(), u8::from(outcome.inactive)]);
}

/// The decisions that bytes say. Bytes that say none end them.
pub(super) fn read(bytes: &[u8]) -> impl Iterator<Item = (u32, Outcome)> {
    bytes.chunks_exact(SIZE).map_while(one)
}

fn one(bytes: &[u8]) -> Option<(u32, Outcome)> {
    let mut rest = bytes;
    let row = u32::from_le_bytes(take(&mut rest)?);
    let existing = Some(u32::from_le_bytes(take(&mut rest)?)).filter(|place| *place != NO_USER);
    let problems = u64::from_le_bytes(take(&mut rest)?);
    let matched_by = Some(u16::from_le_bytes(take(&mut rest)?)).filter(|mapping| *mapping != NO_MAPPING);
    let requests = u16::from_le_bytes(take(&mut rest)?);
    let (filter, clause) = (u16::from_le_bytes(take(&mut rest)?), u16::from_le_bytes(take(&mut rest)?));
    let [kind, action, inactive] = take(&mut rest)?;
    let scope = match kind {
        0 => Scope::In,
        1 => Scope::NotAssigned,
        2 => Scope::InBy(filter),
        3 => Scope::OutBy(filter, clause),
        4 => Scope::Undecided(filter, clause),
        _ => return None,
    };
    let action = *ACTIONS.get(usize::from(action))?;
    let inactive = inactive != 0;
    Some((row, Outcome { action, scope, inactive, matched_by, existing, requests, problems, class: NO_CLASS }))
}

/// The next bytes.
fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*taken)
}
