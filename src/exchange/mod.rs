//! What comes in and goes out as files.

pub mod export;
// Two ways of equal weight read best side by side.
#[allow(clippy::single_match_else)]
pub mod graph_schema;
pub mod json;
pub mod plan_file;
