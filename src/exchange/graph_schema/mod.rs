//! Graph's synchronizationSchema: what an admin downloads with "Review your schema", read into a plan and written back
//! (Graph documentation, resources `synchronization-*`, v1.0 and beta; real exports). The only place that knows its
//! wire names.
//!
//! A plan keeps what the domain models and the names around each object mapping. Everything else survives only in the
//! tenant's own file: [`merge`] writes a plan into it and touches nothing but what differs.

mod attribute_definition;
mod attribute_mapping;
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
mod scope;
mod skeleton;
mod source_reading;
mod source_tree;
mod source_writing;
mod survey;

pub use error::ImportError;
pub use fingerprint::{canonical, fingerprint};
pub use import::{Choice, Imported, import};
pub use merge::{Merged, merge};
pub use note::Note;
pub use offers::{Offer, offers};
pub use recognition::Form;
pub use skeleton::{SKELETON_NOTE, skeleton};
pub use survey::{Direction, MappingEntry, RuleEntry, SchemaEntry, Survey, survey};

/// The source directory's name, also in exports made after the rename.
const ENTRA_DIRECTORY: &str = "Azure Active Directory";
/// The target directory of an application that is not in the gallery.
const SCIM_DIRECTORY: &str = "customappsso";
