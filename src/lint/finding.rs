//! What the check of a rule reports.

use super::{Fix, Place};
use crate::expression::Severity;
use crate::text::Span;

/// What a check found. The rule adds the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// The target attribute concerned.
    pub target: Option<String>,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Repairs.
    pub fixes: Vec<Fix>,
    /// A severity other than the rule's.
    pub severity: Option<Severity>,
}

impl Finding {
    /// A finding without a repair.
    pub fn new(place: Place, target: Option<&str>, message: impl Into<String>) -> Self {
        Self { place, target: target.map(str::to_owned), message: message.into(), fixes: Vec::new(), severity: None }
    }

    /// The same with a repair.
    #[must_use]
    pub fn fixed_by(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn as_severe_as(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The same at a piece of the field's text.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.place = self.place.at(span);
        self
    }
}
