//! What a server that follows its own description (RFC 7643 section 7) would refuse in a request.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::{Effect, Flow, Request, Resolved, Step};
use crate::catalog::Description;
use crate::plan::{AttributePath, DescribedAttribute, Mutability, ObjectKind, Plan, ScimType};

/// The sentences about a request. Without a description there are none.
pub(super) fn refusals(
    plan: &Plan,
    description: &Description<'_>,
    kind: ObjectKind,
    request: &Request,
    resolved: &[Resolved],
) -> Vec<String> {
    if !description.has(kind) {
        return Vec::new();
    }
    let mut refusals = Vec::new();
    match &request.effect {
        Effect::Create(_) => {
            let values = resolved.iter().filter_map(|one| match &one.flow {
                Flow::Value { value, .. } => Some((one.target.as_str(), value)),
                Flow::DidNotFlow(_) => None,
            });
            let values: Vec<_> = values.collect();
            for (path, value) in &values {
                refusals.extend(refusal(description, kind, path, value, request.step));
            }
            let sent: BTreeSet<String> = values.iter().map(|(path, _)| whole(path)).collect();
            for one in required(plan, kind) {
                if !sent.contains(&whole(&one.name)) {
                    refusals.push(format!(
                        "A strict server refuses the request: {} is required but has no value.",
                        one.name
                    ));
                }
            }
        }
        Effect::Set(values) => {
            for (path, value) in values {
                refusals.extend(refusal(description, kind, path, value, request.step));
            }
        }
        _ => {}
    }
    refusals
}

/// The attributes that a create request must contain: required ones that a client may write, without their parts.
pub fn required(plan: &Plan, kind: ObjectKind) -> impl Iterator<Item = &DescribedAttribute> {
    crate::catalog::described(plan).iter().filter(move |one| {
        one.kind == kind
            && one.required
            && one.mutability != Mutability::ReadOnly
            && !one.is_sub_attribute()
            && !matches!(one.name.as_str(), "id" | "schemas" | "meta")
    })
}

/// The attribute as a whole: of `emails[type eq "work"].value` it is `emails`.
fn whole(path: &str) -> String {
    match AttributePath::parse(path) {
        Ok(path) => AttributePath { filter: None, sub_attribute: None, ..path }.key(),
        Err(_) => path.to_ascii_lowercase(),
    }
}

fn refusal(description: &Description<'_>, kind: ObjectKind, path: &str, value: &Json, step: Step) -> Option<String> {
    let Some(one) = description.get(kind, path) else {
        return Some(format!("The application does not describe {path}. A strict server refuses or ignores it."));
    };
    let updates = step != Step::Create;
    match one.mutability {
        Mutability::ReadOnly if updates => {
            return Some(format!("{path} is read-only. A strict server refuses to change it."));
        }
        Mutability::ReadOnly => return Some(format!("{path} is read-only. A strict server ignores it.")),
        Mutability::Immutable if updates => {
            return Some(format!("{path} is immutable. A strict server refuses to change it after the creation."));
        }
        _ => {}
    }
    let reason = misfit(one, value).or_else(|| misfit_of_filter(description, kind, path))?;
    Some(format!("A strict server refuses {path}: {reason}."))
}

/// Why the element that a path names is none of the application's: `work` of `emails[type eq "work"]`.
pub fn misfit_of_filter(description: &Description<'_>, kind: ObjectKind, path: &str) -> Option<String> {
    let parsed = AttributePath::parse(path).ok()?;
    let filter = parsed.filter.clone()?;
    let of_filter = AttributePath { filter: None, sub_attribute: Some(filter.attribute), ..parsed.clone() };
    let name = match of_filter.schema {
        Some(schema) => format!("{schema}:{}.{}", of_filter.attribute, filter.attribute),
        None => format!("{}.{}", of_filter.attribute, filter.attribute),
    };
    let one = description.get(kind, &name)?;
    not_canonical(one, filter.value)
}

