//! Facts as tables, each row with its source: the attributes of Entra and SCIM, the applications (target profiles), locale
//! codes, starter plans, sample people and the steps to go-live.
//!
//! Two answers here depend on a plan: whether a name is known ([`known_source`], [`known_target`]), because a plan can
//! define further attributes, and what its application is ([`profile_of`]).

mod capability;
mod default_mapping;
mod extension_name;
pub mod journey;
mod known;
mod list_entry;
mod locale;
mod nearest_locale;
pub mod people_form;
mod sample_people;
mod short_name;
mod source;
mod source_attribute;
mod spelling;
mod starter;
mod target_attribute;
mod target_profile;

pub use capability::Capability;
pub use default_mapping::{ACTIVE_EXPRESSION, default_group_mappings, default_user_mappings};
pub use extension_name::extension_name;
pub use known::{
    Known, core_qualified, is_directory_extension, is_extension_urn, is_sent_as_named, known_source, known_target,
    same_target,
};
pub use list_entry::{ListRefusal, attribute_to_add, locale_to_add};
pub use locale::{Locale, locale, locales};
pub use nearest_locale::nearest_locale;
pub use sample_people::sample_people;
pub use short_name::short_name;
pub use source::{Document, Source};
pub use source_attribute::{
    Availability, Identity, SourceAttribute, is_filterable, source_attribute, source_attributes,
};
pub use spelling::{Meant, Spelling, source_by_spelling, spelling_key, target_by_spelling};
pub use starter::{LOCALE_EXPRESSION, Starter};
pub use target_attribute::{Offered, TargetAttribute, target_attribute, target_attributes};
pub use target_profile::{
    CUSTOM, CustomField, Describes, Description, Evidence, Fills, InputType, Listed, Moment, PROFILES,
    ProfileAttribute, Recognised, Signs, TargetProfile, Words, described, listed_targets, profile,
    profile_for_description, profile_of, profile_of_description, profile_signs, recognise_profile,
};
