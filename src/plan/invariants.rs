//! Rules that every plan obeys. Edits keep them, and a file that breaks one is refused.

use std::collections::BTreeSet;

use super::Plan;

/// A contradiction within a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The plan has two object mappings of one kind.
    #[error("the plan has two object mappings for {0}")]
    ObjectKind(&'static str),
    /// Two entries of a list have the same key.
    #[error("{list} has `{key}` twice")]
    Repeated {
        /// The list's member name in the plan file.
        list: &'static str,
        /// The key that is there twice.
        key: String,
    },
}

/// Every rule that the plan breaks, in the order of the plan's members.
pub fn invariants(plan: &Plan) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (at, mapping) in plan.object_mappings.iter().enumerate() {
        if plan.object_mappings[..at].iter().any(|earlier| earlier.kind == mapping.kind) {
            broken.push(Broken::ObjectKind(mapping.kind.plural()));
        }
    }
    let mut unique = |list: &'static str, keys: Vec<String>| {
        let mut seen = BTreeSet::new();
        let repeated = keys.into_iter().filter(|key| !seen.insert(key.clone()));
        broken.extend(repeated.map(|key| Broken::Repeated { list, key }));
    };
    let names = |list: &[super::AttributeDefinition]| list.iter().map(|one| one.name.clone()).collect();
    unique("attribute_definitions.source", names(&plan.attribute_definitions.source));
    unique("attribute_definitions.target", names(&plan.attribute_definitions.target));
    let described = |one: &super::DescribedAttribute| format!("{} {}", one.kind.plural(), one.name);
    unique("target_attributes", plan.target_attributes.iter().map(described).collect());
    unique("locales", plan.locales.iter().map(|locale| locale.code.clone()).collect());
    let suppressed = |one: &super::Suppression| format!("{} {}", one.rule, one.target.as_deref().unwrap_or("(plan)"));
    unique("suppressions", plan.suppressions.iter().map(suppressed).collect());
    unique("checklist", plan.checklist.iter().map(|mark| mark.step.clone()).collect());
    unique("workshop", plan.workshop.iter().map(|note| note.step.clone()).collect());
    broken
}
