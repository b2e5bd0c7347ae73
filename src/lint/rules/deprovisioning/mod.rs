//! Rules of this family, one a file.

pub(super) mod active_missing;
pub(super) mod active_only_during_creation;
pub(super) mod active_wrong;
pub(super) mod create_off;
pub(super) mod delete_off;
pub(super) mod update_off;
pub(super) mod users_off;
