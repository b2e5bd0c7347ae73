//! The functions, one file each. A file holds all that is known of its function: signature, documentation, facts,
//! examples and implementation. The examples run as tests. To register a function, add its module and its line in
//! [`FUNCTIONS`].

mod all_roles;
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
mod description;
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
pub(super) mod replace;
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

use super::evaluate::{ManyAtOnce, OneText};
use all_roles::handed_over;
pub(super) use description::listed;
pub use description::{
    Case, Caution, DependsOn, Documented, Example, Function, Keys, Parameter, Presence, RoleForm, Takes, Yields,
};
use description::{INTERVALS, example, optional, repeating, required, word};

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::{Environment, Outcome, compile, parse};
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
                let outcome = compile(&tree).outcome(&BTreeMap::new(), &environment);
                let Outcome::Value(value) = outcome else { panic!("{}: {outcome:?}", example.expression) };
                assert_eq!(value.to_text().as_deref(), example.value, "{}", example.expression);
            }
        }
    }

    #[test]
    fn functions_are_in_the_order_of_their_names() {
        assert!(FUNCTIONS.is_sorted_by_key(|function| function.name.to_lowercase()));
    }
}
