//! The consequences of another target profile: rules that start or stop applying, and steps that appear or go.

use std::collections::BTreeSet;

use crate::catalog::{TargetProfile, profile_of};
use crate::lint::rules;
use crate::plan::Plan;
use crate::text::counted;

use super::checklist::checklist;

/// The consequences of another profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileChange {
    /// Codes of rules that start applying.
    pub rules_begin: Vec<&'static str>,
    /// Codes of rules that no longer hold.
    pub rules_stop: Vec<&'static str>,
    /// Titles of the parts of the checklist that appear.
    pub parts_appear: Vec<&'static str>,
    /// Titles of the parts that go.
    pub parts_go: Vec<&'static str>,
    /// The number of steps that appear.
    pub steps_appear: usize,
    /// The number of steps that go. Their ticks and notes stay in the plan.
    pub steps_go: usize,
}

/// What follows when the plan gets this profile.
pub fn profile_change(plan: &Plan, to: &TargetProfile) -> ProfileChange {
    let changed = Plan { target_profile: to.plan_id(), ..plan.clone() };
    let holds = |plan: &Plan| -> BTreeSet<&'static str> {
        rules().filter(|rule| rule.holds_for.includes(plan)).map(|rule| rule.code).collect()
    };
    let (before, after) = (holds(plan), holds(&changed));
    let (list_before, list_after) = (checklist(plan), checklist(&changed));
    let parts = |list: &super::checklist::Checklist| -> Vec<&'static str> {
        list.phases.iter().map(|phase| phase.title).collect()
    };
    let (parts_before, parts_after) = (parts(&list_before), parts(&list_after));
    let steps_before: BTreeSet<_> = list_before.steps().map(|step| step.id.as_str()).collect();
    let steps_after: BTreeSet<_> = list_after.steps().map(|step| step.id.as_str()).collect();
    ProfileChange {
        rules_begin: after.difference(&before).copied().collect(),
        rules_stop: before.difference(&after).copied().collect(),
        parts_appear: parts_after.iter().copied().filter(|one| !parts_before.contains(one)).collect(),
        parts_go: parts_before.iter().copied().filter(|one| !parts_after.contains(one)).collect(),
        steps_appear: steps_after.difference(&steps_before).count(),
        steps_go: steps_before.difference(&steps_after).count(),
    }
}

impl ProfileChange {
    /// The consequences in sentences.
    pub fn sentences(&self, plan: &Plan, to: &TargetProfile) -> String {
        let mut sentences = Vec::new();
        let mut say = |codes: &[&str], what: &str| {
            if !codes.is_empty() {
                sentences.push(format!("{} {what}: {}.", counted(codes.len(), "rule"), listed(codes)));
            }
        };
        say(&self.rules_begin, "will apply that did not apply before");
        say(&self.rules_stop, "will no longer apply");
        let mut steps = Vec::new();
        if self.steps_appear > 0 {
            steps.push(format!("gets {}{}", counted(self.steps_appear, "step"), within(&self.parts_appear)));
        }
        if self.steps_go > 0 {
            steps.push(format!("loses {}{}", counted(self.steps_go, "step"), within(&self.parts_go)));
        }
        if !steps.is_empty() {
            sentences.push(format!("The checklist {}.", steps.join(" and ")));
        }
        let (from, to) = (profile_of(plan).words.application, to.words.application);
        if from != to {
            sentences.push(format!("Documents and the preview will name {to} instead of {from}."));
        }
        if sentences.is_empty() {
            sentences.push("Checks, checklist and documents stay the same.".to_owned());
        }
        sentences.join(" ")
    }
}

fn listed(codes: &[&str]) -> String {
    const MOST: usize = 12;
    let more = codes.len().saturating_sub(MOST);
    let first = codes.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    if more == 0 { first } else { format!("{first} and {more} more") }
}

fn within(parts: &[&str]) -> String {
    if parts.is_empty() { String::new() } else { format!(" (including the whole part {})", parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Starter, profile};

    #[test]
    fn the_way_to_another_profile_and_back_names_the_same_rules_and_steps() {
        let plan = Starter::StaffbaseMinimum.plan();
        let other = profile("other").unwrap();
        let there = profile_change(&plan, other);
        assert!(there.rules_stop.contains(&"M001") && there.rules_stop.contains(&"T004"), "{there:?}");
        assert_eq!((there.rules_begin.as_slice(), there.parts_go.as_slice()), (&[][..], &["Locale"][..]));
        let changed = Plan { target_profile: other.plan_id(), ..plan.clone() };
        let back = profile_change(&changed, profile_of(&plan));
        assert_eq!((there.rules_stop, there.steps_go), (back.rules_begin, back.steps_appear));
        assert_eq!(profile_change(&plan, profile_of(&plan)), ProfileChange::default());
    }

    #[test]
    fn the_sentences_say_what_follows() {
        let plan = Starter::StaffbaseMinimum.plan();
        let scim = profile("scim-rfc7643").unwrap();
        let sentences = profile_change(&plan, scim).sentences(&plan, scim);
        assert!(sentences.contains("will no longer apply: ") && sentences.contains("T015"), "{sentences}");
        assert!(sentences.contains("The checklist loses "), "{sentences}");
        assert!(sentences.ends_with("Documents and the preview will name the application instead of Staffbase."));
        let same = profile_of(&plan);
        let same = profile_change(&plan, same).sentences(&plan, same);
        assert_eq!(same, "Checks, checklist and documents stay the same.");
    }
}
