//! What an expression yields for two made-up people. They have the same shared values, such as the department, and
//! differ in all other values.

use std::collections::BTreeMap;

use crate::catalog::{Identity, source_attribute};
use crate::expression::{Compiled, Environment, Expression, Outcome, Value, compile};
use crate::plan::{AttributeType, ObjectKind};

/// The result.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Yield {
    /// The two get different values, or none.
    Different,
    /// Both get this value.
    Same(String),
    /// Both get this value when an attribute is empty.
    SameWithout {
        /// The attribute that is empty.
        attribute: String,
        /// The value.
        value: String,
    },
}

/// Evaluates an expression for both, then once more without each attribute that tells people apart.
pub(super) fn probe(tree: &Expression, kind: ObjectKind, reads: &[String]) -> Yield {
    let compiled = compile(tree);
    let same = |without: Option<&str>| {
        let value = |who: usize| text(&compiled, kind, reads, who, without);
        value(0).filter(|first| value(1).as_ref() == Some(first))
    };
    if let Some(value) = same(None) {
        return Yield::Same(value);
    }
    let own = reads.iter().filter(|name| attribute_identity(kind, name) != Identity::Shared);
    for name in own {
        let never_empty = source_attribute(kind, name).is_some_and(|one| one.never_empty);
        if let Some(value) = same(Some(name)).filter(|_| !never_empty) {
            return Yield::SameWithout { attribute: name.clone(), value };
        }
    }
    Yield::Different
}

fn attribute_identity(kind: ObjectKind, name: &str) -> Identity {
    source_attribute(kind, name).map_or(Identity::Own, |one| one.identity)
}

fn text(compiled: &Compiled, kind: ObjectKind, reads: &[String], who: usize, without: Option<&str>) -> Option<String> {
    let known = reads.iter().filter(|name| Some(name.as_str()) != without);
    let attributes: BTreeMap<String, Value> = known.map(|name| (name.clone(), sample(kind, name, who))).collect();
    match compiled.outcome(&attributes, &Environment::default()) {
        Outcome::Value(value) => value.to_text().filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// Both samples of one attribute have the same length and the same form.
fn sample(kind: ObjectKind, name: &str, who: usize) -> Value {
    let pick = |samples: [&str; 2]| samples[who.min(1)].to_owned();
    let attribute = source_attribute(kind, name);
    let shared = attribute.is_some_and(|one| one.identity == Identity::Shared);
    let lower = name.to_ascii_lowercase();
    let text = if attribute.is_some_and(|one| one.attribute_type == AttributeType::Boolean) {
        "True".to_owned()
    } else if shared {
        "Sample".to_owned()
    } else if lower == "proxyaddresses" {
        pick(["SMTP:anna.berg@contoso.com", "SMTP:otto.lind@contoso.com"])
    } else if lower.contains("mail") && lower != "mailnickname" || lower.ends_with("principalname") {
        pick(["anna.berg@contoso.com", "otto.lind@contoso.com"])
    } else if lower == "objectid" {
        pick(["1f8e4c1a-52a6-4b5c-9d11-6a0c1be7f201", "c27b90d3-aa4e-49f0-8e65-f3d942087b9e"])
    } else {
        pick(["10482653", "29731947"])
    };
    if attribute.is_some_and(|one| one.multivalued) { Value::List(vec![Value::Text(text)]) } else { Value::Text(text) }
}
