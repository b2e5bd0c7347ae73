//! What the expression room may ask about an attribute: whether the plan's directory has it, and of which kind it is.

use crate::catalog::{Known, known_source, source_attribute};
use crate::expression::{AttributeInfo, AttributeLookup};
use crate::plan::{AttributeType, ObjectKind, Plan};

/// The source attributes that expressions of a kind can read.
pub(super) struct Lookup<'a> {
    pub(super) plan: &'a Plan,
    pub(super) kind: ObjectKind,
}

impl AttributeLookup for Lookup<'_> {
    fn attribute(&self, name: &str) -> Option<AttributeInfo> {
        if known_source(self.plan, self.kind, name).is_unknown() {
            return None;
        }
        let catalogued = source_attribute(self.kind, name);
        Some(AttributeInfo {
            multivalued: catalogued.is_some_and(|attribute| attribute.multivalued),
            boolean: catalogued.is_some_and(|attribute| attribute.attribute_type == AttributeType::Boolean),
            reference: catalogued.is_some_and(|attribute| attribute.attribute_type == AttributeType::Reference),
        })
    }

    fn nearest(&self, name: &str) -> Option<String> {
        match known_source(self.plan, self.kind, name) {
            Known::Unknown { nearest } => nearest,
            _ => None,
        }
    }
}
