//! Every case of Microsoft's documentation (`tests/data/expression-vectors.json`, each with its source) has the value that
//! the documentation gives it, or what its note explains.

use std::collections::BTreeMap;

use crosswalk::catalog::{Known, Starter, known_source};
use crosswalk::expression::{
    AttributeInfo, AttributeLookup, Environment, Severity, Trial, TrialOutcome, Value, attribute_from_json, compile,
    from_json, instant_from_rfc3339, parse, try_out,
};
use crosswalk::plan::ObjectKind;
use serde_json::Value as Json;

const CASES: &str = include_str!("../data/expression-vectors.json");

struct Case<'a>(&'a Json);

impl Case<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Json::as_str)
    }

    fn flag(&self, key: &str) -> bool {
        self.0.get(key).and_then(Json::as_bool).unwrap_or_default()
    }

    fn attributes(&self) -> BTreeMap<String, Value> {
        let attributes = self.0.get("attributes").and_then(Json::as_object);
        attributes.into_iter().flatten().map(|(name, value)| (name.clone(), attribute_from_json(name, value))).collect()
    }

    fn environment(&self) -> Environment {
        let taken = self.0.get("taken").and_then(Json::as_array);
        Environment {
            default_domain: self.0.pointer("/context/defaultDomain").and_then(Json::as_str).map(str::to_owned),
            now: self.text("now").and_then(instant_from_rfc3339),
            seed: 7,
            taken: taken.into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect(),
            ..Environment::default()
        }
    }

    fn trial(&self) -> Trial {
        let attributes = self.attributes();
        try_out(self.text("expression").unwrap(), &attributes, &self.environment(), &Given(&attributes))
    }

    /// Why the case fails; nothing when it passes (the facts' "A vector passes").
    fn fault(&self) -> Option<String> {
        let trial = self.trial();
        let found = format!("{:?} {:?}", trial.outcome, trial.diagnostics);
        let warned = trial.diagnostics.iter().any(|diagnostic| diagnostic.severity != Severity::Advice);
        let has = |key: &str| {
            let expected = self.0.get(key).unwrap_or(&Json::Null);
            matches!(&trial.outcome, TrialOutcome::Value(value) if rendered(value) == rendered_json(expected))
        };
        let passes = if self.0.get("error").is_some() {
            trial.outcome == TrialOutcome::Error
                || (self.0.get("lenientExpected").is_some() && has("lenientExpected") && warned)
        } else if self.text("outcome") == Some("ignored") {
            trial.outcome == TrialOutcome::Ignored
        } else if self.text("outcome") == Some("unsupported") {
            has("expected") && warned
        } else if self.flag("nondeterministic") && self.text("now").is_none() {
            match (&trial.outcome, self.text("pattern")) {
                (TrialOutcome::Value(value), Some(pattern)) => {
                    fancy_regex::Regex::new(pattern).unwrap().is_match(&value.to_text_or_empty()).unwrap()
                }
                (TrialOutcome::Value(_), None) => true,
                _ => false,
            }
        } else {
            has("expected")
        };
        (!passes).then(|| format!("{}: {found}", self.text("id").unwrap_or_default()))
    }
}

/// What was given is known, and what Entra lists.
struct Given<'a>(&'a BTreeMap<String, Value>);

impl AttributeLookup for Given<'_> {
    fn attribute(&self, name: &str) -> Option<AttributeInfo> {
        let catalogued =
            !matches!(known_source(&Starter::EntraDefault.plan(), ObjectKind::User, name), Known::Unknown { .. });
        (catalogued || self.0.contains_key(name)).then(AttributeInfo::default)
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }
}

fn rendered(value: &Value) -> Vec<Option<String>> {
    match value {
        Value::List(items) => items.iter().map(Value::to_text).collect(),
        other => vec![other.to_text()],
    }
}

fn rendered_json(value: &Json) -> Vec<Option<String>> {
    rendered(&from_json(value))
}

#[test]
fn every_case_of_the_documentation_passes() {
    let cases: Vec<Json> = serde_json::from_str(CASES).unwrap();
    assert_eq!(cases.len(), 251);
    let faults: Vec<_> = cases.iter().filter_map(|case| Case(case).fault()).collect();
    assert!(faults.is_empty(), "{} of {} fail:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

#[test]
fn a_record_changes_no_outcome() {
    let cases: Vec<Json> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        let case = Case(case);
        let Some(tree) = parse(case.text("expression").unwrap()).tree else { continue };
        let (attributes, environment) = (case.attributes(), case.environment());
        let compiled = compile(&tree);
        let outcome = compiled.outcome(&attributes, &environment);
        assert_eq!(outcome, compiled.trace(&attributes, &environment).outcome, "{:?}", case.text("id"));
    }
}
