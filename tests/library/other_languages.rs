//! Expressions as people bring them from other languages: one finding each, which names Entra's way, and a fix that leaves
//! no error.

use crosswalk::expression::{AttributeInfo, AttributeLookup, Diagnostic, Severity, parse};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    written: String,
    /// A part of the message.
    says: String,
    /// The text after the fix; nothing where none can be offered.
    fixed: Option<String>,
}

fn rows() -> Vec<Row> {
    serde_json::from_str(include_str!("../data/other_languages.json")).unwrap()
}

/// Every name is a source attribute.
struct Everything;

impl AttributeLookup for Everything {
    fn attribute(&self, _: &str) -> Option<AttributeInfo> {
        Some(AttributeInfo::default())
    }
    fn nearest(&self, _: &str) -> Option<String> {
        None
    }
}

fn errors(text: &str) -> Vec<Diagnostic> {
    let parsed = parse(text);
    let mut found = parsed.check(&Everything);
    found.extend(parsed.errors);
    found.retain(|one| one.severity == Severity::Error);
    found
}

#[test]
fn each_form_has_one_finding_that_names_entras_way() {
    let rows = rows();
    assert!(rows.len() >= 60, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for Row { written, says, fixed } in &rows {
        let found = errors(written);
        let Some(first) = found.first() else {
            wrong.push(format!("{written}: no error"));
            continue;
        };
        if found.len() != 1 && fixed.is_some() {
            wrong.push(format!("{written}: {found:#?}"));
        }
        if !first.message.contains(says.as_str()) {
            wrong.push(format!("{written}: {:?} does not say {says:?}", first.message));
        }
        let fix = first.fix.as_ref().map(|fix| fix.apply(written));
        if fixed.is_some() && fix != *fixed {
            wrong.push(format!("{written}: {fix:?} instead of {fixed:?}"));
        }
        if let Some(fixed) = &fix
            && found.len() == 1
            && !errors(fixed).is_empty()
        {
            wrong.push(format!("{written}: the fix leaves {:?}", errors(fixed)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A fix marked safe removes its error and adds none.
fn safe_fixes_mend(text: &str) -> Result<(), TestCaseError> {
    let before = errors(text);
    for error in &before {
        let Some(fix) = error.fix.as_ref().filter(|fix| fix.safe) else { continue };
        let fixed = fix.apply(text);
        let after = errors(&fixed);
        prop_assert!(
            after.len() < before.len(),
            "{text:?} → {fixed:?}: {error:?}; before {before:#?}; after {after:#?}"
        );
        for left in &after {
            let same = |one: &Diagnostic| one.code == left.code;
            let (was, is) =
                (before.iter().filter(|one| same(one)).count(), after.iter().filter(|one| same(one)).count());
            prop_assert!(is <= was, "{text:?} → {fixed:?} has a new error: {left:?}");
        }
    }
    Ok(())
}

#[test]
fn safe_fixes_of_the_table_mend() {
    for row in rows() {
        safe_fixes_mend(&row.written).unwrap();
    }
}

/// Operands and conditions of other languages.
fn operand() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("[mail]".to_owned()),
        Just("\"x\"".to_owned()),
        Just("'x'".to_owned()),
        Just("user.city".to_owned()),
        Just("{city}".to_owned()),
        Just("department".to_owned()),
        Just("3".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let many = prop::collection::vec(inner.clone(), 1..4).prop_map(|all| all.join(", "));
        let operator = prop::sample::select(vec![
            " + ", " && ", " || ", " == ", " -eq ", " And ", " ?? ", " - ", " = ", " <> ", " -contains ", " & ",
        ]);
        let name = prop::sample::select(vec![
            "ToLower", "IIF", "If", "Join", "Lower", "Concat", "Replace", "Substring", "Split", "Left", "Switch", "And",
            "String.toUpperCase", "ISBLANK", "Right",
        ]);
        prop_oneof![
            3 => (name, many).prop_map(|(name, arguments)| format!("{name}({arguments})")),
            2 => (inner.clone(), operator, inner.clone()).prop_map(|(left, operator, right)| format!("{left}{operator}{right}")),
            1 => inner.clone().prop_map(|inner| format!("({inner})")),
            1 => inner.clone().prop_map(|inner| format!("!{inner}")),
            1 => inner.prop_map(|inner| format!("{inner}[1]")),
        ]
    })
}

proptest! {
    #[test]
    fn every_safe_fix_removes_its_error_and_adds_none(text in operand()) {
        safe_fixes_mend(&text)?;
    }
}
