//! Rules of this family, one a file.

pub(super) mod changes_not_sent;
pub(super) mod default_only_at_creation;
pub(super) mod expression_copies_attribute;
pub(super) mod function_not_for_applications;
pub(super) mod nothing_flows;
pub(super) mod role_direct;
pub(super) mod role_only_added;
pub(super) mod role_with_sync_all;
pub(super) mod roles_into_one_value;
pub(super) mod source_not_available;
pub(super) mod unknown_source;
pub(super) mod value_differs_every_time;
