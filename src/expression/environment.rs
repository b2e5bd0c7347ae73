//! The input of an evaluation: the person's attributes, and facts that a pure function cannot know.

use super::role::RoleText;
use super::value::Value;

/// The attributes of the person an expression is evaluated for.
pub trait Attributes {
    /// The value of a source attribute; null where it is absent.
    fn get(&self, name: &str) -> Value;
}

impl Attributes for std::collections::BTreeMap<String, Value> {
    fn get(&self, name: &str) -> Value {
        std::collections::BTreeMap::get(self, name).cloned().unwrap_or_default()
    }
}

/// The known facts about a source attribute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AttributeInfo {
    /// Whether it has several values.
    pub multivalued: bool,
    /// Whether it is True or False.
    pub boolean: bool,
    /// Whether it refers to another object, like manager.
    pub reference: bool,
}

/// The source attributes there are, for checking an expression without a person.
pub trait AttributeLookup {
    /// The facts about an attribute, or nothing if the name is unknown.
    fn attribute(&self, name: &str) -> Option<AttributeInfo>;
    /// The known name that was probably meant.
    fn nearest(&self, name: &str) -> Option<String>;
}

/// Every name is a source attribute of which nothing more is known.
pub(super) struct EveryAttribute;

impl AttributeLookup for EveryAttribute {
    fn attribute(&self, _: &str) -> Option<AttributeInfo> {
        Some(AttributeInfo::default())
    }
    fn nearest(&self, _: &str) -> Option<String> {
        None
    }
}

/// Facts that an evaluation cannot find out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// The tenant's default verified domain.
    pub default_domain: Option<String>,
    /// The time that `Now()` has: milliseconds since 1970 in UTC. Without it there is no current time.
    pub now: Option<i64>,
    /// Values that other objects of the target already have, for `SelectUniqueValue`.
    pub taken: Vec<String>,
    /// The seed of random values. The same seed gives the same values.
    pub seed: u64,
    /// Which text of a role `SingleAppRoleAssignment` returns.
    pub role_text: RoleText,
}
