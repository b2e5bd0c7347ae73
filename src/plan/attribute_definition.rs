//! Attributes that a plan adds to a directory's list ("Edit attribute list" in the portal).

use serde::{Deserialize, Serialize};

/// Which directory's attribute list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum AttributeSide {
    /// Microsoft Entra ID.
    Source,
    /// The application, `customappsso`.
    Target,
}

impl AttributeSide {
    all_variants! {
        /// Both, the source first.
        pub Source, Target
    }
}

/// The types of the attribute list, spelled as Graph spells them (synchronization-attributedefinition).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeType {
    /// Text.
    #[default]
    String,
    /// A whole number.
    Integer,
    /// A reference to another object.
    Reference,
    /// Bytes.
    Binary,
    /// True or False.
    Boolean,
    /// A date with a time.
    DateTime,
}

impl AttributeType {
    all_variants! {
        /// All of them, the usual ones first.
        pub String, Integer, Boolean, Reference, Binary, DateTime
    }

    /// The name in the portal's Type column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Integer => "Integer",
            Self::Reference => "Reference",
            Self::Binary => "Binary",
            Self::Boolean => "Boolean",
            Self::DateTime => "DateTime",
        }
    }
}

/// One attribute that the plan adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeDefinition {
    /// The name as it must be typed.
    pub name: String,
    /// "Type".
    #[serde(rename = "type", default)]
    pub attribute_type: AttributeType,
    /// "Multi-value?".
    #[serde(default)]
    pub multivalued: bool,
}

/// What the plan adds on either side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttributeDefinitions {
    /// Additions to the list of Microsoft Entra ID.
    pub source: Vec<AttributeDefinition>,
    /// Additions to the application's list.
    pub target: Vec<AttributeDefinition>,
}

impl AttributeDefinitions {
    /// The additions of one side.
    pub fn side(&self, side: AttributeSide) -> &[AttributeDefinition] {
        match side {
            AttributeSide::Source => &self.source,
            AttributeSide::Target => &self.target,
        }
    }

    pub(super) fn side_mut(&mut self, side: AttributeSide) -> &mut Vec<AttributeDefinition> {
        match side {
            AttributeSide::Source => &mut self.source,
            AttributeSide::Target => &mut self.target,
        }
    }
}
