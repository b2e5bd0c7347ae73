//! What Entra would send, and why (entra-docs, use-scim-to-provision-users-and-groups and how-provisioning-works).
//!
//! [`simulate`] is the only entry point: a [`Situation`] in, a [`Simulation`] out, with the steps of Provision on
//! demand, the requests, and for every mapping its value or the reason why it sends none. The screen, the command and
//! the documents use it. [`next_cycle`] runs whole cycles through the same `pipeline`. What is not documented is
//! marked.

mod act;
mod also_seen;
mod attributes;
mod body;
mod case;
mod certainty;
mod comparison;
mod create;
mod deviation;
mod difference;
mod effects;
mod event;
mod first_cycle;
mod manager_request;
mod match_request;
mod matching;
mod members_request;
mod patch;
mod pipeline;
mod prepared;
mod presumption;
mod reason;
mod recycle_bin;
mod reference;
mod request;
mod request_text;
mod resolve;
mod roles;
mod scope;
mod simulation;
mod situation;
mod source_object;
mod strict;
mod target_index;
mod target_path;
mod timeline;
pub mod wire;

pub use also_seen::{ALSO_SEEN, AlsoSeen, also_seen};
pub use attributes::PersonAttributes;
pub use body::{Body, BodyLine, Node};
pub use case::counts_as_soft_deleted;
pub use certainty::Certainty;
pub use deviation::Deviation;
pub use event::Event;
pub use first_cycle::{FirstCycle, Match, first_cycle};
pub use match_request::{encode_query_value, filter_literal};
pub use prepared::{PreparedMapping, Sent, Yield};
pub use reason::Reason;
pub use request::{Effect, Method, OtherForm, Request, Step};
pub use request_text::{RequestText, RequestValue, RequestValues, push_json_text};
pub use resolve::{Flow, Resolved, environment, resolve_value};
pub use scope::{
    ClauseVerdict, FilterVerdict, Operand, OperatorFacts, ScopeVerdict, Verdict, clause_reading, filters_reading,
    judge_scope, operator_facts, scope_verdict,
};
pub use simulation::{OnDemandStep, Simulation, StepState};
pub use situation::Situation;
pub use source_object::SourceObject;
pub use strict::{misfit, misfit_of_filter, required};
pub use target_index::TargetIndex;
pub use timeline::{Cycle, PersonInCycle, ValueChange, next_cycle, what_would_change};

/// Simulates what Entra would send for a person or a group, and why.
///
/// Every caller gets the same answer, because these assumptions are made only here:
///
/// - **What happened.** Without an event, an object of which the last cycle is known was updated, and any other object is
///   met for the first time ([`Event::Create`]).
/// - **A create** keeps the object's state. Entra first asks the target, by the matching attributes: one match is linked
///   and updated, no match is created. A missing target counts as empty.
/// - **Every other event** presumes that Entra has linked the object. A restore makes the person assigned and active; a
///   disable and a delete take access away; an update keeps the state. The scope is evaluated after that, and
///   decides: see `pipeline`.
/// - **What a linked object has at the target** is, in this order: the resource given as its own; the one that its link or
///   its matching values find in the given target, now or in the last cycle; what this plan created from the last cycle,
///   when that is given. Otherwise nothing is known: the id is `{id}`, an update sends every value as an addition, and
///   a disable or restore sends the values that depend on `IsSoftDeleted`.
/// - **The flag** `aadOptscim062020` works in a cycle and has no effect on demand. A cycle is presumed unless
///   [`Situation::on_demand`] is asked for.
pub fn simulate(situation: &Situation<'_>) -> Simulation {
    pipeline::run(situation, presumption::presumed(situation).as_ref())
}

#[cfg(test)]
mod tests;
