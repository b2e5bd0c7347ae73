//! The registry.

mod connection;
mod deprovisioning;
mod locale;
mod matching;
mod source;
mod target;

use super::Rule;

/// All rules, by code.
pub static RULES: &[&Rule] = &[
    &source::unknown_source::UNKNOWN_SOURCE,
    &connection::tenant_url::TENANT_URL,
    &deprovisioning::active_missing::ACTIVE_MISSING,
    &deprovisioning::active_wrong::ACTIVE_WRONG,
    &deprovisioning::active_only_during_creation::ACTIVE_ONLY_DURING_CREATION,
    &locale::locale_unknown::LOCALE_UNKNOWN,
    &locale::locale_always::LOCALE_ALWAYS,
    &matching::external_id_not_first::EXTERNAL_ID_NOT_FIRST,
    &matching::external_id_from_mail_nickname::EXTERNAL_ID_FROM_MAIL_NICKNAME,
    &matching::matching_precedence_repeated::MATCHING_PRECEDENCE_REPEATED,
    &target::duplicate_target::DUPLICATE_TARGET,
    &target::unknown_target::UNKNOWN_TARGET,
    &target::user_name_missing::USER_NAME_MISSING,
    &target::target_not_read::TARGET_NOT_READ,
];
