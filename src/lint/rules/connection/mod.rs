//! Rules of this family, one a file.

pub(super) mod compliant_patch_on_demand;
pub(super) mod default_domain_unset;
pub(super) mod default_domain_wrong;
pub(super) mod deletion_threshold_zero;
pub(super) mod notification_email_wrong;
pub(super) mod target_not_scim;
pub(super) mod tenant_url;
