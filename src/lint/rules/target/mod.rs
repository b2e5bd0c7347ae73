//! Rules about target attributes. Each rule is one file, and its line below registers it.

family! {
    'T', "Targets and SCIM":
    boolean_expected,
    custom_attribute_name,
    custom_attribute_not_simple,
    described_canonical,
    described_read_only,
    described_required,
    described_single,
    described_type,
    duplicate_target,
    entitlements_mapped,
    extension_not_in_schemas,
    id_mapped,
    manager_value_path,
    reference_as_text,
    reference_expected,
    several_values_into_one,
    target_not_read,
    unknown_target,
    user_name_missing,
}
