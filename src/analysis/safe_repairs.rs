//! All repairs that need no decision.

use crate::directory::Person;
use crate::lint::{self, Context};
use crate::plan::{Edit, Plan, apply_all};

/// The most repairs in one go. It also stops a repair that causes its own problem again.
const MOST: usize = 500;

/// Safe repairs, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SafeRepairs {
    /// All their edits, to apply as one step.
    pub edits: Vec<Edit>,
    /// The label of each repair.
    pub labels: Vec<String>,
}

/// Applies the first safe repair of every open problem, one after another. Each repair may change the next problem, so
/// the plan is checked again after each one.
pub fn safe_repairs(plan: &Plan, people: &[Person]) -> SafeRepairs {
    let mut plan = plan.clone();
    let mut repairs = SafeRepairs::default();
    let mut tried = Vec::new();
    while tried.len() < MOST {
        let problems = lint::check(&Context::new(&plan, people));
        let open = problems.into_iter().filter(|problem| problem.suppressed.is_none());
        let next = open
            .filter_map(|problem| {
                let fix = problem.fixes.into_iter().find(|fix| fix.safe)?;
                Some(((problem.code, problem.target, fix.label.clone()), fix))
            })
            .find(|(key, _)| !tried.contains(key));
        let Some((key, fix)) = next else { break };
        tried.push(key);
        if let Ok(mended) = apply_all(&plan, &fix.edits) {
            plan = mended;
            repairs.edits.extend(fix.edits);
            repairs.labels.push(fix.label);
        }
    }
    repairs
}

#[cfg(test)]
mod tests {
    use super::safe_repairs;
    use crate::analysis::analyze;
    use crate::catalog::Starter;
    use crate::plan::{AttributeFlowType, apply_all};

    #[test]
    fn all_safe_repairs_together_leave_none_to_make() {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        let users = &mut plan.object_mappings[0].attribute_mappings;
        users[0].matching_precedence = None;
        let locale = users.iter_mut().find(|one| one.target_attribute == "locale").unwrap();
        locale.default_value = Some("de-DE".to_owned());
        locale.flow_type = AttributeFlowType::Always;

        let repairs = safe_repairs(&plan, &[]);
        assert!(repairs.labels.len() >= 2, "{:?}", repairs.labels);
        let mended = apply_all(&plan, &repairs.edits).unwrap();
        assert_eq!(safe_repairs(&mended, &[]).labels, Vec::<String>::new());
        let left = analyze(&mended, &[]).problems;
        assert!(left.iter().all(|problem| problem.fixes.iter().all(|fix| !fix.safe)), "{left:?}");
    }

    #[test]
    fn a_sound_plan_needs_none() {
        assert_eq!(safe_repairs(&Starter::StaffbaseMinimum.plan(), &[]).edits, []);
    }
}
