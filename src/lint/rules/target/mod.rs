//! Rules of this family, one a file.

pub(super) mod duplicate_target;
pub(super) mod target_not_read;
pub(super) mod unknown_target;
pub(super) mod user_name_missing;