/// Why a value does not fit a described attribute, as a part of a sentence.
pub fn misfit(one: &DescribedAttribute, value: &Json) -> Option<String> {
    let items = match value {
        Json::Array(items) if !one.multi_valued => {
            return Some(format!("the value is a list, and {} takes one value", one.name)).filter(|_| items.len() != 1);
        }
        Json::Array(items) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    items.iter().find_map(|item| {
        if let Json::String(text) = item
            && let Some(reason) = not_canonical(one, text)
        {
            return Some(reason);
        }
        let wanted = fits(one.scim_type, item).err()?;
        Some(format!("{item} is not {wanted}"))
    })
}

fn not_canonical(one: &DescribedAttribute, text: &str) -> Option<String> {
    let same = |value: &String| if one.case_exact { value == text } else { value.eq_ignore_ascii_case(text) };
    let is_listed = one.canonical_values.is_empty() || one.canonical_values.iter().any(same);
    (!is_listed).then(|| format!("“{text}” is not one of {}", one.canonical_values.join(", ")))
}

/// Whether a value has the form of a type (RFC 7643 section 2.3); otherwise what is wanted.
fn fits(scim_type: ScimType, value: &Json) -> Result<(), &'static str> {
    let text = value.as_str();
    // Entra sends Booleans and numbers as texts: the request says so where it matters.
    let (fits, wanted) = match scim_type {
        ScimType::Boolean => {
            let is_word = |text: &str| text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
            (value.is_boolean() || text.is_some_and(is_word), "true or false")
        }
        ScimType::Integer => (value.is_i64() || text.is_some_and(|text| text.parse::<i64>().is_ok()), "a whole number"),
        ScimType::Decimal => {
            let is_number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
            (value.is_number() || text.is_some_and(is_number), "a number")
        }
        ScimType::DateTime => (text.is_some_and(is_date_time), "a date with a time, such as 2026-01-31T08:00:00Z"),
        ScimType::Binary => {
            let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=-_".contains(&byte);
            (text.is_some_and(|text| text.bytes().all(is_base64)), "Base64")
        }
        ScimType::String | ScimType::Reference => (!value.is_object(), "a text"),
        ScimType::Complex => (true, "an object"),
    };
    if fits { Ok(()) } else { Err(wanted) }
}

/// `2026-01-31T08:00:00Z`: a date, `T`, a time, and nothing, `Z` or an offset (XML Schema, dateTime).
fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let date: Vec<&str> = date.split('-').collect();
    let clock = time.get(..8).unwrap_or_default();
    let clock: Vec<&str> = clock.split(':').collect();
    matches!(date.as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
        && matches!(clock.as_slice(), [hour, minute, second] if [hour, minute, second].iter().all(|part| digits(part, 2)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn one(scim_type: ScimType) -> DescribedAttribute {
        DescribedAttribute { name: "a".to_owned(), scim_type, ..DescribedAttribute::default() }
    }

    #[test]
    fn a_value_has_the_form_of_its_type() {
        for (scim_type, right, wrong) in [
            (ScimType::Boolean, json!("True"), json!("yes")),
            (ScimType::Integer, json!("7"), json!("7.5")),
            (ScimType::Decimal, json!(7.5), json!("seven")),
            (ScimType::DateTime, json!("2026-01-31T08:00:00Z"), json!("31.01.2026")),
            (ScimType::Binary, json!("YQ=="), json!("a b")),
            (ScimType::String, json!("a"), json!({"a": 1})),
        ] {
            assert_eq!(misfit(&one(scim_type), &right), None, "{right}");
            assert!(misfit(&one(scim_type), &wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn a_list_goes_only_to_an_attribute_that_takes_several_values() {
        let many = DescribedAttribute { multi_valued: true, ..one(ScimType::String) };
        assert_eq!(misfit(&many, &json!(["a", "b"])), None);
        assert!(misfit(&one(ScimType::String), &json!(["a", "b"])).is_some());
    }

    #[test]
    fn a_canonical_value_counts_in_any_case_unless_the_attribute_is_case_exact() {
        let values = DescribedAttribute { canonical_values: vec!["work".to_owned()], ..one(ScimType::String) };
        assert_eq!(misfit(&values, &json!("Work")), None);
        assert_eq!(misfit(&values, &json!("home")).as_deref(), Some("“home” is not one of work"));
        assert!(misfit(&DescribedAttribute { case_exact: true, ..values }, &json!("Work")).is_some());
    }
}
