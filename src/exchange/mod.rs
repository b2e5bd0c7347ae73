//! Reading and writing files.

pub mod compare;
mod document;
pub mod export;
mod file_stem;
// Two ways of equal weight read best side by side.
#[allow(clippy::single_match_else)]
pub mod graph_schema;
mod mapping_columns;
mod opening;
pub mod plan_file;
pub mod scim_schemas;
pub mod share_link;
pub mod tables;

pub use crate::json;
pub use file_stem::file_stem;
pub use opening::{OpenError, Opened, ReadPlan, open, open_as, read_plan};
