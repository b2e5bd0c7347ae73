//! Graph's synchronizationSchema, which an admin downloads with "Review your schema". This module reads it into a plan
//! and writes it back (Graph documentation, resources `synchronization-*`, v1.0 and beta; real exports). Only this module
//! knows its names.
//!
//! A plan keeps only its own fields and the names around each object mapping. Everything else stays in the tenant's
//! schema: [`merge`] writes a plan into it and changes only what differs.

mod attribute_definition;
mod attribute_mapping;
mod described;
mod error;
mod fingerprint;
mod flow_types;
mod import;
mod merge;
mod needed_attribute;
mod note;
mod offers;
mod parameter_key;
mod place;
#[cfg(test)]
mod properties;
mod recognition;
mod report;
mod scope;
mod skeleton;
mod source_reading;
mod source_tree;
mod source_writing;
mod survey;
mod unknown_members;

pub(in crate::exchange) use attribute_definition::lone_definition;
pub(in crate::exchange) use attribute_mapping::lone_mapping;
pub use error::ImportError;
pub use fingerprint::{canonical, fingerprint};
pub use import::{Choice, Imported, import};
pub use merge::{Merged, kind_caution, merge};
pub use needed_attribute::needed as needed_attributes;
pub use note::{LeftOut, Note};
pub use offers::{Offer, offers};
pub use place::placed_at;
pub use recognition::Form;
pub use report::{ImportOption, ImportReport, read_report};
pub use skeleton::{SKELETON_NOTE, skeleton};
pub use survey::{Direction, MappingEntry, RuleEntry, SchemaEntry, Survey, survey};

/// The name of the source directory. Exports after Entra's change of name still have it.
const ENTRA_DIRECTORY: &str = "Azure Active Directory";
/// The name of the target directory of an application that is not in the gallery.
const SCIM_DIRECTORY: &str = "customappsso";
