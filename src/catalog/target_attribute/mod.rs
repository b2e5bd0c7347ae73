//! The attributes of the drop-down "Target attribute": the list in Entra's template for SCIM applications, with the
//! properties of each attribute in RFC 7643. What an application makes of them is in its target profile.

mod contact;
mod group;
mod user;

use super::source::{Document, Source};
use crate::plan::{AttributeType, ObjectKind};

/// One attribute of the application, `customappsso`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetAttribute {
    /// The path exactly as the portal lists it.
    pub path: &'static str,
    /// "Type".
    pub attribute_type: AttributeType,
    /// "Multi-value?".
    pub multivalued: bool,
    /// Whether RFC 7643 compares its values by case.
    pub case_exact: bool,
    /// Whether an object cannot be created without it.
    pub required: bool,
    /// The canonical values of its `type`, for an attribute with elements (RFC 7643 section 8.7.1).
    pub canonical_values: &'static [&'static str],
    /// Whether the portal's drop-down offers it.
    pub offered: Offered,
    /// Its heading on the board.
    pub group: &'static str,
    /// What it contains, and what is special about it.
    pub description: &'static str,
    /// Where the attribute is defined.
    pub source: Source,
}

/// Whether the portal's drop-down offers a target attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// The template contains it.
    Listed,
    /// You must add it under "Edit attribute list for customappsso".
    AddByHand,
    /// Entra cannot provision it.
    NotSupported,
}

impl TargetAttribute {
    const fn text(path: &'static str, group: &'static str, place: &'static str, description: &'static str) -> Self {
        Self {
            path,
            attribute_type: AttributeType::String,
            multivalued: false,
            case_exact: false,
            required: false,
            canonical_values: &[],
            offered: Offered::Listed,
            group,
            description,
            source: Source::new(Document::Rfc7643, place),
        }
    }

    const fn typed(mut self, attribute_type: AttributeType) -> Self {
        self.attribute_type = attribute_type;
        self
    }

    const fn multivalued(mut self) -> Self {
        self.multivalued = true;
        self
    }

    const fn case_exact(mut self) -> Self {
        self.case_exact = true;
        self
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn canonical(mut self, values: &'static [&'static str]) -> Self {
        self.canonical_values = values;
        self
    }

    const fn add_by_hand(mut self) -> Self {
        self.offered = Offered::AddByHand;
        self
    }

    const fn not_supported(mut self) -> Self {
        self.offered = Offered::NotSupported;
        self
    }
}

/// The heading of roles and entitlements.
pub(super) const ROLES: &str = "Roles and entitlements";

/// Joins the tables of a kind into one.
macro_rules! joined {
    ($($part:expr),+) => {{
        const LENGTH: usize = 0 $(+ $part.len())+;
        const JOINED: [TargetAttribute; LENGTH] = {
            let mut joined = [user::ID; LENGTH];
            let mut at = 0;
            $(
                let mut from = 0;
                while from < $part.len() {
                    joined[at] = $part[from];
                    at += 1;
                    from += 1;
                }
            )+
            let _ = at;
            joined
        };
        &JOINED
    }};
}

static USER: &[TargetAttribute] = joined!(user::ACCOUNT, user::PROFILE, user::OTHER, contact::OTHER, user::ROLES);

/// The target attributes of a kind, in the order of the board.
pub fn target_attributes(kind: ObjectKind) -> &'static [TargetAttribute] {
    match kind {
        ObjectKind::User => USER,
        ObjectKind::Group => group::ATTRIBUTES,
    }
}

/// The target attribute with exactly this path.
pub fn target_attribute(kind: ObjectKind, path: &str) -> Option<&'static TargetAttribute> {
    target_attributes(kind).iter().find(|attribute| attribute.path == path)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::plan::AttributePath;

    #[test]
    fn every_path_parses_and_none_stands_twice() {
        for kind in ObjectKind::ALL {
            let mut seen = BTreeSet::new();
            for attribute in target_attributes(kind) {
                assert!(AttributePath::parse(attribute.path).is_ok(), "{}", attribute.path);
                assert!(seen.insert(attribute.path.to_ascii_lowercase()), "{}", attribute.path);
                assert!(!attribute.description.is_empty() && !attribute.group.is_empty(), "{}", attribute.path);
            }
        }
    }

    #[test]
    fn the_templates_list_is_whole() {
        let listed = target_attributes(ObjectKind::User).iter().filter(|one| one.offered == Offered::Listed).count();
        // 16 core, 3 e-mails, 6 phones, 3 times 6 address parts, 3 of roles, 6 enterprise.
        assert_eq!(listed, 16 + 3 + 6 + 18 + 3 + 6);
        let groups = target_attributes(ObjectKind::Group).iter().filter(|one| one.offered == Offered::Listed).count();
        assert_eq!(groups, 4);
        let required: Vec<_> =
            target_attributes(ObjectKind::User).iter().filter(|one| one.required).map(|one| one.path).collect();
        assert_eq!(required, ["id", "userName"]);
    }

    #[test]
    fn the_enterprise_extension_is_whole() {
        let enterprise = |one: &&TargetAttribute| one.path.starts_with(crate::plan::ENTERPRISE_USER);
        assert_eq!(target_attributes(ObjectKind::User).iter().filter(enterprise).count(), 6);
    }
}
