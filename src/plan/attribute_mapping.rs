//! One line of the mapping table, with every field of Entra's Edit Attribute form
//! (entra-docs, customize-application-attributes; "Flow null values" excepted: it exists for inbound jobs only).

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::UnknownMembers;

/// One line: where a value comes from, where it goes, and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttributeMapping {
    /// "Target attribute": the path as the portal lists it.
    pub target_attribute: String,
    /// "Mapping type" with what belongs to it.
    pub source: MappingSource,
    /// "Default value if null (optional)": sent on create alone.
    pub default_value: Option<String>,
    /// "Match objects using this attribute" with its "Matching precedence"; nothing means No.
    pub matching_precedence: Option<MatchingPrecedence>,
    /// "Apply this mapping".
    pub flow_type: AttributeFlowType,
    /// Members this version does not know.
    #[serde(flatten)]
    pub unknown: UnknownMembers,
}

impl AttributeMapping {
    /// A direct mapping that always applies.
    pub fn direct(source: &str, target: &str) -> Self {
        Self::new(MappingSource::Direct { attribute: source.to_owned() }, target)
    }

    /// An expression that always applies.
    pub fn expression(expression: &str, target: &str) -> Self {
        Self::new(MappingSource::Expression { expression: expression.to_owned() }, target)
    }

    /// A constant that always applies.
    pub fn constant(value: &str, target: &str) -> Self {
        Self::new(MappingSource::Constant { value: value.to_owned() }, target)
    }

    /// A mapping that always applies, does not match and has no default.
    pub fn new(source: MappingSource, target: &str) -> Self {
        Self { target_attribute: target.to_owned(), source, ..Self::default() }
    }

    /// A new line: nothing is typed in it yet.
    pub fn blank() -> Self {
        Self::direct("", "")
    }

    /// Whether nothing is typed in the line yet.
    pub fn is_blank(&self) -> bool {
        *self == Self::blank()
    }

    /// The same line as a matching one; 0 leaves it unchanged.
    #[must_use]
    pub fn matching(mut self, precedence: u32) -> Self {
        self.matching_precedence = MatchingPrecedence::new(precedence).or(self.matching_precedence);
        self
    }

    /// The same line, "Only during object creation".
    #[must_use]
    pub fn only_during_creation(mut self) -> Self {
        self.flow_type = AttributeFlowType::ObjectAddOnly;
        self
    }

    /// The same line with a default value.
    #[must_use]
    pub fn with_default(mut self, value: &str) -> Self {
        self.default_value = Some(value.to_owned());
        self
    }
}

/// "Mapping type": where the value comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum MappingSource {
    /// Copies one source attribute.
    Direct {
        /// The source attribute's name.
        attribute: String,
    },
    /// The same text for everyone.
    Constant {
        /// The text.
        value: String,
    },
    /// The value of an expression.
    Expression {
        /// The text as typed, mistakes included.
        expression: String,
    },
    /// Nothing flows; an empty target gets the default value.
    #[default]
    None,
}

/// "Mapping type" alone, as the form's switch offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingType {
    /// [`MappingSource::Direct`].
    Direct,
    /// [`MappingSource::Constant`].
    Constant,
    /// [`MappingSource::Expression`].
    Expression,
    /// [`MappingSource::None`].
    None,
}

impl MappingType {
    all_variants! {
        /// The order on the switch.
        pub Direct, Constant, Expression, None
    }

    /// The name on the switch.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Direct => "Direct",
            Self::Constant => "Constant",
            Self::Expression => "Expression",
            Self::None => "None",
        }
    }

    /// The label of the field for the source of this type.
    pub const fn field_label(self) -> &'static str {
        match self {
            Self::Direct => "Source attribute",
            other => other.label(),
        }
    }
}

impl MappingSource {
    /// Which type it is.
    pub const fn mapping_type(&self) -> MappingType {
        match self {
            Self::Direct { .. } => MappingType::Direct,
            Self::Constant { .. } => MappingType::Constant,
            Self::Expression { .. } => MappingType::Expression,
            Self::None => MappingType::None,
        }
    }

    /// The name on the form's switch: Direct, Constant, Expression, None.
    pub const fn type_name(&self) -> &'static str {
        self.mapping_type().label()
    }

    /// The attribute, text or expression itself; empty for None.
    pub fn text(&self) -> &str {
        match self {
            Self::Direct { attribute } => attribute,
            Self::Constant { value } => value,
            Self::Expression { expression } => expression,
            Self::None => "",
        }
    }
}

/// The order in which matching attributes are queried, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MatchingPrecedence(NonZeroU32);

impl MatchingPrecedence {
    /// The precedence everything hangs on.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// A precedence, or nothing for 0, which in Entra means "does not match".
    pub const fn new(precedence: u32) -> Option<Self> {
        match NonZeroU32::new(precedence) {
            Some(precedence) => Some(Self(precedence)),
            None => None,
        }
    }

    /// The number, from 1.
    pub const fn get(self) -> u32 {
        self.0.get()
    }
}

/// "Apply this mapping". The portal offers the first two; the others are kept as an import brought them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeFlowType {
    /// On create and on update.
    #[default]
    Always,
    /// Only during object creation.
    ObjectAddOnly,
    /// Only additions to a multi-valued attribute.
    MultiValueAddOnly,
    /// Additions, never removals, when a value is present.
    ValueAddOnly,
    /// Only when the target has no value.
    AttributeAddOnly,
}

impl AttributeFlowType {
    /// What the portal offers.
    pub const OFFERED: [Self; 2] = [Self::Always, Self::ObjectAddOnly];

    /// What a form offers for a mapping that has this type: the portal's, and what an import brought.
    pub fn choices(self) -> Vec<Self> {
        let other = Some(self).filter(|one| !Self::OFFERED.contains(one));
        Self::OFFERED.into_iter().chain(other).collect()
    }

    /// The type with these words.
    pub fn from_label(label: &str) -> Option<Self> {
        let all =
            [Self::Always, Self::ObjectAddOnly, Self::MultiValueAddOnly, Self::ValueAddOnly, Self::AttributeAddOnly];
        all.into_iter().find(|one| one.label() == label)
    }

    /// The words the portal shows, or for what it does not offer, Graph's name in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Always => "Always",
            Self::ObjectAddOnly => "Only during object creation",
            Self::MultiValueAddOnly => "Only additions to a multi-valued attribute",
            Self::ValueAddOnly => "Only additions, never removals",
            Self::AttributeAddOnly => "Only when the target has no value",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_offers_what_the_portal_offers_and_what_an_import_brought() {
        assert_eq!(AttributeFlowType::ObjectAddOnly.choices(), AttributeFlowType::OFFERED);
        let choices = AttributeFlowType::ValueAddOnly.choices();
        assert_eq!(choices.last(), Some(&AttributeFlowType::ValueAddOnly));
        for choice in choices {
            assert_eq!(AttributeFlowType::from_label(choice.label()), Some(choice));
        }
    }
}
