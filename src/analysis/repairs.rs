//! Several repairs at once, worked out before they are made so that you can look at them first.

use super::changes_identity;
use crate::directory::Person;
use crate::lint::{Checker, Diagnostic, Fix};
use crate::plan::{Edit, Plan, apply_all};

/// The most repairs in one go. It also stops a repair that causes its own problem again.
const MOST: usize = 500;

/// One repair.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// The code of the rule that asks for it.
    pub code: &'static str,
    /// The target attribute that it is about.
    pub target: Option<String>,
    /// What it does, as its button says.
    pub label: String,
    /// What changes, before and after, a line for each edit.
    pub changes: Vec<String>,
}

/// Repairs in the order in which they are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repairs {
    /// All their edits, to apply as one step.
    pub edits: Vec<Edit>,
    /// Each repair.
    pub list: Vec<Repair>,
    /// The repairs that are safe, but that you decide about, because they change how people are matched.
    pub left: Vec<Repair>,
}

/// Whether a repair needs no decision: it removes nothing, and nobody gets another identity.
pub fn needs_no_decision(plan: &Plan, fix: &Fix) -> bool {
    fix.safe && !changes_identity(plan, &fix.edits)
}

/// The first repair of every open problem that needs no decision, one after another.
pub fn safe_repairs(plan: &Plan, people: &[Person]) -> Repairs {
    let mut repairs =
        repairs(plan, people, |plan, problem| problem.fixes.iter().find(|fix| needs_no_decision(plan, fix)));
    let (problems, mended) = checked(plan, people, &repairs.edits);
    for problem in problems.iter().filter(|problem| problem.suppressed.is_none()) {
        if let Some(fix) = problem.fixes.iter().find(|fix| fix.safe) {
            repairs.left.push(repair(&mended, problem, fix));
        }
    }
    repairs
}

/// The same repair of every open problem of a rule.
pub fn repairs_of_rule(plan: &Plan, people: &[Person], code: &str, label: &str) -> Repairs {
    repairs(plan, people, |_, problem| problem.fixes.iter().find(|fix| problem.code == code && fix.label == label))
}

/// Each repair may change the next problem, so the plan is checked again after each one.
fn repairs(
    plan: &Plan,
    people: &[Person],
    wanted: impl for<'a> Fn(&Plan, &'a Diagnostic) -> Option<&'a Fix>,
) -> Repairs {
    let mut plan = plan.clone();
    let mut repairs = Repairs::default();
    let mut tried = Vec::new();
    let mut checker = Checker::default();
    while tried.len() < MOST {
        let problems = checker.check(&plan, people);
        let open = problems.iter().filter(|problem| problem.suppressed.is_none());
        let next = open
            .filter_map(|problem| {
                let fix = wanted(&plan, problem)?;
                Some(((problem.code, problem.target.clone(), fix.label.clone()), problem, fix))
            })
            .find(|(key, ..)| !tried.contains(key));
        let Some((key, problem, fix)) = next else { break };
        tried.push(key);
        if let Ok(mended) = apply_all(&plan, &fix.edits) {
            repairs.list.push(repair(&plan, problem, fix));
            repairs.edits.extend(fix.edits.iter().cloned());
            plan = mended;
        }
    }
    repairs
}

/// The problems after some edits, and the plan that has them.
fn checked(plan: &Plan, people: &[Person], edits: &[Edit]) -> (Vec<Diagnostic>, Plan) {
    let mended = apply_all(plan, edits).unwrap_or_else(|_| plan.clone());
    (Checker::default().check(&mended, people), mended)
}

