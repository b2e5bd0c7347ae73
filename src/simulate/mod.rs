//! What Entra would send, and why (entra-docs, use-scim-to-provision-users-and-groups and how-provisioning-works).
//!
//! For now the way of a person who is not linked yet: match, then create.

mod attributes;
mod body;
mod certainty;
mod create;
mod match_request;
mod on_demand;
mod request;
mod resolve;

pub use attributes::PersonAttributes;
pub use body::{Body, BodyLine, Node};
pub use certainty::Certainty;
pub use match_request::{encode_query_value, filter_literal};
pub use on_demand::{OnDemandStep, Simulation, StepState, preview};
pub use request::{Method, Request, Step};
pub use resolve::{Flow, Reason, Resolved, resolve_value};
