//! The registry: the families of rules. A family's `mod.rs` lists its rules, one line each.

/// A family of rules: the letter of their codes, the heading, and a line for each rule, which is a file of that name.
macro_rules! family {
    ($letter:literal, $title:literal: $($rule:ident),+ $(,)?) => {
        $(mod $rule;)+

        pub(super) static FAMILY: $crate::lint::Family =
            $crate::lint::Family { letter: $letter, title: $title, rules: &[$(&$rule::RULE),+] };
    };
}

mod connection;
mod deprovisioning;
mod groups;
mod locale;
mod matching;
mod people;
mod scoping;
mod source;
mod target;

use super::{Family, Rule};

/// Every family, in the order of the reference.
pub static FAMILIES: &[&Family] = &[
    &matching::FAMILY,
    &source::FAMILY,
    &target::FAMILY,
    &locale::FAMILY,
    &scoping::FAMILY,
    &deprovisioning::FAMILY,
    &groups::FAMILY,
    &connection::FAMILY,
    &people::FAMILY,
];

/// Every rule.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules.iter().copied())
}
