//! What a column of a table can be.

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Users or groups.
    Object,
    /// The source attribute; often also expressions and constants.
    Source,
    /// The target attribute.
    Target,
    /// The mapping type.
    MappingType,
    /// Expressions.
    Expression,
    /// Constants.
    Constant,
    /// The default value.
    Default,
    /// The matching precedence, or whether the attribute matches.
    Matching,
    /// When the mapping applies.
    Apply,
    /// Anything that is not part of a mapping: remarks, numbers, examples.
    #[default]
    Ignored,
}

impl Role {
    /// Every role, in the order of a list to choose from.
    pub const ALL: [Self; 10] = [
        Self::Ignored,
        Self::Source,
        Self::Target,
        Self::MappingType,
        Self::Expression,
        Self::Constant,
        Self::Default,
        Self::Matching,
        Self::Apply,
        Self::Object,
    ];

    /// The name in a file of columns.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Source => "source",
            Self::Target => "target",
            Self::MappingType => "type",
            Self::Expression => "expression",
            Self::Constant => "constant",
            Self::Default => "default",
            Self::Matching => "matching",
            Self::Apply => "apply",
            Self::Ignored => "ignored",
        }
    }

    /// The label on screen, in the words of the admin center.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Object => "Object (users or groups)",
            Self::Source => "Source attribute",
            Self::Target => "Target attribute",
            Self::MappingType => "Mapping type",
            Self::Expression => "Expression",
            Self::Constant => "Constant value",
            Self::Default => "Default value if null",
            Self::Matching => "Matching precedence",
            Self::Apply => "Apply this mapping",
            Self::Ignored => "Not used",
        }
    }

    /// The role with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        let other = match name.as_str() {
            "notes" | "note" | "number" => Some(Self::Ignored),
            _ => None,
        };
        Self::ALL.into_iter().find(|role| role.name() == name).or(other)
    }

    /// Whether it says where a value comes from.
    pub const fn is_source(self) -> bool {
        matches!(self, Self::Source | Self::Expression | Self::Constant)
    }
}
