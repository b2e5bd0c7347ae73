//! A table of facts: the operators of a scoping filter, as the portal spells them
//! (entra-docs, define-conditional-rules-for-provisioning-user-accounts; Graph, synchronization-filteroperators).

/// One operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopeOperator {
    /// The portal's spelling.
    pub name: &'static str,
    /// Whether it stands alone, without a value.
    pub unary: bool,
    /// Whether its meaning is documented well enough to be simulated.
    pub simulated: bool,
    /// When it holds.
    pub meaning: &'static str,
}

const fn binary(name: &'static str, meaning: &'static str) -> ScopeOperator {
    ScopeOperator { name, unary: false, simulated: true, meaning }
}

const fn unary(name: &'static str, meaning: &'static str) -> ScopeOperator {
    ScopeOperator { name, unary: true, simulated: true, meaning }
}

/// All operators, in the portal's order.
pub const SCOPE_OPERATORS: &[ScopeOperator] = &[
    binary("EQUALS", "The value is exactly this one, case included. An empty value is none."),
    binary("NOT EQUALS", "There is a value, and it is another one, case included."),
    unary("IS NULL", "There is no value."),
    unary("IS NOT NULL", "There is a value."),
    unary("IS TRUE", "The value is true."),
    unary("IS FALSE", "The value is false. An empty value is neither."),
    binary("REGEX MATCH", "The value matches the pattern, case included. Write ^ before and $ behind it."),
    binary("NOT REGEX MATCH", "There is a value, and it does not match the pattern."),
    binary(
        "Greater_Than",
        "The value is a greater whole number. Anything but whole numbers makes the scope step fail.",
    ),
    binary("Greater_Than_OR_EQUALS", "The value is a whole number as great or greater."),
    binary("Includes", "The value contains this text, case included."),
    binary("ENDS_WITH", "The value ends with this text."),
    ScopeOperator {
        name: "&",
        unary: false,
        simulated: false,
        meaning: "The attribute exists in the input string, in Microsoft's words: unclear, better avoided.",
    },
    ScopeOperator {
        name: "!&",
        unary: false,
        simulated: false,
        meaning: "The attribute does not exist in the input string, in Microsoft's words: unclear, better avoided.",
    },
];

/// The operator of exactly that name.
pub fn scope_operator(name: &str) -> Option<&'static ScopeOperator> {
    SCOPE_OPERATORS.iter().find(|operator| operator.name == name)
}
