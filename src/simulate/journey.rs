//! A simulation while it is being made, and what it comes to.

use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::json;

use super::staffbase::effects;
use super::{Flow, Reason, Request, Resolved, ScopeVerdict};
use crate::plan::ObjectKind;

/// One of the steps that Entra shows on demand (entra-docs, provision-on-demand).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDemandStep {
    /// Its name.
    pub title: &'static str,
    /// How it went.
    pub state: StepState,
    /// What it decided, and why.
    pub summary: String,
    /// What it saw, a line each.
    pub details: Vec<String>,
}

/// How a step went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Done; the next one follows.
    Done,
    /// The journey ends here without an error.
    Skipped,
    /// The journey ends here with an error.
    Failed,
}

/// What would happen to a person or a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Simulation {
    /// The steps as Entra shows them.
    pub steps: Vec<OnDemandStep>,
    /// The requests in order.
    pub requests: Vec<Request>,
    /// Why nothing more is sent, beginning with Entra's result code where there is one.
    pub skip: Option<String>,
    /// The target's id that a match found; Entra keeps it from then on.
    pub link: Option<String>,
    /// Every mapping with its value or the reason it has none, in the order of the table.
    pub resolved: Vec<Resolved>,
    /// The scope and what decided it; nothing where it was not asked.
    pub scope: Option<ScopeVerdict>,
    /// Who of a group is left out, with the reason.
    pub left_out: Vec<(String, String)>,
}

impl Simulation {
    /// The mappings that sent nothing, with the reason.
    pub fn did_not_flow(&self) -> impl Iterator<Item = (&Resolved, &Reason)> {
        self.resolved.iter().filter_map(|one| match &one.flow {
            Flow::DidNotFlow(reason) => Some((one, reason)),
            Flow::Value { .. } => None,
        })
    }

    pub(super) fn step(
        &mut self,
        title: &'static str,
        state: StepState,
        summary: impl Into<String>,
        details: Vec<String>,
    ) {
        self.steps.push(OnDemandStep { title, state, summary: summary.into(), details });
    }

    /// Ends the journey: nothing more is sent.
    pub(super) fn end(mut self, title: &'static str, state: StepState, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        self.step(title, state, reason.clone(), Vec::new());
        self.skip = Some(reason);
        self
    }

    /// Appends a request, with what the target makes of it.
    pub(super) fn send(&mut self, kind: ObjectKind, mut request: Request) {
        request.notes.extend(effects(kind, &request));
        self.requests.push(request);
    }
}

/// The sequence as the headless command prints it: the requests, and the reason where nothing is sent.
impl Serialize for Simulation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for request in &self.requests {
            sequence.serialize_element(request)?;
        }
        if let Some(reason) = &self.skip {
            sequence.serialize_element(&json!({"step": "skip", "note": reason}))?;
        }
        sequence.end()
    }
}
