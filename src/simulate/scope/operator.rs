//! What each operator of a scoping filter means, and whether it takes a value
//! (entra-docs, define-conditional-rules-for-provisioning-user-accounts; Graph, synchronization-filteroperators).

use crate::plan::ScopeOperator;

/// Whether a clause with this operator has a value to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// It has none.
    None,
    /// It has one.
    Value,
    /// It is not documented whether it has one.
    NotDocumented,
}

/// The facts about an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperatorFacts {
    /// Whether it takes a value.
    pub operand: Operand,
    /// Whether the documentation says what it compares. Without that there is no verdict.
    pub documented: bool,
    /// When it is true.
    pub meaning: &'static str,
}

const fn unary(meaning: &'static str) -> OperatorFacts {
    OperatorFacts { operand: Operand::None, documented: true, meaning }
}

const fn binary(meaning: &'static str) -> OperatorFacts {
    OperatorFacts { operand: Operand::Value, documented: true, meaning }
}

const fn not_documented(operand: Operand, meaning: &'static str) -> OperatorFacts {
    OperatorFacts { operand, documented: false, meaning }
}

/// The facts about an operator.
pub const fn operator_facts(operator: &ScopeOperator) -> OperatorFacts {
    match operator {
        ScopeOperator::Equals => binary("The value equals this text. The comparison is case-sensitive."),
        ScopeOperator::NotEquals => {
            binary("There is a value, and it differs from this text. The comparison is case-sensitive.")
        }
        ScopeOperator::IsNull => unary("There is no value."),
        ScopeOperator::IsNotNull => unary("There is a value."),
        ScopeOperator::IsTrue => unary("The value is true."),
        ScopeOperator::IsFalse => unary("The value is false. An empty value is neither true nor false."),
        ScopeOperator::RegexMatch => binary(
            "The value matches this pattern. The comparison is case-sensitive. Start it with ^ and end it with $.",
        ),
        ScopeOperator::NotRegexMatch => binary("There is a value, and it does not match this pattern."),
        ScopeOperator::GreaterThan => {
            binary("The value is a whole number greater than this. Any other text makes the scope step fail.")
        }
        ScopeOperator::GreaterThanOrEquals => {
            binary("The value is this whole number or a greater one. Any other text makes the scope step fail.")
        }
        ScopeOperator::Includes => binary("The value contains this text. The comparison is case-sensitive."),
        ScopeOperator::EndsWith => binary("The value ends with this text."),
        ScopeOperator::Ampersand => not_documented(
            Operand::Value,
            "Microsoft says: the attribute exists in the input string. What that compares is not documented clearly.",
        ),
        ScopeOperator::NotAmpersand => not_documented(
            Operand::Value,
            "Microsoft says: the attribute does not exist in the input string. What that compares is not documented \
             clearly.",
        ),
        ScopeOperator::Present | ScopeOperator::ValidCertMatch => {
            not_documented(Operand::NotDocumented, "The portal lists this operator. It is not documented.")
        }
        ScopeOperator::Other(_) => not_documented(Operand::NotDocumented, "Entra does not list this operator."),
    }
}
