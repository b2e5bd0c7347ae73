//! The functions, one file each. A file holds signature, documentation, examples and implementation; the examples run
//! as tests. Registering one is one line in [`FUNCTIONS`].

mod app_role_assignments;
mod app_role_assignments_complex;
mod append;
mod assertive_app_role_assignments_complex;
mod bit_and;
mod c_bool;
mod c_date;
mod c_ref;
mod c_str;
mod coalesce;
mod contains;
mod convert_from_base64;
mod convert_to_base64;
mod convert_to_utf8_hex;
mod count;
mod date_add;
mod date_diff;
mod date_from_num;
mod default_domain;
mod dn_component;
mod error;
mod format_date_time;
mod guid;
mod ignore_flow_if_null_or_empty;
mod iif;
mod in_str;
mod is_nothing;
mod is_null;
mod is_null_or_empty;
mod is_present;
mod is_string;
mod item;
mod join;
mod left;
mod len;
mod mid;
mod normalize_diacritics;
mod not;
mod now;
mod num_from_date;
mod p_case;
mod prepend;
mod random_string;
mod redact;
mod remove_duplicates;
mod replace;
mod select_unique_value;
mod single_app_role_assignment;
mod split;
mod string_from_sid;
mod strip_spaces;
mod switch;
mod to_lower;
mod to_upper;
mod trim;
mod word;

use super::evaluate::Arguments;
use super::failure::Stop;
use super::value::Value;

/// A function of the language.
pub struct Function {
    /// The canonical spelling.
    pub name: &'static str,
    /// Its parameters, in order.
    pub parameters: &'static [Parameter],
    /// What it yields, in one sentence.
    pub summary: &'static str,
    /// What is assumed where the documentation is silent; empty where nothing is.
    pub assumed: &'static str,
    /// Expressions with the value they have for no attributes at all.
    pub examples: &'static [Example],
    /// The sentence that says what a call does, from its arguments in words.
    pub reading: fn(&[Option<String>]) -> String,
    pub(super) call: fn(&mut Arguments<'_, '_>) -> Result<Value, Stop>,
}

/// One parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name in the documentation.
    pub name: &'static str,
    /// Whether its position must be there. An optional one in the middle is left empty.
    pub presence: Presence,
}

/// How often a parameter stands in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Once.
    Required,
    /// Once or not at all.
    Optional,
    /// Once or more; the last ones of a list may all repeat together.
    Repeating,
}

/// An example: `expression` has the text `value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The expression.
    pub expression: &'static str,
    /// Its value as text; nothing for null.
    pub value: Option<&'static str>,
}

pub(super) const fn required(name: &'static str) -> Parameter {
    Parameter { name, presence: Presence::Required }
}

pub(super) const fn optional(name: &'static str) -> Parameter {
    Parameter { name, presence: Presence::Optional }
}

pub(super) const fn repeating(name: &'static str) -> Parameter {
    Parameter { name, presence: Presence::Repeating }
}

pub(super) const fn example(expression: &'static str, value: &'static str) -> Example {
    Example { expression, value: Some(value) }
}

/// All functions, by name.
pub static FUNCTIONS: &[&Function] = &[
    &append::APPEND,
    &app_role_assignments::APP_ROLE_ASSIGNMENTS,
    &app_role_assignments_complex::APP_ROLE_ASSIGNMENTS_COMPLEX,
    &assertive_app_role_assignments_complex::ASSERTIVE_APP_ROLE_ASSIGNMENTS_COMPLEX,
    &bit_and::BIT_AND,
    &c_bool::C_BOOL,
    &c_date::C_DATE,
    &coalesce::COALESCE,
    &contains::CONTAINS,
    &convert_from_base64::CONVERT_FROM_BASE64,
    &convert_to_base64::CONVERT_TO_BASE64,
    &convert_to_utf8_hex::CONVERT_TO_UTF8_HEX,
    &count::COUNT,
    &c_ref::C_REF,
    &c_str::C_STR,
    &date_add::DATE_ADD,
    &date_diff::DATE_DIFF,
    &date_from_num::DATE_FROM_NUM,
    &default_domain::DEFAULT_DOMAIN,
    &dn_component::DN_COMPONENT,
    &error::ERROR,
    &format_date_time::FORMAT_DATE_TIME,
    &guid::GUID,
    &ignore_flow_if_null_or_empty::IGNORE_FLOW_IF_NULL_OR_EMPTY,
    &iif::IIF,
    &in_str::IN_STR,
    &is_nothing::IS_NOTHING,
    &is_null::IS_NULL,
    &is_null_or_empty::IS_NULL_OR_EMPTY,
    &is_present::IS_PRESENT,
    &is_string::IS_STRING,
    &item::ITEM,
    &join::JOIN,
    &left::LEFT,
    &len::LEN,
    &mid::MID,
    &normalize_diacritics::NORMALIZE_DIACRITICS,
    &not::NOT,
    &now::NOW,
    &num_from_date::NUM_FROM_DATE,
    &p_case::P_CASE,
    &prepend::PREPEND,
    &random_string::RANDOM_STRING,
    &redact::REDACT,
    &remove_duplicates::REMOVE_DUPLICATES,
    &replace::REPLACE,
    &select_unique_value::SELECT_UNIQUE_VALUE,
    &single_app_role_assignment::SINGLE_APP_ROLE_ASSIGNMENT,
    &split::SPLIT,
    &string_from_sid::STRING_FROM_SID,
    &strip_spaces::STRIP_SPACES,
    &switch::SWITCH,
    &to_lower::TO_LOWER,
    &to_upper::TO_UPPER,
    &trim::TRIM,
    &word::WORD,
];