fn repair(plan: &Plan, problem: &Diagnostic, fix: &Fix) -> Repair {
    Repair {
        code: problem.code,
        target: problem.target.clone(),
        label: fix.label.clone(),
        changes: fix.edits.iter().filter_map(|edit| edit.summary(plan)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::catalog::Starter;
    use crate::plan::{AttributeFlowType, AttributeMapping, MatchingPrecedence, ObjectMapping};

    fn with_faults() -> Plan {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        let users = &mut plan.object_mappings[0].attribute_mappings;
        let locale = users.iter_mut().find(|one| one.target_attribute == "locale").unwrap();
        locale.default_value = Some("de-DE".to_owned());
        locale.flow_type = AttributeFlowType::Always;
        plan
    }

    #[test]
    fn all_safe_repairs_together_leave_none_to_make() {
        let plan = with_faults();
        let repairs = safe_repairs(&plan, &[]);
        assert!(repairs.list.len() >= 2, "{:?}", repairs.list);
        let mended = apply_all(&plan, &repairs.edits).unwrap();
        assert_eq!(safe_repairs(&mended, &[]).list, []);
        let left = analyze(&mended, &[]).problems;
        assert!(
            left.iter().all(|problem| problem.fixes.iter().all(|fix| !needs_no_decision(&mended, fix))),
            "{left:?}"
        );
    }

    #[test]
    fn a_repair_says_what_it_changes_before_it_is_made() {
        let repairs = safe_repairs(&with_faults(), &[]);
        let locale = repairs.list.iter().find(|repair| repair.label == "Use de_DE").unwrap();
        assert_eq!(locale.changes, ["locale, default value: de-DE → de_DE"]);
        assert_eq!(locale.target.as_deref(), Some("locale"));
    }

    #[test]
    fn nobody_gets_another_identity_from_safe_repairs() {
        type Identity = Vec<(String, AttributeMapping, Option<MatchingPrecedence>)>;
        let identity = |object: &ObjectMapping| -> Identity {
            let rows = object.attribute_mappings.iter();
            let rows = rows.filter(|one| {
                one.matching_precedence.is_some() || ["externalId", "userName", "id"].contains(&&*one.target_attribute)
            });
            rows.map(|one| (one.target_attribute.clone(), one.clone(), one.matching_precedence)).collect()
        };
        for starter in Starter::ALL {
            let mut plan = starter.plan();
            for object in &mut plan.object_mappings {
                for mapping in &mut object.attribute_mappings {
                    mapping.matching_precedence = None;
                }
            }
            for plan in [starter.plan(), plan] {
                let repairs = safe_repairs(&plan, &[]);
                let mended = apply_all(&plan, &repairs.edits).unwrap();
                let of = |plan: &Plan| plan.object_mappings.iter().map(identity).collect::<Vec<_>>();
                assert_eq!(of(&plan), of(&mended), "{starter:?}");
            }
        }
    }

    #[test]
    fn a_safe_repair_of_an_identity_is_left_to_you() {
        let mut plan = with_faults();
        plan.object_mappings[0].attribute_mappings[0].matching_precedence = None;
        let repairs = safe_repairs(&plan, &[]);
        assert!(repairs.list.iter().all(|repair| repair.label != "Match on externalId first"));
        assert!(repairs.left.iter().any(|repair| repair.label == "Match on externalId first"), "{:?}", repairs.left);
    }

    #[test]
    fn one_repair_is_made_for_every_row_of_a_rule() {
        let plan = Starter::EntraDefault.plan();
        let of_rule = |plan: &Plan| analyze(plan, &[]).problems.iter().filter(|one| one.code == "T004").count();
        let repairs = repairs_of_rule(&plan, &[], "T004", "Delete the mapping");
        assert_eq!(repairs.list.len(), of_rule(&plan));
        let mended = apply_all(&plan, &repairs.edits).unwrap();
        assert_eq!(of_rule(&mended), 0);
        let count = |plan: &Plan| plan.object_mappings[0].attribute_mappings.len();
        assert_eq!(count(&mended) + repairs.list.len(), count(&plan));
    }

    #[test]
    fn a_sound_plan_needs_none() {
        assert_eq!(safe_repairs(&Starter::StaffbaseMinimum.plan(), &[]), Repairs::default());
    }
}
