//! Rules of this family, one a file.

pub(super) mod scope_attribute_not_filterable;
pub(super) mod scope_attribute_unknown;
pub(super) mod scope_contradiction;
pub(super) mod scope_everyone;
pub(super) mod scope_filter_empty;
pub(super) mod scope_matches_nobody;
pub(super) mod scope_negation_drops_empty;
pub(super) mod scope_number_expected;
pub(super) mod scope_operator_unknown;
pub(super) mod scope_pattern_not_anchored;
pub(super) mod scope_value_missing;