/// The function of a name, in any case: Microsoft's own samples differ in case.
pub fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().copied().find(|function| function.name.eq_ignore_ascii_case(name))
}

impl Function {
    /// Whether a call may have this many positions.
    pub fn accepts(&self, count: usize) -> bool {
        let minimum = self.parameters.iter().filter(|parameter| parameter.presence != Presence::Optional).count();
        let repeats = self.parameters.iter().any(|parameter| parameter.presence == Presence::Repeating);
        // A trailing comma is an empty position more and harmless where the parameter is optional.
        count >= minimum && (repeats || count <= self.parameters.len())
    }

    /// How many arguments a call takes, in words.
    pub fn expected_arguments(&self) -> String {
        let minimum = self.parameters.iter().filter(|parameter| parameter.presence != Presence::Optional).count();
        let repeats = self.parameters.iter().any(|parameter| parameter.presence == Presence::Repeating);
        match (repeats, self.parameters.len()) {
            (true, _) => format!("at least {minimum} arguments"),
            (false, 1) => "one argument".to_owned(),
            (false, maximum) if maximum == minimum => format!("{maximum} arguments"),
            (false, maximum) => format!("{minimum} to {maximum} arguments"),
        }
    }

    /// The signature, for example `Join(separator, source…)`.
    pub fn signature(&self) -> String {
        let parameters: Vec<_> = self
            .parameters
            .iter()
            .map(|parameter| match parameter.presence {
                Presence::Required => parameter.name.to_owned(),
                Presence::Optional => format!("{}?", parameter.name),
                Presence::Repeating => format!("{}…", parameter.name),
            })
            .collect();
        format!("{}({})", self.name, parameters.join(", "))
    }
}

/// The words for an argument, or "nothing".
pub(super) fn word(words: &[Option<String>], index: usize) -> &str {
    words.get(index).and_then(Option::as_deref).unwrap_or("nothing")
}

/// "a, b and c".
pub(super) fn listed(words: &[Option<String>]) -> String {
    let words: Vec<&str> = words.iter().flatten().map(String::as_str).collect();
    match words.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::{Environment, Outcome, evaluate, parse};
    use super::*;

    #[test]
    fn every_example_of_every_function_has_its_value() {
        // The moment of the documentation's own example of Now().
        let environment = Environment { now: Some(1_625_240_018_000), ..Environment::default() };
        for function in FUNCTIONS {
            assert!(!function.examples.is_empty(), "{} has an example", function.name);
            for example in function.examples {
                let parsed = parse(example.expression);
                assert!(parsed.errors.is_empty(), "{}: {:?}", example.expression, parsed.errors);
                let tree = parsed.tree.unwrap();
                let evaluation = evaluate(&tree, &BTreeMap::new(), &environment);
                let Outcome::Value(value) = evaluation.outcome else {
                    panic!("{}: {:?}", example.expression, evaluation.outcome)
                };
                assert_eq!(value.to_text().as_deref(), example.value, "{}", example.expression);
            }
        }
    }

    #[test]
    fn functions_stand_in_the_order_of_their_names() {
        assert!(FUNCTIONS.is_sorted_by_key(|function| function.name.to_lowercase()));
    }
}
