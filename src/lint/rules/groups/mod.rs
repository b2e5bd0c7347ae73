//! Rules of this family, one a file.

pub(super) mod group_identifier_missing;
pub(super) mod group_members_missing;
pub(super) mod group_name_missing;
pub(super) mod group_not_matching;
