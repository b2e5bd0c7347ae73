//! Everything derived from a plan.

pub mod checklist;
