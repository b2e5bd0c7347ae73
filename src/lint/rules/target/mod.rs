//! Rules of this family, one a file.

pub(super) mod boolean_expected;
pub(super) mod custom_attribute_name;
pub(super) mod custom_attribute_not_simple;
pub(super) mod duplicate_target;
pub(super) mod entitlements_mapped;
pub(super) mod id_mapped;
pub(super) mod manager_value_path;
pub(super) mod reference_as_text;
pub(super) mod reference_expected;
pub(super) mod several_values_into_one;
pub(super) mod target_not_read;
pub(super) mod unknown_target;
pub(super) mod user_name_missing;
