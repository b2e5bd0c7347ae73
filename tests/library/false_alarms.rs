//! Schemas of Microsoft's own connectors raise no alarm about what is right in them.

use std::{collections::BTreeSet, fs, path::Path};

use crosswalk::{
    exchange::{
        graph_schema::{Choice, import, merge},
        json::Document,
    },
    lint::{Context, Diagnostic, Severity, check},
};
use serde_json::{Value, json};

fn problems(schema: &Value) -> Vec<Diagnostic> {
    let document = Document::parse(schema.to_string()).unwrap();
    let plan = import(&document, &Choice::default()).unwrap().plan;
    check(&Context::new(&plan, &[]))
}

/// A schema of cross-tenant synchronization, with a function and attributes that no page documents.
fn cross_tenant() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cross-tenant-schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn codes(problems: &[Diagnostic], severity: Severity) -> BTreeSet<&'static str> {
    problems.iter().filter(|problem| problem.severity == severity).map(|problem| problem.code).collect()
}

#[test]
fn a_schema_with_its_source_directory_has_no_errors_and_no_warnings() {
    let problems = problems(&cross_tenant());
    assert_eq!(codes(&problems, Severity::Error), BTreeSet::new(), "{problems:#?}");
    assert_eq!(codes(&problems, Severity::Warning), BTreeSet::new(), "{problems:#?}");
    let unknown = problems.iter().find(|problem| problem.code == "E012").unwrap();
    assert_eq!(unknown.message, "Microsoft's connectors use AltSecIdFromNetId. Crosswalk does not simulate it.");
}

#[test]
fn without_its_source_directory_an_unknown_attribute_is_a_question() {
    let mut schema = cross_tenant();
    let directories = schema["directories"].as_array_mut().unwrap();
    directories.retain(|directory| directory["name"] != "Azure Active Directory");
    let problems = problems(&schema);
    assert_eq!(codes(&problems, Severity::Error), BTreeSet::new(), "{problems:#?}");
    let questions: Vec<&str> =
        problems.iter().filter(|problem| problem.code == "A001").map(|problem| problem.message.as_str()).collect();
    assert!(questions.iter().any(|text| text.starts_with("Does your directory have the attribute “netId”?")));
}

#[test]
fn an_attribute_that_the_source_directory_lacks_is_an_error() {
    let mut schema = cross_tenant();
    let source = &mut schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"][6]["source"];
    source["name"] = "shoeSize".into();
    source["expression"] = "[shoeSize]".into();
    assert!(codes(&problems(&schema), Severity::Error).contains("A001"));
}

#[test]
fn an_operator_without_documentation_is_kept_with_a_warning() {
    let mut schema = cross_tenant();
    let clause = |operator: &str, values: Value| json!({ "operatorName": operator, "sourceOperandName": "displayName", "targetOperand": { "values": values } });
    let clauses = json!([
        clause("Present", json!([])),
        clause("Valid Cert Match", json!(["x"])),
        clause("&", json!(["x"])),
        clause("!&", json!(["x"])),
    ]);
    schema["synchronizationRules"][0]["objectMappings"][0]["scope"] =
        json!({ "groups": [{ "name": "Scope", "clauses": clauses }] });
    let document = Document::parse(schema.to_string()).unwrap();
    let plan = import(&document, &Choice::default()).unwrap().plan;
    let names: Vec<&str> =
        plan.object_mappings[0].scoping_filters[0].clauses.iter().map(|clause| clause.operator.name()).collect();
    assert_eq!(names, ["Present", "Valid Cert Match", "&", "!&"]);
    assert!(!merge(&plan, &document).unwrap().changed);
    let problems = check(&Context::new(&plan, &[]));
    assert_eq!(problems.iter().filter(|problem| problem.code == "S012").count(), 4);
    assert_eq!(codes(&problems, Severity::Error), BTreeSet::new(), "{problems:#?}");
}
