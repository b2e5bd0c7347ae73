//! What comes in and goes out as files.

pub mod export;
pub mod graph_schema;
pub mod json;
pub mod plan_file;
