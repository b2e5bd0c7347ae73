//! Out of scope is a red step that names its consequence, for every event, for people and for groups.

use crosswalk::catalog::Starter;
use crosswalk::directory::{Group, Person, TargetDirectory, read_target};
use crosswalk::plan::{Clause, Plan, ProvisionScope, ScopingFilter};
use crosswalk::simulate::{
    Event, OnDemandStep, Reason, Simulation, Situation, SourceObject, Step, StepState, simulate,
};
use serde_json::{Value, json};

/// The reference plan for Sales alone: people by department, groups by name.
fn for_sales() -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    for (object, attribute) in plan.object_mappings.iter_mut().zip(["department", "displayName"]) {
        let clause =
            Clause { attribute: attribute.to_owned(), operator: "EQUALS".into(), values: vec!["Sales".to_owned()] };
        object.scoping_filters = vec![ScopingFilter { title: "Sales".to_owned(), clauses: vec![clause] }];
    }
    plan
}

fn person(more: &Value) -> Person {
    let mut flat = json!({
        "objectId": "u1", "userPrincipalName": "anna@contoso.com", "department": "Product", "accountEnabled": true,
    });
    flat.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Person::from_flat(&serde_json::from_value(flat).unwrap()).0
}

fn group(name: &str) -> Group {
    let flat = json!({"objectId": "g1", "displayName": name, "members": ["u1"]});
    Group::from_flat(&serde_json::from_value(flat).unwrap()).0
}

fn step<'a>(simulation: &'a Simulation, title: &str) -> Option<&'a OnDemandStep> {
    simulation.steps.iter().find(|step| step.title == title)
}

fn run(plan: &Plan, now: SourceObject<'_>, event: Event, target: Option<&TargetDirectory>) -> Simulation {
    simulate(&Situation { event: Some(event), target, ..Situation::in_cycle(plan, now) })
}

fn requests(simulation: &Simulation) -> Vec<Step> {
    simulation.requests.iter().map(|request| request.step).collect()
}

/// Whether anything that is sent gives access.
fn gives_access(simulation: &Simulation) -> bool {
    simulation.requests.iter().filter_map(|request| request.body.as_ref()).any(|body| {
        let body = serde_json::to_value(&body.node).unwrap();
        let active = |value: &Value| *value == json!(true) || *value == json!("True");
        let operations = body["Operations"].as_array().cloned().unwrap_or_default();
        active(&body["active"]) || operations.iter().any(|one| one["path"] == "active" && active(&one["value"]))
    })
}

#[test]
fn a_person_outside_a_scoping_filter_is_red_for_every_event() {
    let plan = for_sales();
    let held =
        read_target(json!({"id": "1", "externalId": "anna@contoso.com", "active": true}).to_string()).unwrap().value;
    let off =
        read_target(json!({"id": "1", "externalId": "anna@contoso.com", "active": false}).to_string()).unwrap().value;
    let anna = person(&json!({}));
    let disable = vec![Step::Disable];
    for (event, target, sent, consequence) in [
        (Event::Create, None, vec![], "Nothing is sent"),
        (Event::Create, Some(&held), vec![], "Nothing is sent"),
        (Event::Update, None, disable.clone(), "Entra disables the account"),
        (Event::Update, Some(&held), disable.clone(), "Entra disables the account"),
        (Event::Update, Some(&off), vec![], "Entra disables the account"),
        (Event::Disable, None, disable.clone(), "Entra disables the account"),
        (Event::Disable, Some(&held), disable.clone(), "Entra disables the account"),
        (Event::Restore, None, vec![], "stays disabled"),
        (Event::Restore, Some(&off), vec![], "stays disabled"),
        (Event::Restore, Some(&held), disable, "stays disabled"),
        (Event::Delete, None, vec![], "no DELETE"),
        (Event::Delete, Some(&held), vec![], "no DELETE"),
    ] {
        let simulation = run(&plan, (&anna).into(), event, target);
        let scope = step(&simulation, "Scope").unwrap();
        assert_eq!(scope.state, StepState::Failed, "{event:?}");
        assert!(scope.summary.to_lowercase().contains("out of scope"), "{event:?}: {}", scope.summary);
        assert!(scope.summary.contains("“Sales” does not let them in"), "{event:?}: {}", scope.summary);
        assert!(scope.summary.contains(consequence), "{event:?}: {}", scope.summary);
        assert!(scope.details.iter().any(|line| line.contains("department EQUALS Sales: false")), "{event:?}");
        assert_eq!(requests(&simulation), sent, "{event:?} {}", target.is_some());
        assert_eq!(simulation.skip.is_some(), sent.is_empty(), "{event:?}");
        assert!(!gives_access(&simulation), "{event:?}");
    }
}

#[test]
fn an_unassigned_person_is_out_of_scope_too() {
    let plan = Starter::StaffbaseMinimum.plan();
    let anna = person(&json!({"assigned": false}));
    for (event, state) in [
        (Event::Create, StepState::Failed),
        (Event::Update, StepState::Failed),
        (Event::Disable, StepState::Failed),
        // To be restored is to be assigned again.
        (Event::Restore, StepState::Done),
        (Event::Delete, StepState::Failed),
    ] {
        let simulation = run(&plan, (&anna).into(), event, None);
        let scope = step(&simulation, "Scope").unwrap();
        assert_eq!(scope.state, state, "{event:?}");
        assert_eq!(scope.summary.contains("not assigned"), state == StepState::Failed, "{}", scope.summary);
    }
    // With Sync all users and groups, assignment does not matter.
    let all = Plan { provision: ProvisionScope::All, ..plan };
    for event in Event::ALL {
        assert_eq!(step(&run(&all, (&anna).into(), event, None), "Scope").unwrap().state, StepState::Done, "{event:?}");
    }
}

