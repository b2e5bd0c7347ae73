//! The steps in their order lead to the plan, and the portal accepts each of them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::catalog::{Starter, default_user_mappings};
use crate::plan::AttributeMapping;

/// A row of the portal's list, by what the steps say of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    source: String,
    target: String,
    matches: bool,
}

fn row(mapping: &AttributeMapping) -> Row {
    Row {
        source: mapping.source.text().to_owned(),
        target: mapping.target_attribute.clone(),
        matches: mapping.matching_precedence.is_some(),
    }
}

/// What the fields say: before the step, or after it.
fn said(step: &Step, before: bool) -> Row {
    let value = |labels: &[&str]| {
        let field = step.fields.iter().find(|field| labels.contains(&field.label.as_str())).unwrap();
        field.previous.clone().filter(|_| before).unwrap_or_else(|| field.value.clone())
    };
    let matches = step.fields.iter().any(|field| field.label.starts_with("Match objects"))
        && value(&["Match objects using this attribute"]) == "Yes";
    Row { source: value(&["Source attribute", "Expression"]), target: value(&["Target attribute"]), matches }
}

/// Rows from Entra's list and new ones, each target once; the first of them matches.
fn plans() -> impl Strategy<Value = Plan> {
    let defaults = default_user_mappings();
    let mut targets: Vec<String> = defaults.iter().map(|row| row.target_attribute.clone()).collect();
    targets.extend((0..20).map(|number| format!("fresh{number}")));
    let kept = prop::collection::vec(any::<(bool, bool)>(), defaults.len());
    (kept, Just(targets).prop_shuffle(), 0_usize..6).prop_map(move |(kept, targets, new)| {
        let mut free = targets.into_iter();
        let mut rows: Vec<AttributeMapping> = Vec::new();
        let mut held: Vec<String> = Vec::new();
        for (default, (keep, retarget)) in defaults.iter().zip(kept) {
            if keep && !retarget {
                held.push(default.target_attribute.clone());
                rows.push(AttributeMapping { matching_precedence: None, ..default.clone() });
            }
        }
        let retargeted = defaults.iter().take(6).map(|row| row.source.text().to_owned());
        let sources = retargeted.chain((1..=15).map(|number| format!("extensionAttribute{number}")));
        let unused = sources.filter(|source| !rows.iter().any(|row| row.source.text() == source)).collect::<Vec<_>>();
        for source in unused.into_iter().take(new + 1) {
            let target = free.find(|target| !held.contains(target)).unwrap();
            rows.push(AttributeMapping::direct(&source, &target));
        }
        let last = rows.len() - 1;
        rows[last] = rows[last].clone().matching(1);
        let mut plan = Starter::EntraDefault.plan();
        plan.object_mappings[0].attribute_mappings = rows;
        plan
    })
}

/// Whether changes pass their targets around in a ring, which no order can do without two rows sharing one.
fn has_ring(steps: &[Step]) -> bool {
    let moves: BTreeMap<String, String> = steps
        .iter()
        .filter(|step| step.action == Action::Change)
        .map(|step| (said(step, true).target, said(step, false).target))
        .filter(|(from, to)| from != to)
        .collect();
    moves.keys().any(|start| {
        let mut at = start;
        for _ in 0..=moves.len() {
            match moves.get(at) {
                Some(next) if next == start => return true,
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    })
}

proptest! {
    #[test]
    fn the_steps_lead_from_entras_list_to_the_plan(plan in plans()) {
        let users = plan.object_mapping(ObjectKind::User).unwrap();
        let steps = mapping_steps::of(&plan, ObjectKind::User);
        prop_assert_eq!(steps.iter().filter(|step| step.id.starts_with("user-default-")).count(), 22);
        let mut list: Vec<Row> = default_user_mappings().iter().map(row).collect();
        let ring = has_ring(&steps);
        for step in &steps {
            let find = |list: &[Row], wanted: &Row| {
                list.iter().position(|row| row.source == wanted.source && row.target == wanted.target)
            };
            match step.action {
                Action::Delete => {
                    let at = find(&list, &said(step, true)).unwrap();
                    list.remove(at);
                }
                Action::Change => {
                    let at = find(&list, &said(step, true)).unwrap();
                    list[at] = said(step, false);
                }
                Action::Add => list.push(said(step, false)),
                Action::Keep => prop_assert!(find(&list, &said(step, true)).is_some()),
                Action::Do => {}
            }
            let mut targets: Vec<_> = list.iter().map(|row| &row.target).collect();
            targets.sort();
            prop_assert!(ring || targets.windows(2).all(|pair| pair[0] != pair[1]), "{} shares a target", step.id);
        }
        list.sort();
        let mut wanted: Vec<Row> = users.attribute_mappings.iter().map(row).collect();
        wanted.sort();
        prop_assert_eq!(list, wanted);
    }
}
