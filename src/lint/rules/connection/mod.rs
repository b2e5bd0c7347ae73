//! Rules about connection and settings. Each rule is one file, and its line below registers it.

family! {
    'C', "Connection and settings":
    compliant_patch_on_demand,
    default_domain_unset,
    default_domain_wrong,
    deletion_threshold_zero,
    endpoint_address,
    notification_email_wrong,
    schema_without_directories,
    target_not_scim,
    tenant_url,
}
