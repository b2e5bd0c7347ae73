//! What the cells of a column look like: the share of each kind among the cells that say something.

use super::cell::says_nothing;
use super::certainty::Certainty;
use super::field_words::{Matching, flow_type, mapping_type, matching, object};
use super::grid::GridRow;
use super::names;
use super::source::source;
use crate::plan::{MappingSource, ObjectKind, Plan};

/// Rows that decide. More would only take time.
const LOOKED_AT: usize = 60;

/// The shares of one column, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scores {
    /// Names of target attributes.
    pub(super) target: f64,
    /// Names of source attributes.
    pub(super) source: f64,
    /// Names that are targets and no sources.
    target_alone: f64,
    /// Expressions.
    pub(super) expression: f64,
    /// Constants in quotation marks or after "Constant:".
    pub(super) constant: f64,
    /// Mapping types.
    pub(super) mapping_type: f64,
    /// Words for "Apply this mapping".
    pub(super) apply: f64,
    /// Matching precedences.
    pub(super) matching: f64,
    /// Users and groups.
    pub(super) object: f64,
}

impl Scores {
    /// The share of names that only a target has.
    pub(super) const fn only_target(&self) -> f64 {
        self.target_alone
    }
}

/// The scores of every column.
pub(super) fn scores(rows: &[&GridRow], width: usize, kind: ObjectKind) -> Vec<Scores> {
    (0..width).map(|column| score(rows, column, kind)).collect()
}

fn score(rows: &[&GridRow], column: usize, kind: ObjectKind) -> Scores {
    let plan = Plan::default();
    let texts: Vec<&str> =
        rows.iter().map(|row| row.text(column)).filter(|text| !says_nothing(text)).take(LOOKED_AT).collect();
    if texts.is_empty() {
        return Scores::default();
    }
    let mut counts = Scores::default();
    for text in &texts {
        // Nobody names an attribute in a paragraph.
        let is_short = text.len() <= 300;
        let is_target = is_short && names::target(&plan, kind, text).is_ok();
        let read = source(&plan, kind, text, None).ok().flatten();
        let is_source = is_short
            && read.as_ref().is_some_and(|read| {
                matches!(read.value, MappingSource::Direct { .. }) && (read.certainty < Certainty::Guess || !is_target)
            });
        let mut add = |count: fn(&mut Scores) -> &mut f64, is: bool| *count(&mut counts) += f64::from(u8::from(is));
        add(|one| &mut one.target, is_target);
        add(|one| &mut one.source, is_source);
        add(|one| &mut one.target_alone, is_target && !is_source);
        add(
            |one| &mut one.expression,
            matches!(read.as_ref().map(|read| &read.value), Some(MappingSource::Expression { .. })),
        );
        add(
            |one| &mut one.constant,
            matches!(read.as_ref().map(|read| &read.value), Some(MappingSource::Constant { .. })),
        );
        add(|one| &mut one.mapping_type, mapping_type(text).is_ok());
        add(|one| &mut one.apply, flow_type(text).is_ok());
        add(
            |one| &mut one.matching,
            matches!(matching(text), Ok(Matching::At(_))) && text.chars().any(char::is_alphabetic),
        );
        add(|one| &mut one.object, object(text).is_some() && text.split_whitespace().count() <= 2);
    }
    #[allow(clippy::cast_precision_loss)] // at most 60
    let of = |count: f64| count / texts.len() as f64;
    Scores {
        target: of(counts.target),
        source: of(counts.source),
        target_alone: of(counts.target_alone),
        expression: of(counts.expression),
        constant: of(counts.constant),
        mapping_type: of(counts.mapping_type),
        apply: of(counts.apply),
        matching: of(counts.matching),
        object: of(counts.object),
    }
}
