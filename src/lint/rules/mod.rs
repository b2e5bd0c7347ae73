//! The registry.

mod connection;
mod deprovisioning;
mod groups;
mod locale;
mod matching;
mod people;
mod scoping;
mod source;
mod target;

use super::Rule;

/// All rules, by code.
pub static RULES: &[&Rule] = &[
    &source::unknown_source::UNKNOWN_SOURCE,
    &source::source_not_available::SOURCE_NOT_AVAILABLE,
    &source::role_direct::ROLE_DIRECT,
    &source::role_with_sync_all::ROLE_WITH_SYNC_ALL,
    &source::default_only_at_creation::DEFAULT_ONLY_AT_CREATION,
    &source::changes_not_sent::CHANGES_NOT_SENT,
    &source::nothing_flows::NOTHING_FLOWS,
    &source::expression_copies_attribute::EXPRESSION_COPIES_ATTRIBUTE,
    &connection::tenant_url::TENANT_URL,
    &connection::compliant_patch_on_demand::COMPLIANT_PATCH_ON_DEMAND,
    &connection::notification_email_wrong::NOTIFICATION_EMAIL_WRONG,
    &connection::default_domain_wrong::DEFAULT_DOMAIN_WRONG,
    &connection::default_domain_unset::DEFAULT_DOMAIN_UNSET,
    &connection::deletion_threshold_zero::DELETION_THRESHOLD_ZERO,
    &deprovisioning::active_missing::ACTIVE_MISSING,
    &deprovisioning::active_wrong::ACTIVE_WRONG,
    &deprovisioning::active_only_during_creation::ACTIVE_ONLY_DURING_CREATION,
    &deprovisioning::update_off::UPDATE_OFF,
    &deprovisioning::delete_off::DELETE_OFF,
    &deprovisioning::create_off::CREATE_OFF,
    &deprovisioning::users_off::USERS_OFF,
    &groups::group_not_matching::GROUP_NOT_MATCHING,
    &groups::group_members_missing::GROUP_MEMBERS_MISSING,
    &groups::group_name_missing::GROUP_NAME_MISSING,
    &groups::group_identifier_missing::GROUP_IDENTIFIER_MISSING,
    &locale::locale_unknown::LOCALE_UNKNOWN,
    &locale::locale_always::LOCALE_ALWAYS,
    &locale::locale_direct::LOCALE_DIRECT,
    &locale::locale_plain_replace::LOCALE_PLAIN_REPLACE,
    &locale::locale_rare::LOCALE_RARE,
    &matching::external_id_not_first::EXTERNAL_ID_NOT_FIRST,
    &matching::external_id_from_mail_nickname::EXTERNAL_ID_FROM_MAIL_NICKNAME,
    &matching::matching_precedence_repeated::MATCHING_PRECEDENCE_REPEATED,
    &matching::matching_target_unfit::MATCHING_TARGET_UNFIT,
    &matching::matching_on_constant::MATCHING_ON_CONSTANT,
    &matching::matching_precedence_gap::MATCHING_PRECEDENCE_GAP,
    &matching::external_id_may_change::EXTERNAL_ID_MAY_CHANGE,
    &matching::external_id_constant::EXTERNAL_ID_CONSTANT,
    &matching::external_id_only_during_creation::EXTERNAL_ID_ONLY_DURING_CREATION,
    &matching::matching_not_documented::MATCHING_NOT_DOCUMENTED,
    &matching::matching_too_many::MATCHING_TOO_MANY,
    &matching::matching_source_not_unique::MATCHING_SOURCE_NOT_UNIQUE,
    &matching::sign_in_identifier_differs::SIGN_IN_IDENTIFIER_DIFFERS,
    &people::identifier_repeated::IDENTIFIER_REPEATED,
    &people::identifier_empty::IDENTIFIER_EMPTY,
    &people::identifier_white_space::IDENTIFIER_WHITE_SPACE,
    &people::email_refused::EMAIL_REFUSED,
    &people::phone_with_letters::PHONE_WITH_LETTERS,
    &people::matching_special_characters::MATCHING_SPECIAL_CHARACTERS,
    &people::no_primary_email::NO_PRIMARY_EMAIL,
    &scoping::scope_attribute_not_filterable::SCOPE_ATTRIBUTE_NOT_FILTERABLE,
    &scoping::scope_attribute_unknown::SCOPE_ATTRIBUTE_UNKNOWN,
    &scoping::scope_operator_unknown::SCOPE_OPERATOR_UNKNOWN,
    &scoping::scope_value_missing::SCOPE_VALUE_MISSING,
    &scoping::scope_number_expected::SCOPE_NUMBER_EXPECTED,
    &scoping::scope_negation_drops_empty::SCOPE_NEGATION_DROPS_EMPTY,
    &scoping::scope_pattern_not_anchored::SCOPE_PATTERN_NOT_ANCHORED,
    &scoping::scope_contradiction::SCOPE_CONTRADICTION,
    &scoping::scope_everyone::SCOPE_EVERYONE,
    &scoping::scope_filter_empty::SCOPE_FILTER_EMPTY,
    &target::duplicate_target::DUPLICATE_TARGET,
    &target::unknown_target::UNKNOWN_TARGET,
    &target::user_name_missing::USER_NAME_MISSING,
    &target::target_not_read::TARGET_NOT_READ,
    &target::id_mapped::ID_MAPPED,
    &target::several_values_into_one::SEVERAL_VALUES_INTO_ONE,
    &target::reference_expected::REFERENCE_EXPECTED,
    &target::reference_as_text::REFERENCE_AS_TEXT,
    &target::custom_attribute_name::CUSTOM_ATTRIBUTE_NAME,
    &target::custom_attribute_not_simple::CUSTOM_ATTRIBUTE_NOT_SIMPLE,
    &target::boolean_expected::BOOLEAN_EXPECTED,
];
