//! What a rule is.

use super::{ClauseAt, Context, Finding, Row};
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
