//! Where an object mapping came from in a synchronization schema, to find its place again when it is written back.

use serde::{Deserialize, Serialize};

/// The names around an object mapping in Graph's synchronizationSchema. What the file did not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GraphPlace {
    /// The template's id, where the file was a list of templates.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// `synchronizationRules[].name`.
    pub rule: String,
    /// `objectMappings[].name`.
    pub object_mapping: String,
    /// `sourceDirectoryName`.
    pub source_directory: String,
    /// `targetDirectoryName`.
    pub target_directory: String,
    /// `sourceObjectName`.
    pub source_object: String,
    /// `targetObjectName`.
    pub target_object: String,
    /// Whether the file did not list the attributes of the source object, so that an unknown name may be right.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub source_unlisted: bool,
    /// Whether the schema had no directories. Saving such a schema in Entra deletes the job's attribute definitions.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub lacks_directories: bool,
}
