//! What a rule is, and what it reports.

use super::{Context, Diagnostic, Fix, Place};
use crate::expression::Severity;

/// One rule. The texts are its page in the app and in the reference.
pub struct Rule {
    /// The stable code.
    pub code: &'static str,
    /// The kebab name; it names the fault.
    pub name: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters: the symptom in Entra or Staffbase.
    pub why: &'static str,
    /// A faulty example.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// Document and section.
    pub source: &'static str,
    /// The check.
    pub check: fn(&Context<'_>, &mut Vec<Finding>),
}

/// What a check found; the rule adds the rest.
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

    pub(super) fn into_diagnostic(self, rule: &Rule) -> Diagnostic {
        Diagnostic {
            code: rule.code,
            rule: rule.name,
            severity: self.severity.unwrap_or(rule.severity),
            place: self.place,
            target: self.target,
            message: self.message,
            why: rule.why,
            remedy: rule.remedy,
            fixes: self.fixes,
            suppressed: None,
        }
    }
}
