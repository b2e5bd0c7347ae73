//! Application roles: one form in people, expressions and requests.

use std::collections::BTreeMap;

use crosswalk::directory::{Person, read_target};
use crosswalk::expression::{Environment, Outcome, attribute_from_json, compile, parse};
use crosswalk::plan::{AttributeMapping, ObjectKind, Plan, SamplePerson};
use crosswalk::simulate::{Event, Flow, Reason, Situation, Step, resolve_value, simulate};
use serde_json::{Value, json};

fn plan(expression: &str, target: &str) -> Plan {
    let mut plan = crosswalk::catalog::Starter::StaffbaseMinimum.plan();
    let users = plan.object_mappings.iter_mut().find(|object| object.kind == ObjectKind::User).unwrap();
    users.attribute_mappings = vec![
        AttributeMapping::direct("userPrincipalName", "externalId").matching(1),
        AttributeMapping::direct("userPrincipalName", "userName"),
        AttributeMapping::expression(expression, target),
    ];
    plan
}

fn person(roles: Value) -> Person {
    let flat = json!({"userPrincipalName": "a@b.c", "appRoleAssignments": roles});
    Person::from_flat(&serde_json::from_value::<SamplePerson>(flat).unwrap()).0
}

fn created(plan: &Plan, person: &Person) -> Value {
    let simulation = simulate(&Situation::in_cycle(plan, person));
    let request = simulation.requests.iter().find(|request| request.step == Step::Create).unwrap();
    serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap()
}

/// The result of the role's mapping for a person.
fn flow(expression: &str, roles: Value) -> Flow {
    resolve_value(&plan(expression, "userType"), ObjectKind::User, 2, &person(roles), true).flow
}

fn sent(expression: &str, roles: Value) -> Value {
    match flow(expression, roles) {
        Flow::Value { value, .. } => value,
        Flow::DidNotFlow(reason) => panic!("{expression}: {reason}"),
    }
}

fn editor() -> Value {
    json!([{"id": "r1", "value": "Editors", "displayName": "Editors"}])
}

const NESTED: &str = r#"Switch(SingleAppRoleAssignment([appRoleAssignments]), "member", "Editors", "editor")"#;

