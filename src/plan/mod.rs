//! The nouns: what an admin decides about provisioning, as plain data.
//!
//! A [`Plan`] is the only truth. Parsed expressions, problems, previews and documents are derived from it
//! and never stored. It keeps expression text, never a tree, and no ids, times or random values, so that
//! equal plans give equal bytes. Changes go through [`Edit`] and [`apply`] alone.

mod attribute_definition;
mod attribute_mapping;
mod attribute_path;
mod bounds;
mod checklist_mark;
mod connection_settings;
mod described_attribute;
mod edit;
mod edit_summary;
mod graph_place;
mod invariants;
mod object_mapping;
mod profile_id;
mod sample_person;
mod scope_operator;
mod scoping_filter;
mod secrets;
mod texts;
mod title_block;
mod workshop_note;

pub use attribute_definition::{AttributeDefinition, AttributeDefinitions, AttributeSide, AttributeType};
pub use attribute_mapping::{AttributeFlowType, AttributeMapping, MappingSource, MappingType, MatchingPrecedence};
pub use attribute_path::{AttributePath, AttributePathError, ENTERPRISE_USER, ElementFilter};
pub use bounds::{cut_to_limits, people_within_limits, within_limits};
pub use checklist_mark::ChecklistMark;
pub use connection_settings::{ConnectionSettings, TenantUrlFault};
pub use described_attribute::{DescribedAttribute, Mutability, Returned, ScimType, Uniqueness};
pub use edit::{Edit, EditError, apply, apply_all};
pub use graph_place::GraphPlace;
pub use invariants::{Broken, invariants};
pub use object_mapping::{ObjectFlowTypes, ObjectKind, ObjectMapping};
pub use profile_id::ProfileId;
pub use sample_person::SamplePerson;
pub use scope_operator::ScopeOperator;
pub use scoping_filter::{Clause, ScopingFilter};
pub use secrets::{SecretFound, people_without_secrets, without_secrets};
pub use title_block::{TitleBlock, TitlePart};
pub use workshop_note::WorkshopNote;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Members of a plan file that this version does not know; kept as they are.
pub type UnknownMembers = BTreeMap<String, serde_json::Value>;

/// Everything a user makes and saves: the object mappings, the settings around them, and the checklist's marks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What the user calls it.
    pub name: String,
    /// Who the documents are for and from.
    #[serde(skip_serializing_if = "TitleBlock::is_empty")]
    pub title_block: TitleBlock,
    /// Whose application it is: the id of a target profile.
    pub target_profile: ProfileId,
    /// Where Entra sends its requests, without any secret.
    pub connection: ConnectionSettings,
    /// Whether assignment decides who is provisioned.
    pub provision: ProvisionScope,
    /// "Prevent accidental deletions": the threshold, or nothing where it is off.
    pub accidental_deletions_threshold: Option<u32>,
    /// The source attribute that single sign-on sends as identifier, where that is known.
    pub sso_identifier: Option<String>,
    /// The tenant's default verified domain, for `DefaultDomain()`.
    pub default_domain: Option<String>,
    /// Users and groups, at most one of each.
    pub object_mappings: Vec<ObjectMapping>,
    /// Attributes that the plan adds to either side's list.
    pub attribute_definitions: AttributeDefinitions,
    /// The application's own description of its attributes, where it is known.
    pub target_attributes: Vec<DescribedAttribute>,
    /// Locale codes beyond the catalogue that the admin confirmed in the application.
    pub locales: Vec<ConfirmedLocale>,
    /// People the user added to try the plan on.
    pub people: Vec<SamplePerson>,
    /// Problems the user decided to live with, each with a reason.
    pub suppressions: Vec<Suppression>,
    /// Ticks, notes and owners of checklist steps.
    pub checklist: Vec<ChecklistMark>,
    /// Decisions and open questions of workshops.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub workshop: Vec<WorkshopNote>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub unknown: UnknownMembers,
}

impl Plan {
    /// The object mapping of a kind, where the plan has one.
    pub fn object_mapping(&self, kind: ObjectKind) -> Option<&ObjectMapping> {
        self.object_mappings.iter().find(|mapping| mapping.kind == kind)
    }

    /// One attribute mapping by its place.
    pub fn attribute_mapping(&self, kind: ObjectKind, index: usize) -> Option<&AttributeMapping> {
        self.object_mapping(kind)?.attribute_mappings.get(index)
    }
}

/// "Scope" in the portal's provisioning settings: assigned users and groups only, or all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProvisionScope {
    /// "Sync only assigned users and groups", Entra's default.
    #[default]
    Assigned,
    /// "Sync all users and groups".
    All,
}

impl ProvisionScope {
    all_variants! {
        /// Both, in the portal's order.
        pub Assigned, All
    }

    /// The portal's label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Assigned => "Sync only assigned users and groups",
            Self::All => "Sync all users and groups",
        }
    }
}

/// A locale code beyond the catalogue that the admin confirmed, with where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConfirmedLocale {
    /// The code as the application spells it, for example `en_US`.
    pub code: String,
    /// Who confirmed it, or where it was read.
    #[serde(default)]
    pub note: String,
}

/// A problem the user decided to live with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Suppression {
    /// The rule's code.
    pub rule: String,
    /// The target attribute it is about; nothing for a problem of the plan as a whole.
    #[serde(default)]
    pub target: Option<String>,
    /// Why it is accepted.
    pub reason: String,
}
