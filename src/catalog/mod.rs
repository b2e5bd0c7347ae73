//! Facts as tables, each row with its source: the attributes of Entra, SCIM and Staffbase, locale codes, starter plans,
//! sample people and the steps of the guide.
//!
//! Only one answer here depends on a plan: whether a name is known ([`known_source`], [`known_target`]). A plan can define
//! further attributes.

mod capability;
mod default_mapping;
pub mod journey;
mod known;
mod locale;
mod nearest_locale;
mod sample_people;
mod source;
mod source_attribute;
mod spelling;
mod starter;
mod target_attribute;

pub use capability::Capability;
pub use default_mapping::{ACTIVE_EXPRESSION, default_group_mappings, default_user_mappings};
pub use known::{
    Known, core_qualified, is_directory_extension, is_extension_urn, is_sent_as_named, known_source, known_target,
    same_target,
};
pub use locale::{Locale, locale, locales};
pub use nearest_locale::nearest_locale;
pub use sample_people::sample_people;
pub use source::{Document, Source};
pub use source_attribute::{
    Availability, Identity, SourceAttribute, is_filterable, source_attribute, source_attributes,
};
pub use spelling::{Meant, Spelling, source_by_spelling, spelling_key, target_by_spelling};
pub use starter::{LOCALE_EXPRESSION, Starter};
pub use target_attribute::{InputType, Offered, StaffbaseField, TargetAttribute, target_attribute, target_attributes};
