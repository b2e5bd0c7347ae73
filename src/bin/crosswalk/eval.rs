//! `crosswalk eval (--expression TEXT [--attributes JSON | --attributes-file FILE] [--now RFC3339] | --cases FILE)
//! [--trace]`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crosswalk::catalog::{Known, Starter, known_source};
use crosswalk::directory::DirectoryError;
use crosswalk::expression::{
    AttributeInfo, AttributeLookup, Diagnostic, Environment, Outcome, TraceStep, Trial, TrialOutcome, Value,
    attribute_from_json, instant_from_rfc3339, to_json, try_out,
};
use crosswalk::json::decode;
use crosswalk::limits::{FILE_BYTES, KEYS, PEOPLE_BYTES};
use crosswalk::plan::{AttributeType, ObjectKind, Plan};
use crosswalk::recognition::{Content, Reader, recognise};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::Answer;
use super::files::{Failure, InCommand, bytes, refused};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The expression.
    #[arg(long, required_unless_present = "cases", allow_hyphen_values = true)]
    expression: Option<String>,
    /// The source attributes as a JSON object: texts, null, lists, Booleans and numbers.
    #[arg(long, conflicts_with = "attributes_file")]
    attributes: Option<String>,
    /// A file with the source attributes as a JSON object.
    #[arg(long)]
    attributes_file: Option<PathBuf>,
    /// The time that Now() returns, for example 2025-07-30T00:00:00Z.
    #[arg(long)]
    now: Option<String>,
    /// Record the value of every part.
    #[arg(long)]
    trace: bool,
    /// A case file: a JSON array of objects with id, expression, attributes and, where needed, now, taken and context.
    #[arg(long, conflicts_with_all = ["expression", "attributes", "attributes_file", "now"])]
    cases: Option<PathBuf>,
}

/// One case of a file. Other members, such as the expected value, are not read.
#[derive(Deserialize)]
struct Case {
    id: String,
    expression: String,
    #[serde(default)]
    attributes: Option<BTreeMap<String, Json>>,
    #[serde(default)]
    now: Option<String>,
    /// Values already in use, for `SelectUniqueValue`.
    #[serde(default)]
    taken: Option<Vec<String>>,
    #[serde(default)]
    context: Option<Context>,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Context {
    #[serde(default)]
    default_domain: Option<String>,
}

/// One line of the answer.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    outcome: &'static str,
    value: Json,
    diagnostics: Vec<DiagnosticLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<Vec<StepLine>>,
}

#[derive(Serialize)]
struct DiagnosticLine<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixLine<'a>>,
}

#[derive(Serialize)]
struct FixLine<'a> {
    label: &'a str,
    start: usize,
    end: usize,
    replacement: &'a str,
    safe: bool,
}

#[derive(Serialize)]
struct StepLine {
    start: usize,
    end: usize,
    outcome: &'static str,
    value: Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    if let Some(path) = &arguments.cases {
        let text = decode(&bytes(path, FILE_BYTES)?).map_err(|reason| refused(path)(DirectoryError::from(reason)))?;
        let cases: Vec<Case> =
            serde_json::from_str(&text).map_err(|reason| Failure::Cases { path: path.clone(), reason })?;
        let mut output = String::new();
        for case in &cases {
            let trial = trial(case)?;
            output += &line(Some(&case.id), &trial, arguments.trace);
        }
        return Ok(Answer { output, ..Answer::default() });
    }
    let attributes = match (&arguments.attributes, &arguments.attributes_file) {
        (Some(text), _) => attributes(text.as_bytes())?,
        (None, Some(path)) => attributes(&bytes(path, PEOPLE_BYTES)?)?,
        (None, None) => BTreeMap::new(),
    };
    let case = Case {
        id: String::new(),
        expression: arguments.expression.clone().unwrap_or_default(),
        attributes: Some(attributes),
        now: arguments.now.clone(),
        taken: None,
        context: None,
    };
    let trial = trial(&case)?;
    let output = line(None, &trial, arguments.trace);
    Ok(Answer { output, code: u8::from(trial.outcome == TrialOutcome::Error), ..Answer::default() })
}

fn attributes(bytes: &[u8]) -> Result<BTreeMap<String, Json>, Failure> {
    let fault = |error: DirectoryError| Failure::Attributes(error.in_command());
    let recognised = recognise(bytes).map_err(|error| fault(error.into()))?;
    recognised.found.for_reader(Reader::Attributes).map_err(|error| fault(error.into()))?;
    let Content::Json(document) = recognised.content else { return Ok(BTreeMap::new()) };
    let read: BTreeMap<String, Json> =
        serde_json::from_str(document.text()).map_err(|error| Failure::Attributes(error.to_string()))?;
    KEYS.hold(read.len(), || "the object".to_owned()).map_err(|error| fault(error.into()))?;
    Ok(read)
}

