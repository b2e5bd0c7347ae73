//! Rules about the source of a mapping. Each rule is one file, and its line below registers it.

family! {
    'A', "Attribute mappings":
    changes_not_sent,
    default_never_applies,
    default_only_at_creation,
    expression_copies_attribute,
    function_not_for_applications,
    nothing_flows,
    role_direct,
    role_only_added,
    role_with_sync_all,
    roles_into_one_value,
    source_not_available,
    unknown_source,
    value_differs_every_time,
}
