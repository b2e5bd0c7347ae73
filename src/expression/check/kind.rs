//! What kind of value a part yields, as far as the text alone says, and what kind an argument is to be.

use super::super::ast::{Call, Expression};
use super::super::environment::AttributeLookup;
use super::super::functions;

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Boolean,
    Date,
    List,
    /// The text alone does not say.
    Any,
}

/// The function's canonical name, or the name as typed where there is none.
pub(super) fn canonical(call: &Call) -> &str {
    functions::find(&call.name).map_or(call.name.as_str(), |function| function.name)
}

/// The kind of a part's value.
pub(super) fn kind(node: &Expression, lookup: &dyn AttributeLookup) -> Kind {
    match node {
        Expression::Text { .. } => Kind::Text,
        Expression::Number { .. } | Expression::Hex { .. } => Kind::Number,
        Expression::Comparison { .. } => Kind::Boolean,
        Expression::Attribute { name, .. } => match lookup.attribute(name) {
            Some(info) if info.multivalued => Kind::List,
            Some(info) if info.boolean => Kind::Boolean,
            _ => Kind::Any,
        },
        Expression::Call(call) => of_result(canonical(call)),
        Expression::Identifier { .. } | Expression::Empty { .. } => Kind::Any,
    }
}

/// What functions yield (entra-docs, functions-for-customizing-application-data). Those that hand on an argument's
/// value can yield anything.
fn of_result(function: &str) -> Kind {
    match function {
        "Len" | "InStr" | "DateDiff" | "BitAnd" | "Count" | "NumFromDate" => Kind::Number,
        "CBool" | "IsNull" | "IsNullOrEmpty" | "IsNothing" | "IsPresent" | "IsString" | "Not" | "Contains" => {
            Kind::Boolean
        }
        "CDate" | "DateFromNum" => Kind::Date,
        "Split" | "RemoveDuplicates" => Kind::List,
        "Append"
        | "ConvertFromBase64"
        | "ConvertToBase64"
        | "ConvertToUTF8Hex"
        | "CStr"
        | "DateAdd"
        | "DefaultDomain"
        | "DNComponent"
        | "FormatDateTime"
        | "Guid"
        | "Join"
        | "Left"
        | "Mid"
        | "NormalizeDiacritics"
        | "Now"
        | "PCase"
        | "Prepend"
        | "RandomString"
        | "Replace"
        | "StripSpaces"
        | "ToLower"
        | "ToUpper"
        | "Trim"
        | "Word" => Kind::Text,
        _ => Kind::Any,
    }
}

/// What an argument is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// One value of a kind.
    One(Kind),
    /// One value or several.
    Several,
    /// One of these words, as a text.
    OneOf(&'static [&'static str]),
    /// One of these bare words.
    Word(&'static [&'static str]),
}

const INTERVALS: &[&str] = &["yyyy", "m", "d", "ww", "h", "n", "s"];

/// What a function wants at a position.
pub(super) fn wanted(function: &str, index: usize) -> Wanted {
    match (function, index) {
        ("Left" | "Item" | "Word" | "DNComponent" | "DateAdd", 1)
        | ("Mid", 1 | 2)
        | ("BitAnd", 0 | 1)
        | ("InStr", 2)
        | ("DateFromNum", 0)
        | ("RandomString", 0..=4) => Wanted::One(Kind::Number),
        ("DateAdd" | "DateDiff", 0) => Wanted::OneOf(INTERVALS),
        ("InStr", 3) => Wanted::Word(&["vbBinaryCompare", "vbTextCompare"]),
        ("IIF", 0) => Wanted::One(Kind::Boolean),
        // IIF and Switch hand on their values, Switch its default too.
        ("Join", 1..)
        | ("Item" | "Count" | "RemoveDuplicates" | "Contains" | "Word", 0)
        | ("IIF", 1 | 2)
        | ("Switch", 1) => Wanted::Several,
        ("Switch", index) if index > 2 && index % 2 == 1 => Wanted::Several,
        _ if TAKE_ANYTHING.contains(&function) => Wanted::Several,
        _ => Wanted::One(Kind::Any),
    }
}

/// Functions that hand on a value as it is, ask whether there is one, or are made for several.
const TAKE_ANYTHING: &[&str] = &[
    "AppRoleAssignments",
    "AppRoleAssignmentsComplex",
    "AssertiveAppRoleAssignmentsComplex",
    "CRef",
    "CStr",
    "Coalesce",
    "IgnoreFlowIfNullOrEmpty",
    "IsNothing",
    "IsNull",
    "IsNullOrEmpty",
    "IsPresent",
    "IsString",
    "Redact",
    "SingleAppRoleAssignment",
    "StringFromSid",
];