fn trial(case: &Case) -> Result<Trial, Failure> {
    let given: BTreeMap<String, Value> =
        case.attributes.iter().flatten().map(|(name, json)| (name.clone(), attribute_from_json(name, json))).collect();
    let environment = environment(case)?;
    let lookup = Lookup { given: &given, plan: Starter::EntraDefault.plan() };
    Ok(try_out(&case.expression, &given, &environment, &lookup))
}

/// The current time and random values, unless the case gives a time.
fn environment(case: &Case) -> Result<Environment, Failure> {
    let moment = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now = match &case.now {
        Some(text) => instant_from_rfc3339(text).ok_or_else(|| Failure::Now(text.clone()))?,
        None => i64::try_from(moment.as_millis()).unwrap_or_default(),
    };
    Ok(Environment {
        default_domain: case.context.clone().and_then(|context| context.default_domain),
        now: Some(now),
        taken: case.taken.clone().unwrap_or_default(),
        // Nanoseconds differ from run to run. Only the high bits are lost.
        seed: u64::try_from(moment.as_nanos() & u128::from(u64::MAX)).unwrap_or_default(),
        ..Environment::default()
    })
}

fn line(id: Option<&str>, trial: &Trial, with_trace: bool) -> String {
    let (outcome, value) = match &trial.outcome {
        TrialOutcome::Value(value) => ("value", to_json(value)),
        TrialOutcome::Ignored => ("ignored", Json::Null),
        TrialOutcome::Error => ("error", Json::Null),
    };
    let line = Line {
        id,
        outcome,
        value,
        diagnostics: trial.diagnostics.iter().map(diagnostic_line).collect(),
        trace: with_trace.then(|| trial.trace.iter().map(step_line).collect()),
    };
    // Text keys only, which always serialise.
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

fn diagnostic_line(diagnostic: &Diagnostic) -> DiagnosticLine<'_> {
    DiagnosticLine {
        code: diagnostic.code,
        severity: diagnostic.severity.label(),
        message: &diagnostic.message,
        start: diagnostic.span.start,
        end: diagnostic.span.end,
        fix: diagnostic.fix.as_ref().map(|fix| FixLine {
            label: &fix.label,
            start: fix.span.start,
            end: fix.span.end,
            replacement: &fix.replacement,
            safe: fix.safe,
        }),
    }
}

fn step_line(step: &TraceStep) -> StepLine {
    let (outcome, value) = match &step.outcome {
        Outcome::Value(value) => ("value", to_json(value)),
        Outcome::Ignored => ("ignored", Json::Null),
        Outcome::Error(_) => ("error", Json::Null),
    };
    StepLine { start: step.span.start, end: step.span.end, outcome, value }
}

/// The given attributes, and those that Entra lists for a user.
struct Lookup<'a> {
    given: &'a BTreeMap<String, Value>,
    plan: Plan,
}

impl AttributeLookup for Lookup<'_> {
    fn attribute(&self, name: &str) -> Option<AttributeInfo> {
        let catalogued = known_source(&self.plan, ObjectKind::User, name);
        match (self.given.get(name), catalogued) {
            // The given value says more than the catalogue.
            (Some(value), Known::Catalogued(known)) => Some(AttributeInfo {
                multivalued: matches!(value, Value::List(_)),
                boolean: known.attribute_type == AttributeType::Boolean,
                reference: known.attribute_type == AttributeType::Reference,
            }),
            (Some(value), _) => {
                Some(AttributeInfo { multivalued: matches!(value, Value::List(_)), ..AttributeInfo::default() })
            }
            (None, Known::Unknown { .. }) => None,
            (None, Known::Catalogued(known)) => Some(AttributeInfo {
                multivalued: known.multivalued,
                boolean: known.attribute_type == AttributeType::Boolean,
                reference: known.attribute_type == AttributeType::Reference,
            }),
            (None, Known::Extension | Known::WellFormed) => Some(AttributeInfo::default()),
        }
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let given = self.given.keys().find(|given| given.eq_ignore_ascii_case(name)).cloned();
        given.or_else(|| match known_source(&self.plan, ObjectKind::User, name) {
            Known::Unknown { nearest } => nearest,
            _ => None,
        })
    }
}