#[test]
fn a_person_who_leaves_the_scope_is_disabled_by_the_change_and_by_nothing_else() {
    let plan = for_sales();
    let before = person(&json!({"department": "Sales", "surname": "Berg", "manager": "u2"}));
    let now = person(&json!({"surname": "Novak", "manager": "u3"}));
    let left = simulate(&Situation { previous: Some((&before).into()), ..Situation::in_cycle(&plan, &now) });
    assert_eq!(requests(&left), [Step::Disable]);
    let body = serde_json::to_value(&left.requests[0].body.as_ref().unwrap().node).unwrap();
    assert_eq!(body["Operations"], json!([{"op": "Replace", "path": "active", "value": "False"}]));
    let manager = left.did_not_flow().find(|(one, _)| one.target.ends_with(":manager"));
    assert_eq!(manager.map(|(_, reason)| reason), Some(&Reason::NotThisEvent));
    // A person who leaves the scope and is deleted in the same cycle was managed until now.
    let purged = simulate(&Situation {
        previous: Some((&before).into()),
        event: Some(Event::Delete),
        ..Situation::in_cycle(&plan, &now)
    });
    assert_eq!(requests(&purged), [Step::Delete]);
    assert_eq!(step(&purged, "Scope").unwrap().state, StepState::Failed);
    // Outside before and after: the manager changes, and nothing else than the disable is sent.
    let outside = person(&json!({"manager": "u2"}));
    let moved = simulate(&Situation { previous: Some((&outside).into()), ..Situation::in_cycle(&plan, &now) });
    assert!(requests(&moved).iter().all(|step| *step == Step::Disable));
}

#[test]
fn the_consequence_is_what_the_plan_can_do() {
    let mut plan = for_sales();
    plan.object_mappings[0].actions.update = false;
    let anna = person(&json!({}));
    let off = run(&plan, (&anna).into(), Event::Update, None);
    assert!(step(&off, "Scope").unwrap().summary.contains("Update is off"));
    plan.object_mappings[0].actions.update = true;
    plan.object_mappings[0].attribute_mappings.retain(|row| row.target_attribute != "active");
    let stays = run(&plan, (&anna).into(), Event::Update, None);
    assert!(step(&stays, "Scope").unwrap().summary.contains("IsSoftDeleted"));
    assert!(stays.requests.is_empty());
}

#[test]
fn a_group_outside_the_scope_is_red_for_every_event() {
    let plan = for_sales();
    let (now, before) = (group("Product"), group("Sales"));
    for (event, previous, consequence) in [
        (Event::Create, None, "Nothing is sent"),
        (Event::Update, None, "keeps the group"),
        (Event::Update, Some(&before), "keeps the group"),
        (Event::Disable, None, "keeps the group"),
        (Event::Disable, Some(&before), "keeps the group"),
        (Event::Restore, None, "keeps the group"),
        (Event::Restore, Some(&before), "keeps the group"),
        (Event::Delete, None, "no DELETE"),
        (Event::Delete, Some(&before), "the deletion is sent"),
    ] {
        let situation =
            Situation { event: Some(event), previous: previous.map(Into::into), ..Situation::in_cycle(&plan, &now) };
        let simulation = simulate(&situation);
        let scope = step(&simulation, "Scope").unwrap();
        assert_eq!(scope.state, StepState::Failed, "{event:?}");
        assert!(scope.summary.to_lowercase().contains("out of scope"), "{event:?}: {}", scope.summary);
        assert!(scope.summary.contains(consequence), "{event:?}: {}", scope.summary);
        let sent = if consequence == "the deletion is sent" { vec![Step::Delete] } else { Vec::new() };
        assert_eq!(requests(&simulation), sent, "{event:?}");
    }
    // In scope, the scope is green, and the action says why nothing is sent.
    for event in [Event::Disable, Event::Restore] {
        let simulation = run(&plan, (&before).into(), event, None);
        assert_eq!(step(&simulation, "Scope").unwrap().state, StepState::Done, "{event:?}");
        assert!(step(&simulation, "Action").unwrap().summary.starts_with("You cannot disable or restore a group"));
        assert!(simulation.requests.is_empty(), "{event:?}");
    }
}

#[test]
fn a_filter_that_makes_entras_step_fail_stops_every_event() {
    let mut plan = for_sales();
    for object in &mut plan.object_mappings {
        object.scoping_filters[0].clauses[0].operator = "Greater_Than".into();
    }
    let (anna, team) = (person(&json!({})), group("Product"));
    for event in [Event::Create, Event::Update, Event::Delete] {
        for now in [SourceObject::from(&anna), SourceObject::from(&team)] {
            let simulation = run(&plan, now, event, None);
            assert_eq!(simulation.steps.last().unwrap().state, StepState::Failed, "{event:?}");
            assert!(simulation.requests.is_empty() && simulation.skip.is_some(), "{event:?}");
        }
    }
}
