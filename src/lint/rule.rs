//! What a rule is.

use super::{ClauseAt, Context, Finding, Judgement, Row};
use crate::catalog::{Capability, TargetProfile, described, profile_of};
use crate::expression::Severity;
use crate::plan::Plan;

/// One rule with all its facts. The texts are its page in the app and in the reference. The words of the target profile
/// take the place of `{application}` and similar words in them.
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
    /// Document and section. Empty where only the application's documentation says so: the target profile names it.
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
    /// The rule is about applications that describe their attributes (RFC 7643 section 7).
    DescribedTargets,
}

impl HoldsFor {
    /// Whether the rule is about the application of this plan.
    pub fn includes(self, plan: &Plan) -> bool {
        match self {
            Self::EveryTarget => true,
            Self::TargetsWith(capability) => profile_of(plan).has(capability),
            Self::DescribedTargets => !described(plan).is_empty(),
        }
    }
}

impl Rule {
    /// Its documents, those of the application included.
    pub fn sources(&self, profile: &TargetProfile) -> String {
        let own = match self.holds_for {
            HoldsFor::TargetsWith(capability) if capability != Capability::Scim => profile.source_of(capability),
            _ => "",
        };
        [self.source, own].into_iter().filter(|source| !source.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// The check of a rule. The variant says how far the rule looks, and so when it must look again.
#[derive(Clone, Copy)]
pub enum Check {
    /// It looks at one attribute mapping at a time, with settings, definitions and people. After an edit of mappings
    /// it looks at the edited ones.
    Mapping(fn(&Row<'_>, &mut Vec<Finding>)),
    /// The same for mappings of users.
    UserMapping(fn(&Row<'_>, &mut Vec<Finding>)),
    /// It looks at one clause of a scoping filter at a time. After an edit of mappings it need not look again.
    Clause(fn(&ClauseAt<'_>, &mut Vec<Finding>)),
    /// It looks at everything but the attribute mappings. After an edit of mappings it need not look again.
    Settings(fn(&Context<'_>, &mut Vec<Finding>)),
    /// It looks at one mapping of users at a time with the sample people. In a rehearsal, the judgement is about everybody.
    People(fn(&Row<'_>, &mut Vec<Finding>), Judgement),
    /// It needs all people, which only a rehearsal has.
    Rehearsal(Judgement),
    /// It compares mappings with each other, or looks for one that is missing. It looks again after every edit.
    Plan(fn(&Context<'_>, &mut Vec<Finding>)),
}

impl Check {
    /// What it judges in a rehearsal.
    pub const fn judgement(&self) -> Option<&Judgement> {
        match self {
            Self::People(_, judgement) | Self::Rehearsal(judgement) => Some(judgement),
            _ => None,
        }
    }
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
