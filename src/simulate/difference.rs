//! What an update sends: every value that the target lacks or holds differently, and the reason for every other mapping.

use serde_json::Value as Json;

use super::comparison::same_value;
use super::patch::{Change, Operation};
use super::resolve::{Purpose, resolve_all};
use super::roles::{role_as_text, role_form};
use super::target_path::{refusal, sent_path};
use super::{Flow, Reason, Resolved};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::expression::RoleForm;
use crate::plan::{AttributePath, MappingSource, ObjectKind, Plan};

/// The changes, and the result of every mapping.
pub(super) struct Difference {
    pub(super) changes: Vec<Change>,
    /// What the target holds afterwards, by path.
    pub(super) values: Vec<(String, Json)>,
    pub(super) resolved: Vec<Resolved>,
}

/// The difference between what a source object sends now and what the target holds. Without a resource every value is
/// an addition.
pub(super) fn difference(
    plan: &Plan,
    kind: ObjectKind,
    source: &Person,
    resource: Option<&TargetResource>,
    compliant: bool,
) -> Difference {
    let resolved = resolve_all(plan, kind, source, Purpose::Update);
    let mut difference = Difference { changes: Vec::new(), values: Vec::new(), resolved };
    for index in 0..difference.resolved.len() {
        let Some(one) = difference.resolved.get(index) else { continue };
        let Flow::Value { value, .. } = &one.flow else { continue };
        let Some(line) = plan.attribute_mapping(kind, one.mapping) else { continue };
        match changed(kind, &one.target, value, &line.source, source, resource, compliant) {
            Ok((change, effect)) => {
                let change = Change { mapping: Some(one.mapping), ..change };
                difference.values.push((sent_path(kind, &one.target), effect));
                // Several mappings of one role are one operation.
                if !difference.changes.iter().any(|other| other.path == change.path && other.value == change.value) {
                    difference.changes.push(change);
                }
            }
            Err(reason) => {
                if let Some(one) = difference.resolved.get_mut(index) {
                    one.flow = Flow::DidNotFlow(reason);
                }
            }
        }
    }
    difference
}

/// The change that brings a value to the target, and what the target holds then; or why there is none.
fn changed(
    kind: ObjectKind,
    target: &str,
    value: &Json,
    source: &MappingSource,
    person: &Person,
    resource: Option<&TargetResource>,
    compliant: bool,
) -> Result<(Change, Json), Reason> {
    let target = sent_path(kind, target);
    let path = AttributePath::parse(&target).map_err(|error| Reason::Target(error.to_string()))?;
    if let Some(reason) = refusal(kind, &path) {
        return Err(reason);
    }
    let found = resource.map(|resource| {
        if value.is_array() { resource.whole(&path).into_iter().collect() } else { resource.values(&path) }
    });
    let found = found.unwrap_or_default();
    let same = found.iter().any(|found| same_value(&path, value, found));
    // Mapping type None fills an empty target and changes nothing else.
    if same || (*source == MappingSource::None && !found.is_empty()) {
        return Err(Reason::Unchanged);
    }
    let change = |operation, path: &str, value: Json, new_element| Change {
        operation,
        path: path.to_owned(),
        value: Some(value),
        mapping: None,
        new_element,
    };
    let operation = if found.is_empty() { Operation::Add } else { Operation::Replace };
    let new_element = path.filter.as_ref().is_some_and(|filter| {
        let element = AttributePath { sub_attribute: Some(filter.attribute), ..path.clone() };
        resource.is_none_or(|resource| resource.values(&element).is_empty())
    });
    match (role_form(source, &path), value) {
        (Some(RoleForm::Single), _) if !compliant => {
            let role = role_as_text(person).unwrap_or_else(|| value.clone());
            Ok((change(Operation::Add, "roles", role, false), value.clone()))
        }
        (Some(RoleForm::Added), Json::Array(wanted)) => {
            let held = found.first().and_then(|held| held.as_array()).cloned().unwrap_or_default();
            let missing = |role: &&Json| !held.iter().any(|other| same_value(&path, role, other));
            let missing: Vec<Json> = wanted.iter().filter(missing).cloned().collect();
            if missing.is_empty() {
                return Err(Reason::Unchanged);
            }
            let all = held.iter().chain(&missing).cloned().collect();
            Ok((change(Operation::Add, &target, missing.into(), false), Json::Array(all)))
        }
        (Some(RoleForm::Replacing), Json::Array(_)) => {
            Ok((change(Operation::Replace, &target, value.clone(), false), value.clone()))
        }
        _ => Ok((change(operation, &target, value.clone(), new_element), value.clone())),
    }
}

/// The mappings whose value depends on whether the person counts as soft-deleted.
pub(super) fn state_dependent(plan: &Plan, person: &Person) -> Vec<usize> {
    let resolved = |deleted: bool| {
        let mut person = person.clone();
        person.set_is_soft_deleted(deleted);
        resolve_all(plan, ObjectKind::User, &person, Purpose::Update)
    };
    let differs = |(active, gone): (Resolved, Resolved)| (active.flow != gone.flow).then_some(active.mapping);
    resolved(false).into_iter().zip(resolved(true)).filter_map(differs).collect()
}

impl Difference {
    /// Without the changes of attributes of which the list of the target says nothing.
    pub(super) fn without_unknown(mut self, target: Option<&TargetDirectory>) -> Self {
        let Some(target) = target.filter(|target| target.says.is_some()) else { return self };
        let is_known = |path: &str| AttributePath::parse(path).is_ok_and(|path| target.says(&path));
        let unknown = |change: &Change| change.mapping.filter(|_| !is_known(&change.path));
        let mappings: Vec<usize> = self.changes.iter().filter_map(unknown).collect();
        for one in self.resolved.iter_mut().filter(|one| mappings.contains(&one.mapping)) {
            one.flow = Flow::DidNotFlow(Reason::NotKnownAtTarget);
        }
        self.changes.retain(|change| !change.mapping.is_some_and(|mapping| mappings.contains(&mapping)));
        self.values.retain(|(path, _)| is_known(path));
        self
    }

    /// Keeps the changes of some mappings. The others get the reason that they do not change with the event.
    pub(super) fn only(mut self, mappings: &[usize]) -> Self {
        for one in self.resolved.iter_mut().filter(|one| !mappings.contains(&one.mapping)) {
            if matches!(one.flow, Flow::Value { .. } | Flow::DidNotFlow(Reason::Reference)) {
                one.flow = Flow::DidNotFlow(Reason::NotThisEvent);
            }
        }
        let kept = self.resolved.iter().filter(|one| mappings.contains(&one.mapping));
        // Only people have a state.
        let targets: Vec<String> = kept.map(|one| sent_path(ObjectKind::User, &one.target)).collect();
        self.changes.retain(|change| change.mapping.is_some_and(|mapping| mappings.contains(&mapping)));
        self.values.retain(|(target, _)| targets.contains(target));
        self
    }
}
