//! What a rule is, and what it reports.

use super::{ClauseAt, Context, Diagnostic, Fix, Place, Row};
use crate::catalog::Capability;
use crate::expression::Severity;
use crate::plan::TargetKind;

/// One rule with all its facts. The texts are its page in the app and in the reference.
pub struct Rule {
    /// The stable code.
    pub code: &'static str,
    /// The kebab name. It names the fault.
    pub name: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// The applications that it is about.
    pub holds_for: HoldsFor,
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters: the symptom in Entra or in the application.
    pub why: &'static str,
    /// A faulty example.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// Document and section.
    pub source: &'static str,
    /// The check, with how far it looks.
    pub check: Check,
}

/// The applications that a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldsFor {
    /// The rule is about Microsoft Entra ID alone.
    EveryTarget,
    /// The rule is about applications with this capability.
    TargetsWith(Capability),
}

impl HoldsFor {
    /// Whether the rule is about an application of this kind.
    pub const fn includes(self, target: TargetKind) -> bool {
        match self {
            Self::EveryTarget => true,
            Self::TargetsWith(capability) => capability.of(target),
        }
    }
}

/// The check of a rule. The variant says how far the rule looks, and so when it must look again.
#[derive(Clone, Copy)]
pub enum Check {
    /// It looks at one attribute mapping at a time, beside settings, definitions and people. After an edit of mappings
    /// it looks at the edited ones.
    Mapping(fn(&Row<'_>, &mut Vec<Finding>)),
    /// The same for mappings of users.
    UserMapping(fn(&Row<'_>, &mut Vec<Finding>)),
    /// It looks at one clause of a scoping filter at a time. After an edit of mappings it need not look again.
    Clause(fn(&ClauseAt<'_>, &mut Vec<Finding>)),
    /// It looks at everything but the attribute mappings. After an edit of mappings it need not look again.
    Settings(fn(&Context<'_>, &mut Vec<Finding>)),
    /// It compares mappings with each other, or looks for one that is missing. It looks again after every edit.
    Plan(fn(&Context<'_>, &mut Vec<Finding>)),
}

/// Rules that belong together. Their codes share a letter.
pub struct Family {
    /// The first letter of the codes.
    pub letter: char,
    /// The heading.
    pub title: &'static str,
    /// The rules.
    pub rules: &'static [&'static Rule],
}

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
    pub fn at(mut self, span: crate::text::Span) -> Self {
        self.place = self.place.at(span);
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
