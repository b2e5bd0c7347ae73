//! Pairs the rows of Entra's default list with the rows of the plan.

use crate::catalog::same_target;
use crate::plan::{AttributeMapping, MappingSource};

/// The default rows, each with the plan's row that it becomes, and the plan's new rows.
pub(super) struct Pairing {
    /// For each default row, the index of the plan's row; nothing for a deleted row.
    pub(super) paired: Vec<Option<usize>>,
    /// The plan's rows that have no default row.
    pub(super) added: Vec<usize>,
}

/// Pairs equal rows first, then by source attribute, then by target attribute.
pub(super) fn pair(defaults: &[AttributeMapping], rows: &[AttributeMapping]) -> Pairing {
    let mut paired = vec![None; defaults.len()];
    let mut free: Vec<bool> = vec![true; rows.len()];
    let passes: [fn(&AttributeMapping, &AttributeMapping) -> bool; 3] = [
        |default, row| same_source(default, row) && same_target(&default.target_attribute, &row.target_attribute),
        // The guide always adds a new row for the language.
        |default, row| same_source(default, row) && !same_target(&row.target_attribute, "locale"),
        |default, row| same_target(&default.target_attribute, &row.target_attribute),
    ];
    for pass in passes {
        for (default, partner) in defaults.iter().zip(&mut paired) {
            if partner.is_some() {
                continue;
            }
            let found = rows.iter().zip(&free).position(|(row, free)| *free && pass(default, row));
            if let Some(found) = found {
                *partner = Some(found);
                free.iter_mut().skip(found).take(1).for_each(|free| *free = false);
            }
        }
    }
    let added = free.iter().enumerate().filter_map(|(at, free)| free.then_some(at)).collect();
    Pairing { paired, added }
}

/// Whether both rows read the same: the same attribute directly, or the same expression.
fn same_source(default: &AttributeMapping, row: &AttributeMapping) -> bool {
    match (&default.source, &row.source) {
        (MappingSource::Expression { expression: a }, MappingSource::Expression { expression: b }) => {
            a.trim() == b.trim()
        }
        (a, b) => a == b,
    }
}
