//! What is provisioned as what: users or groups, which actions, who is in scope, and line by line the attributes.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{AttributeMapping, GraphPlace, MatchingPrecedence, ScopingFilter, UnknownMembers};

/// Users or groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    /// "Provision Microsoft Entra ID Users".
    #[default]
    User,
    /// "Provision Microsoft Entra ID Groups".
    Group,
}

impl ObjectKind {
    all_variants! {
        /// Both kinds, users first.
        pub User, Group
    }

    /// The object mapping's name in the portal (entra-docs, customize-application-attributes).
    pub const fn portal_name(self) -> &'static str {
        match self {
            Self::User => "Provision Microsoft Entra ID Users",
            Self::Group => "Provision Microsoft Entra ID Groups",
        }
    }

    /// The tab's name: "Users" or "Groups".
    pub const fn plural(self) -> &'static str {
        match self {
            Self::User => "Users",
            Self::Group => "Groups",
        }
    }
}

/// "Provision Microsoft Entra ID Users" or "… Groups" with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ObjectMapping {
    /// Users or groups.
    pub kind: ObjectKind,
    /// "Enabled" on the mapping's page.
    pub enabled: bool,
    /// "Target object actions".
    pub actions: ObjectFlowTypes,
    /// "Source object scope": alternatives, any of which lets an object in; none lets all in.
    pub scoping_filters: Vec<ScopingFilter>,
    /// The lines of the mapping table.
    pub attribute_mappings: Vec<AttributeMapping>,
    /// Its place in the tenant's synchronization schema, where it was imported from one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub graph: Option<GraphPlace>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub unknown: UnknownMembers,
}

impl Default for ObjectMapping {
    fn default() -> Self {
        Self {
            kind: ObjectKind::User,
            enabled: true,
            actions: ObjectFlowTypes::default(),
            scoping_filters: Vec::new(),
            attribute_mappings: Vec::new(),
            graph: None,
            unknown: UnknownMembers::new(),
        }
    }
}

impl ObjectMapping {
    /// Matching mappings with their index, in the order Entra queries them.
    pub fn matching(&self) -> Vec<(usize, &AttributeMapping)> {
        let mut matching: Vec<_> = self
            .attribute_mappings
            .iter()
            .enumerate()
            .filter(|(_, mapping)| mapping.matching_precedence.is_some())
            .collect();
        matching.sort_by_key(|(_, mapping)| mapping.matching_precedence);
        matching
    }

    /// The precedence for one more matching mapping: after the last one, or the first free one where there is none after.
    pub fn next_matching_precedence(&self) -> MatchingPrecedence {
        let used: Vec<u32> =
            self.attribute_mappings.iter().filter_map(|one| Some(one.matching_precedence?.get())).collect();
        let after = used.iter().max().map_or(Some(1), |last| last.checked_add(1));
        let free = after.or_else(|| (1..=u32::MAX).find(|number| !used.contains(number)));
        free.and_then(MatchingPrecedence::new).unwrap_or(MatchingPrecedence::FIRST)
    }
}

/// "Target object actions": what Entra may do at the target. All three by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObjectFlowTypes {
    /// Create objects that are not there yet.
    pub create: bool,
    /// Update them, disabling included.
    pub update: bool,
    /// Delete them once they are purged in Entra.
    pub delete: bool,
}

impl ObjectFlowTypes {
    /// The portal's label of each action, and whether Entra may do it.
    pub const fn labelled(self) -> [(&'static str, bool); 3] {
        [("Create", self.create), ("Update", self.update), ("Delete", self.delete)]
    }
}

impl Default for ObjectFlowTypes {
    fn default() -> Self {
        Self { create: true, update: true, delete: true }
    }
}

impl Serialize for ObjectFlowTypes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = [(self.create, "create"), (self.update, "update"), (self.delete, "delete")];
        serializer.collect_seq(names.iter().filter(|(on, _)| *on).map(|(_, name)| name))
    }
}

impl<'de> Deserialize<'de> for ObjectFlowTypes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut actions = Self { create: false, update: false, delete: false };
        for name in Vec::<String>::deserialize(deserializer)? {
            match name.as_str() {
                "create" => actions.create = true,
                "update" => actions.update = true,
                "delete" => actions.delete = true,
                other => {
                    return Err(D::Error::custom(format!("unknown action `{other}`; use create, update or delete")));
                }
            }
        }
        Ok(actions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_precedence_is_after_the_last_one() {
        let next = |numbers: &[u32]| {
            let mappings = numbers.iter().map(|number| AttributeMapping::direct("mail", "userName").matching(*number));
            ObjectMapping { attribute_mappings: mappings.collect(), ..ObjectMapping::default() }
                .next_matching_precedence()
                .get()
        };
        assert_eq!(next(&[]), 1);
        assert_eq!(next(&[2, 1]), 3);
        assert_eq!(next(&[7]), 8, "a gap is not filled: it may be meant");
        assert_eq!(next(&[1, u32::MAX]), 2, "there is none after the largest number");
    }
}
