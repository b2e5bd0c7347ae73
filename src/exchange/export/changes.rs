//! What changed since an earlier plan, for every document.

use crate::exchange::compare::{Line, Since, difference_blocks};
use crate::exchange::document::{Block, Column, ShortNames, Table};
use crate::plan::AttributeSide;

/// The attributes that it names.
pub(super) fn names(since: Option<&Since>) -> impl Iterator<Item = (AttributeSide, &str)> {
    since.into_iter().flat_map(|since| since.difference.names())
}

/// A part of a document; nothing without an earlier plan.
pub(super) fn blocks(since: Option<&Since>, names: &ShortNames) -> Vec<Block> {
    let Some(since) = since else { return Vec::new() };
    let mut blocks = vec![Block::part(since.title())];
    blocks.extend(difference_blocks(&since.difference, 3, names));
    blocks
}

/// A table with a row for every difference. Without a row, nothing differs.
pub(super) fn table(since: &Since) -> Table {
    let mut table = Table::new([
        Column::new("Since", 24.0),
        Column::new("Mapping", 24.0),
        Column::new("Target attribute", 38.0),
        Column::new("What", 10.0),
        Column::new("Field", 18.0),
        Column::new("Before", 38.0),
        Column::new("After", 38.0),
        Column::new("Effect", 54.0),
    ]);
    for Line { what, object, target, field, before, after, effect } in since.difference.lines() {
        let label = since.label.as_str();
        table.row([
            label.into(),
            object.into(),
            target.into(),
            what.into(),
            field.into(),
            before.into(),
            after.into(),
            effect.into(),
        ]);
    }
    table
}
