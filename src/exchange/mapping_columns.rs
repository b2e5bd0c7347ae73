//! The columns of a table of attribute mappings. The documents write them, and a table with all of them is read letter by
//! letter.

/// "Users" or "Groups".
pub(in crate::exchange) const OBJECT: &str = "Object";
/// The path of the target attribute.
pub(in crate::exchange) const TARGET: &str = "Target attribute";
/// "Direct", "Constant", "Expression" or "None".
pub(in crate::exchange) const MAPPING_TYPE: &str = "Mapping type";
/// The source attribute, the constant or the expression.
pub(in crate::exchange) const SOURCE: &str = "Source";
/// What an expression does. Nobody reads it back.
pub(in crate::exchange) const IN_WORDS: &str = "In words";
/// A number from 1; nothing for an attribute that does not match.
pub(in crate::exchange) const MATCHING: &str = "Matching precedence";
/// "Always", or the words of another choice.
pub(in crate::exchange) const APPLY: &str = "Apply this mapping";
/// The default value; nothing for none.
pub(in crate::exchange) const DEFAULT: &str = "Default value if null";

/// The columns that make a table one that Crosswalk wrote.
pub(in crate::exchange) const READ_BACK: [&str; 7] = [OBJECT, TARGET, MAPPING_TYPE, SOURCE, MATCHING, APPLY, DEFAULT];

/// What a cell of a workbook ends with if its text was too long for Excel.
pub(in crate::exchange) const CUT: &str = " … (cut: a cell holds no more)";
/// What a document writes for an empty value.
pub(in crate::exchange) const EMPTY: &str = "(empty)";
