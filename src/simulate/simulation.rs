//! The result of a simulation: steps, requests, and the reason for everything that is not sent.

use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::json;

use super::{Flow, Reason, Request, Resolved, ScopeVerdict};

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
    /// Passed. The next step follows.
    Done,
    /// Nothing more happens, and nothing is wrong.
    Skipped,
    /// Not passed: an error, or an object out of scope. Only what takes access away may follow.
    Failed,
}

impl StepState {
    /// The word beside the step, and its state in the stylesheet.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Skipped => "skipped",
            Self::Failed => "failed",
        }
    }
}

/// What would happen to a person or a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Simulation {
    /// The steps as Entra shows them.
    pub steps: Vec<OnDemandStep>,
    /// The requests in order.
    pub requests: Vec<Request>,
    /// Why nothing more is sent. It begins with Entra's result code when there is one.
    pub skip: Option<String>,
    /// Whether Entra reports an error: no matching value, several matches, or a scoping filter that fails.
    pub failed: bool,
    /// The target's id that a match found; Entra keeps it from then on.
    pub link: Option<String>,
    /// Every mapping with its value, or the reason why it sends none, in the order of the table.
    pub resolved: Vec<Resolved>,
    /// The scope and what decided it; nothing when the plan has no mapping of the kind.
    pub scope: Option<ScopeVerdict>,
    /// The members of a group that are left out, with the reason.
    pub left_out: Vec<(String, String)>,
}

impl Simulation {
    /// The steps with what they saw, the mappings that sent nothing, and the members left out: a line each, as the headless
    /// command prints them beside the requests.
    pub fn reasons(&self) -> Vec<String> {
        let step = |step: &OnDemandStep| {
            let first = format!("{} ({}): {}", step.title, step.state.label(), step.summary);
            // What the import read is what the caller gave.
            let details = step.details.iter().filter(|_| step.title != "Import");
            std::iter::once(first).chain(details.map(|line| format!("  {line}"))).collect::<Vec<_>>()
        };
        let not_sent = self.did_not_flow().map(|(one, reason)| format!("{} is not sent: {reason}", one.target));
        let left_out = self.left_out.iter().map(|(who, why)| format!("{who} is left out: {why}"));
        self.steps.iter().flat_map(step).chain(not_sent).chain(left_out).collect()
    }

    /// The mappings that sent nothing, with the reason. Requests without a body, such as a deletion, miss no value.
    pub fn did_not_flow(&self) -> impl Iterator<Item = (&Resolved, &Reason)> {
        let has_values = self.requests.is_empty() || self.requests.iter().any(|request| request.body.is_some());
        self.resolved.iter().filter(move |_| has_values).filter_map(|one| match &one.flow {
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

    /// Ends the way: nothing more is sent.
    pub(super) fn end<T>(&mut self, title: &'static str, state: StepState, reason: impl Into<String>) -> Option<T> {
        self.end_with(title, state, reason, Vec::new())
    }

    /// Ends the way, with what the step saw.
    pub(super) fn end_with<T>(
        &mut self,
        title: &'static str,
        state: StepState,
        reason: impl Into<String>,
        details: Vec<String>,
    ) -> Option<T> {
        let reason = reason.into();
        self.step(title, state, reason.clone(), details);
        self.skip = Some(reason);
        None
    }

    /// Ends the way with an error.
    pub(super) fn fail<T>(
        &mut self,
        title: &'static str,
        reason: impl Into<String>,
        details: Vec<String>,
    ) -> Option<T> {
        self.failed = true;
        self.end_with(title, StepState::Failed, reason, details)
    }

    /// Appends a request.
    pub(super) fn send(&mut self, request: Request) {
        self.requests.push(request);
    }
}

/// The sequence as the headless command prints it: the requests, and the reason when nothing more is sent.
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
