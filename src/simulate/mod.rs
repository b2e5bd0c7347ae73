//! What Entra would send, and why (entra-docs, use-scim-to-provision-users-and-groups and how-provisioning-works).
//!
//! [`simulate`] is the front door: a [`Situation`] in, a [`Simulation`] out, with the steps as Entra shows them on demand,
//! the requests, and for every mapping its value or the reason it has none. What is not documented says so.

mod also_seen;
mod attributes;
mod body;
mod certainty;
mod comparison;
mod create;
mod deviation;
mod difference;
mod event;
mod groups;
mod journey;
mod manager_request;
mod match_request;
mod matching;
mod on_demand;
mod patch;
mod reference;
mod rehearsal;
mod request;
mod resolve;
mod roles;
mod scope;
mod situation;
mod staffbase;
mod timeline;
mod users;
pub mod wire;

pub use also_seen::{ALSO_SEEN, AlsoSeen, also_seen};
pub use attributes::PersonAttributes;
pub use body::{Body, BodyLine, Node};
pub use certainty::Certainty;
pub use deviation::Deviation;
pub use event::Event;
pub use groups::{GroupSituation, simulate_group};
pub use journey::{OnDemandStep, Simulation, StepState};
pub use match_request::{encode_query_value, filter_literal};
pub use on_demand::preview;
pub use rehearsal::{Rehearsal, rehearse};
pub use request::{Effect, Method, Request, Step};
pub use resolve::{Flow, Reason, Resolved, resolve_value};
pub use scope::{
    ClauseVerdict, FilterVerdict, Operand, OperatorFacts, ScopeVerdict, Verdict, clause_reading, filters_reading,
    judge_scope, operator_facts,
};
pub use situation::Situation;
pub use timeline::{Cycle, PersonInCycle, ValueChange, next_cycle, what_would_change};
pub use users::simulate;
