//! The attributes of the drop-down "Source attribute", and some that it does not contain.
//!
//! The names are those of the provisioning engine. A few of them differ from the names in Microsoft Graph.

mod group;
mod user;

use super::source::{Document, Source};
use crate::plan::{AttributeType, ObjectKind};

/// One attribute of Microsoft Entra ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceAttribute {
    /// The name as expressions and mappings spell it.
    pub name: &'static str,
    /// "Type".
    pub attribute_type: AttributeType,
    /// "Multi-value?".
    pub multivalued: bool,
    /// Its heading on the board.
    pub group: &'static str,
    /// What it contains, and what is special about it.
    pub description: &'static str,
    /// Whether the portal's drop-down offers it.
    pub availability: Availability,
    /// How well a value tells one object from another.
    pub identity: Identity,
    /// Whether every object has a value.
    pub never_empty: bool,
    /// Microsoft Graph's name for the same value, if it differs.
    pub graph_name: Option<&'static str>,
    /// The document that says so.
    pub source: Source,
}

/// Whether the portal's drop-down offers a source attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// The drop-down offers it.
    Listed,
    /// The drop-down may offer it. If it does not, add the name under "Edit attribute list for Microsoft Entra ID".
    CheckDropDown,
    /// The drop-down does not offer it, and you cannot add it under this name.
    NotAvailable,
}

/// How well a value tells one object from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// There is no objection: each object can have a separate value and keep it.
    Own,
    /// Each object has a separate value, but it changes when the person is renamed.
    FollowsName,
    /// Several objects normally have the same value.
    Shared,
}

const MAPPING_LIST: Source = Source::new(Document::MicrosoftDocs, "user-provisioning-sync-attributes-for-mapping");

impl SourceAttribute {
    const fn text(name: &'static str, group: &'static str, description: &'static str) -> Self {
        Self {
            name,
            attribute_type: AttributeType::String,
            multivalued: false,
            group,
            description,
            availability: Availability::Listed,
            identity: Identity::Own,
            never_empty: false,
            graph_name: None,
            source: MAPPING_LIST,
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

    const fn follows_name(mut self) -> Self {
        self.identity = Identity::FollowsName;
        self
    }

    const fn shared(mut self) -> Self {
        self.identity = Identity::Shared;
        self
    }

    const fn never_empty(mut self) -> Self {
        self.never_empty = true;
        self
    }

    const fn graph(mut self, name: &'static str) -> Self {
        self.graph_name = Some(name);
        self
    }

    const fn read_in(mut self, document: Document, place: &'static str) -> Self {
        self.source = Source::new(document, place);
        self
    }

    /// Common knowledge only. The drop-down decides.
    const fn check_drop_down(mut self) -> Self {
        self.availability = Availability::CheckDropDown;
        self.source = Source::new(Document::Unconfirmed, "");
        self
    }

    /// In the portal's list as admins report it.
    const fn portal_list(mut self) -> Self {
        self.source = Source::new(Document::PortalList, "");
        self
    }

    const fn not_available(mut self) -> Self {
        self.availability = Availability::NotAvailable;
        self
    }
}

/// The source attributes of a kind, in the order of the board.
pub const fn source_attributes(kind: ObjectKind) -> &'static [SourceAttribute] {
    match kind {
        ObjectKind::User => user::ATTRIBUTES,
        ObjectKind::Group => group::ATTRIBUTES,
    }
}

/// Whether Entra can use an attribute in a scoping filter (entra-docs,
/// define-conditional-rules-for-provisioning-user-accounts). It cannot use references, dates, attributes with several
/// values, userType and IsMemberOf.
pub fn is_filterable(kind: ObjectKind, name: &str) -> bool {
    let refused = |attribute: &SourceAttribute| {
        attribute.multivalued || matches!(attribute.attribute_type, AttributeType::Reference | AttributeType::DateTime)
    };
    !["manager", "userType", "appRoleAssignments", "members", "IsMemberOf"].contains(&name)
        && !source_attribute(kind, name).is_some_and(refused)
}

/// The source attribute with exactly this name.
pub fn source_attribute(kind: ObjectKind, name: &str) -> Option<&'static SourceAttribute> {
    source_attributes(kind).iter().find(|attribute| attribute.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_name_stands_twice_and_every_row_says_what_it_holds() {
        for kind in ObjectKind::ALL {
            let names: BTreeSet<_> = source_attributes(kind).iter().map(|one| one.name.to_ascii_lowercase()).collect();
            assert_eq!(names.len(), source_attributes(kind).len());
            for attribute in source_attributes(kind) {
                assert!(!attribute.description.is_empty() && !attribute.group.is_empty(), "{}", attribute.name);
            }
        }
    }

    #[test]
    fn what_the_portal_lists_is_offered() {
        for name in ["immutableId", "userState", "showInAddressList", "userType"] {
            assert_eq!(source_attribute(ObjectKind::User, name).unwrap().availability, Availability::Listed, "{name}");
        }
    }

    #[test]
    fn the_renamed_attributes_of_graph_are_there() {
        let graph = |name| source_attribute(ObjectKind::User, name).unwrap().graph_name;
        assert_eq!(graph("objectId"), Some("id"));
        assert_eq!(graph("mobile"), Some("mobilePhone"));
        assert_eq!(graph("telephoneNumber"), Some("businessPhones"));
        assert_eq!(graph("facsimileTelephoneNumber"), Some("faxNumber"));
        assert_eq!(graph("physicalDeliveryOfficeName"), Some("officeLocation"));
        assert_eq!(graph("extensionAttribute15"), Some("onPremisesExtensionAttributes.extensionAttribute15"));
        assert_eq!(graph("dirSyncEnabled"), Some("onPremisesSyncEnabled"));
        assert_eq!(graph("immutableId"), Some("onPremisesImmutableId"));
        assert_eq!(graph("userState"), Some("externalUserState"));
        // IsSoftDeleted is computed from accountEnabled and more; renaming one into the other would invert it.
        assert_eq!(graph("IsSoftDeleted"), None);
        assert!(source_attribute(ObjectKind::User, "issoftdeleted").is_none());
    }
}