#[test]
fn a_role_function_works_in_any_place() {
    assert_eq!(sent(NESTED, editor()), "editor");
    assert_eq!(sent("SingleAppRoleAssignment([appRoleAssignments])", editor()), "Editors");
    assert_eq!(sent(r#"Append(ToLower(SingleAppRoleAssignment([appRoleAssignments])), "!")"#, editor()), "editors!");
    assert_eq!(created(&plan(NESTED, "userType"), &person(editor()))["userType"], "editor");
    let chosen = r#"IIF(Count([appRoleAssignments])="1", AppRoleAssignmentsComplex([appRoleAssignments]), "")"#;
    let roles = sent(chosen, editor());
    assert_eq!((&roles[0]["value"], &roles[0]["displayName"]), (&json!("Editors"), &json!("Editors")));
}

#[test]
fn plain_texts_and_other_cases_are_roles_too() {
    for roles in [json!(["Editors"]), json!("Editors"), json!([{"Id": "r1", "Value": "Editors", "DisplayName": "E"}])] {
        assert_eq!(sent(NESTED, roles.clone()), "editor", "{roles}");
        assert_eq!(sent("SingleAppRoleAssignment([appRoleAssignments])", roles.clone()), "Editors", "{roles}");
        let all = sent("AssertiveAppRoleAssignmentsComplex([appRoleAssignments])", roles.clone());
        assert_eq!(all[0]["value"], "Editors", "{roles}");
    }
    // Without a role there is no value, and the Switch returns its default.
    assert_eq!(flow(NESTED, json!([])), Flow::Value { value: "member".into(), note: None });
}

#[test]
fn a_role_of_which_only_the_id_is_known_sends_nothing_empty() {
    // A person's file leaves such a role out, and says so.
    let roles = json!([{"id": "a1", "appRoleId": "r1", "principalDisplayName": "Anna"}]);
    for expression in ["SingleAppRoleAssignment", "AppRoleAssignmentsComplex", "AssertiveAppRoleAssignmentsComplex"] {
        let expression = format!("{expression}([appRoleAssignments])");
        let Flow::DidNotFlow(reason) = flow(&expression, roles.clone()) else { panic!("{expression}") };
        assert!(matches!(reason, Reason::Empty(_)), "{reason}");
        // Where it is met all the same, the failure names it.
        let given = [("appRoleAssignments".to_owned(), attribute_from_json("appRoleAssignments", &roles))].into();
        let given: BTreeMap<_, _> = given;
        let outcome = compile(&parse(&expression).tree.unwrap()).outcome(&given, &Environment::default());
        assert!(matches!(&outcome, Outcome::Error(error) if error.to_string().contains("r1")), "{outcome:?}");
    }
    let partial = sent("AppRoleAssignmentsComplex([appRoleAssignments])", json!([{"value": "25"}]));
    assert_eq!(partial[0].get("displayName"), None, "what is not known is not sent");
}

#[test]
fn several_roles_are_an_error_of_that_mapping_alone() {
    let roles = json!([{"value": "Editors"}, {"value": "Admins"}]);
    for expression in ["SingleAppRoleAssignment([appRoleAssignments])", NESTED] {
        let Flow::DidNotFlow(Reason::Failed(reason)) = flow(expression, roles.clone()) else { panic!("{expression}") };
        assert!(reason.contains("SingleAppRoleAssignment") && reason.contains("2 application roles"), "{reason}");
        let body = created(&plan(expression, "userType"), &person(roles.clone()));
        assert_eq!((&body["userName"], body.get("userType")), (&json!("a@b.c"), None));
    }
}

#[test]
fn both_texts_are_shown_where_they_differ() {
    let roles = json!([{"id": "r1", "value": "25", "displayName": "Editors"}]);
    let Flow::Value { value, note } = flow(NESTED, roles.clone()) else { panic!("a value") };
    assert_eq!(value, "member");
    let note = note.unwrap();
    assert!(note.contains("does not document") && note.contains("\"editor\" is sent"), "{note}");
    let Flow::Value { note, .. } = flow("SingleAppRoleAssignment([appRoleAssignments])", roles.clone()) else {
        panic!("a value")
    };
    assert!(note.unwrap().contains("\"Editors\" is sent"));
    // The record of an evaluation says it too.
    let tree = parse(NESTED).tree.unwrap();
    let given = [("appRoleAssignments".to_owned(), attribute_from_json("appRoleAssignments", &roles))].into();
    let given: BTreeMap<_, _> = given;
    let trace = compile(&tree).trace(&given, &Environment::default());
    assert_eq!(trace.diagnostics.iter().map(|one| one.code).collect::<Vec<_>>(), ["E054"]);
    assert!(trace.diagnostics[0].message.contains("\"25\"") && trace.diagnostics[0].message.contains("\"Editors\""));
    let Flow::Value { note: None, .. } = flow(NESTED, editor()) else { panic!("one text needs no note") };
}

#[test]
fn a_role_in_another_attribute_is_updated_as_text() {
    let plan = plan("SingleAppRoleAssignment([appRoleAssignments])", "userType");
    let held = json!({"id": "1", "externalId": "a@b.c", "userName": "a@b.c", "userType": "old"});
    let (target, anna) = (read_target(held.to_string()).unwrap().value, person(editor()));
    let situation =
        Situation { target: Some(&target), event: Some(Event::Update), ..Situation::in_cycle(&plan, &anna) };
    let simulation = simulate(&situation);
    let request = simulation.requests.iter().find(|request| request.step == Step::Update).unwrap();
    let body = serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap();
    assert_eq!(body["Operations"], json!([{"op": "Replace", "path": "userType", "value": "Editors"}]));
}
