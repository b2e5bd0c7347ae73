//! The users or groups of the target by their matching values, so that matching a whole directory takes time in proportion
//! to the people.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::comparison::compared;
use crate::directory::{TargetDirectory, TargetResource};
use crate::plan::{AttributePath, ObjectKind, Plan};

/// An index for each matching attribute of a plan. It belongs to the directory that it was made of, unchanged.
#[derive(Clone, Debug, Default)]
pub struct TargetIndex {
    attributes: Vec<(String, HashMap<String, Vec<u32>>)>,
}

impl TargetIndex {
    /// An empty index of the attributes by which a plan matches. Add every resource of the directory, in order.
    pub fn of(plan: &Plan, kind: ObjectKind) -> Self {
        let mut attributes: Vec<(String, HashMap<String, Vec<u32>>)> = Vec::new();
        for (_, line) in plan.object_mapping(kind).map(|object| object.matching()).unwrap_or_default() {
            if attributes.iter().all(|(known, _)| *known != line.target_attribute) {
                attributes.push((line.target_attribute.clone(), HashMap::new()));
            }
        }
        Self { attributes }
    }

    /// Whether another index has the same attributes.
    pub fn is_like(&self, other: &Self) -> bool {
        let names = |index: &Self| index.attributes.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        names(self) == names(other)
    }

    /// The index of a whole directory.
    pub fn new(plan: &Plan, kind: ObjectKind, target: &TargetDirectory) -> Self {
        let mut index = Self::of(plan, kind);
        for (at, resource) in target.resources.iter().enumerate() {
            index.add(at, resource);
        }
        index
    }

    /// Adds the resource at a place of the directory.
    pub fn add(&mut self, at: usize, resource: &TargetResource) {
        let Ok(at) = u32::try_from(at) else { return };
        for (attribute, places) in &mut self.attributes {
            let Ok(path) = AttributePath::parse(attribute) else { continue };
            for value in resource.values(&path) {
                let Some(text) = compared(&path, value) else { continue };
                let places = places.entry(text).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
    }

    /// The places of all resources that can match by a value; nothing if the index does not know.
    pub fn candidates(&self, attribute: &str, value: &Json) -> Option<&[u32]> {
        self.candidates_at(attribute, &AttributePath::parse(attribute).ok()?, value)
    }

    /// The same for an attribute whose path is known.
    pub(super) fn candidates_at(&self, attribute: &str, path: &AttributePath<'_>, value: &Json) -> Option<&[u32]> {
        let (_, places) = self.attributes.iter().find(|(known, _)| known == attribute)?;
        Some(places.get(&compared(path, value)?).map_or(&[], Vec::as_slice))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::Starter;

    #[test]
    fn the_index_has_every_resource_that_can_match() {
        let plan = Starter::StaffbaseMinimum.plan();
        let users = json!([{"externalId": "a"}, {"externalId": "A"}, {"externalId": "a"}, {"externalId": 5}, {}]);
        let resources = users.as_array().unwrap().iter();
        let resources = resources.map(|one| TargetResource { members: one.as_object().unwrap().clone() }).collect();
        let index = TargetIndex::new(&plan, ObjectKind::User, &TargetDirectory::unlinked(resources));
        let found = |value: Json| index.candidates("externalId", &value);
        assert_eq!(found(json!("a")), Some(&[0, 2][..]));
        assert_eq!(found(json!("5")), Some(&[3][..]));
        assert_eq!(found(json!("b")), Some(&[][..]));
        assert_eq!(found(json!(["a"])), None, "a list is looked for in all");
        assert_eq!(index.candidates("title", &json!("a")), None);
    }
}
