//! Rules of this family, one a file.

pub(super) mod active_missing;
pub(super) mod active_only_during_creation;
pub(super) mod active_wrong;
