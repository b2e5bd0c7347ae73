//! What decides about a person's journey: matching by precedence, scope, actions, state, and the manager.

use crosswalk::catalog::Starter;
use crosswalk::directory::{Person, TargetDirectory, read_target};
use crosswalk::plan::{
    AttributeFlowType, AttributeMapping, Clause, MappingSource, Plan, ProvisionScope, ScopingFilter,
};
use crosswalk::simulate::{Event, Flow, Reason, Simulation, Situation, Step, StepState, Verdict, simulate};
use serde_json::{Value, json};

fn person(more: Value) -> Person {
    let mut flat = json!({"objectId": "u1", "userPrincipalName": "anna@contoso.com", "mail": "a@contoso.com", "department": "Sales"});
    flat.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Person::from_flat(&serde_json::from_value(flat).unwrap()).0
}

fn reference(change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    change(&mut plan);
    plan
}

fn rows(plan: &mut Plan) -> &mut Vec<AttributeMapping> {
    &mut plan.object_mappings[0].attribute_mappings
}

fn run(plan: &Plan, person: &Person, target: Option<Value>, event: Option<Event>) -> Simulation {
    let target: Option<TargetDirectory> = target.map(|target| read_target(target.to_string()).unwrap().value);
    simulate(&Situation { target: target.as_ref(), event, ..Situation::in_cycle(plan, person) })
}

fn steps(simulation: &Simulation) -> Vec<Step> {
    simulation.requests.iter().map(|request| request.step).collect()
}

fn operations(simulation: &Simulation, step: Step) -> Value {
    let request = simulation.requests.iter().find(|request| request.step == step).unwrap();
    serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap()["Operations"].clone()
}

fn reason(simulation: &Simulation, target: &str) -> Option<Reason> {
    simulation.did_not_flow().find(|(one, _)| one.target.ends_with(target)).map(|(_, reason)| reason.clone())
}

#[test]
fn matching_attributes_are_asked_by_precedence_until_one_hits() {
    let plan = reference(|plan| {
        rows(plan).push(AttributeMapping::direct("employeeId", "nickName").matching(3));
        rows(plan).insert(0, AttributeMapping::direct("mail", "userName").matching(2));
    });
    let paths = |simulation: &Simulation| {
        let matches = simulation.requests.iter().filter(|request| request.step == Step::Match);
        matches.map(|request| request.readable_path.clone()).collect::<Vec<_>>()
    };
    let (first, second) =
        ("/Users?filter=externalId eq \"anna@contoso.com\"", "/Users?filter=userName eq \"a@contoso.com\"");
    // employeeId has no value: it is not asked.
    assert_eq!(paths(&run(&plan, &person(json!({})), None, None)), [first, second]);
    let by_second = run(&plan, &person(json!({})), Some(json!({"id": "1", "userName": "A@CONTOSO.COM"})), None);
    assert_eq!(
        (paths(&by_second), steps(&by_second).last()),
        (vec![first.to_owned(), second.to_owned()], Some(&Step::Update))
    );
    let by_first = run(&plan, &person(json!({})), Some(json!({"id": "1", "externalId": "anna@contoso.com"})), None);
    assert_eq!(paths(&by_first), [first]);
    // externalId counts by case, and the default value is never asked for.
    let other_case = run(&plan, &person(json!({})), Some(json!({"id": "1", "externalId": "Anna@contoso.com"})), None);
    assert!(steps(&other_case).contains(&Step::Create));
    let defaulted = reference(|plan| {
        rows(plan).truncate(1);
        rows(plan)[0].default_value = Some("x".to_owned());
    });
    let skipped = run(&defaulted, &person(json!({"userPrincipalName": ""})), None, None);
    assert!(skipped.skip.unwrap().starts_with("ImportSkipped"));
}

#[test]
fn a_group_at_the_target_is_no_match_for_a_person() {
    let plan = reference(|_| {});
    let group = json!({"id": "1", "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "externalId": "anna@contoso.com"});
    assert!(steps(&run(&plan, &person(json!({})), Some(json!([group])), None)).contains(&Step::Create));
}

#[test]
fn actions_that_are_off_send_nothing() {
    let off = |change: fn(&mut crosswalk::plan::ObjectFlowTypes)| {
        reference(|plan| change(&mut plan.object_mappings[0].actions))
    };
    let held = json!({"id": "1", "externalId": "anna@contoso.com"});
    let anna = person(json!({}));
    for (plan, target, event, expected) in [
        (off(|actions| actions.create = false), None, None, vec![Step::Match]),
        (off(|actions| actions.update = false), Some(held), None, vec![Step::Match]),
        (off(|actions| actions.update = false), None, Some(Event::Update), vec![]),
        (off(|actions| actions.update = false), None, Some(Event::Disable), vec![]),
        (off(|actions| actions.update = false), None, Some(Event::Restore), vec![]),
        (off(|actions| actions.delete = false), None, Some(Event::Delete), vec![]),
        (reference(|plan| plan.object_mappings[0].enabled = false), None, None, vec![]),
    ] {
        let simulation = run(&plan, &anna, target, event);
        assert_eq!(steps(&simulation), expected, "{event:?}");
        assert!(simulation.skip.is_some());
    }
}

#[test]
fn scope_decides_with_the_verdict_of_every_clause() {
    let filtered = |operator: &str, value: &str| {
        reference(|plan| {
            let clause = Clause {
                attribute: "department".to_owned(),
                operator: operator.into(),
                values: vec![value.to_owned()],
            };
            plan.object_mappings[0].scoping_filters =
                vec![ScopingFilter { title: "Who".to_owned(), clauses: vec![clause] }];
        })
    };
    let anna = person(json!({}));
    let inside = run(&filtered("EQUALS", "Sales"), &anna, None, None);
    assert!(steps(&inside).contains(&Step::Create));
    let scope = inside.steps.iter().find(|step| step.title == "Scope").unwrap();
    assert!(scope.details.contains(&"Who department EQUALS Sales: true".to_owned()), "{:?}", scope.details);
    let outside = run(&filtered("EQUALS", "HR"), &anna, None, None);
    assert_eq!((steps(&outside), outside.skip.unwrap().starts_with("EntrySynchronizationSkipped")), (vec![], true));
    let unknown = run(&filtered("&", "HR"), &anna, None, None);
    assert_eq!(unknown.scope.as_ref().unwrap().verdict, Verdict::Unknown);
    assert!(steps(&unknown).contains(&Step::Create));
    let fault = run(&filtered("Greater_Than", "1"), &anna, None, None);
    assert_eq!((steps(&fault), fault.steps.last().unwrap().state), (vec![], StepState::Failed));
    // A linked person who leaves the scope is disabled by the next update.
    let left = run(
        &filtered("EQUALS", "HR"),
        &anna,
        Some(json!({"id": "1", "externalId": "anna@contoso.com", "active": true})),
        Some(Event::Update),
    );
    assert_eq!(operations(&left, Step::Disable), json!([{"op": "Replace", "path": "active", "value": "False"}]));
    // With "Sync all" assignment does not matter, and so does not make anybody inactive.
    let mut all = reference(|plan| plan.provision = ProvisionScope::All);
    let created = run(&all, &person(json!({"assigned": false})), None, None);
    let create = created.requests.iter().find(|request| request.step == Step::Create).unwrap();
    assert_eq!(serde_json::to_value(&create.body.as_ref().unwrap().node).unwrap()["active"], true);
    all.provision = ProvisionScope::Assigned;
    assert_eq!(steps(&run(&all, &person(json!({"assigned": false})), None, None)), []);
}

#[test]
fn only_what_depends_on_the_state_is_sent_on_a_disable() {
    let own = "urn:ietf:params:scim:schemas:extension:a:2.0:User:left";
    let plan = reference(|plan| {
        rows(plan).retain(|row| row.target_attribute != "active");
        rows(plan).push(AttributeMapping::expression("IIF([IsSoftDeleted] = \"True\", \"yes\", \"no\")", own));
        rows(plan).push(AttributeMapping::expression("Not([IsSoftDeleted])", "active"));
    });
    let disabled = run(&plan, &person(json!({})), None, Some(Event::Disable));
    let wanted =
        json!([{"op": "Replace", "path": own, "value": "yes"}, {"op": "Replace", "path": "active", "value": "False"}]);
    assert_eq!(operations(&disabled, Step::Disable), wanted);
    assert_eq!(reason(&disabled, ":department"), Some(Reason::NotThisEvent));
    let none = reference(|plan| rows(plan).retain(|row| row.target_attribute != "active"));
    let stays = run(&none, &person(json!({})), None, Some(Event::Disable));
    assert!(stays.requests.is_empty() && stays.skip.unwrap().contains("stays as it is"));
    let already = json!({"id": "1", "externalId": "anna@contoso.com", "active": false});
    assert!(run(&reference(|_| {}), &person(json!({})), Some(already), Some(Event::Disable)).skip.is_some());
}

#[test]
fn defaults_creation_only_nulls_and_none_as_documented() {
    let plan = reference(|plan| {
        rows(plan).extend([
            AttributeMapping::direct("preferredLanguage", "locale").with_default("en_US").only_during_creation(),
            AttributeMapping::direct("companyName", "userType").with_default("none"),
            AttributeMapping::new(MappingSource::None, "nickName").with_default("nick"),
            AttributeMapping::new(MappingSource::None, "timezone").with_default("UTC"),
            AttributeMapping {
                flow_type: AttributeFlowType::ValueAddOnly,
                ..AttributeMapping::constant("x", "displayName")
            },
        ]);
    });
    let anna = person(json!({"department": null}));
    let created = run(&plan, &anna, None, None);
    let create = created.requests.iter().find(|request| request.step == Step::Create).unwrap();
    let body = serde_json::to_value(&create.body.as_ref().unwrap().node).unwrap();
    assert_eq!([&body["locale"], &body["userType"], &body["nickName"]], ["en_US", "none", "nick"]);
    assert!(create.note().unwrap().contains("flow type of displayName is simulated as Always"));
    let held = json!({"id": "1", "externalId": "anna@contoso.com", "active": true, "timezone": "CET", "title": "Old",
        "emails": [{"type": "work", "value": "a@contoso.com"}], "displayName": "x"});
    let updated = run(&plan, &anna, Some(held), Some(Event::Update));
    assert_eq!(operations(&updated, Step::Update), json!([{"op": "Add", "path": "nickName", "value": "nick"}]));
    assert_eq!(reason(&updated, "locale"), Some(Reason::CreationOnly));
    assert_eq!(reason(&updated, "timezone"), Some(Reason::Unchanged));
    // What became empty stays at the target: nothing removes it.
    assert!(matches!(reason(&updated, "title"), Some(Reason::Empty(_))));
    assert!(matches!(reason(&updated, "userType"), Some(Reason::Empty(_))));
}

#[test]
fn the_manager_is_sent_by_the_targets_id_where_that_is_known() {
    let plan = reference(|_| {});
    let value = |manager: Value, target: Option<Value>| {
        let simulation = run(&plan, &person(json!({"manager": manager})), target, Some(Event::Create));
        let sent = simulation.requests.iter().any(|request| request.step == Step::Manager);
        let found = reason(&simulation, ":manager");
        (sent.then(|| operations(&simulation, Step::Manager)[0]["value"].clone()), found)
    };
    let boss = json!({"id": "u2", "userPrincipalName": "jonas@contoso.com", "displayName": "Jonas"});
    let held = json!([{"id": "88", "externalId": "jonas@contoso.com"}]);
    assert_eq!(value(boss.clone(), Some(held.clone())).0, Some(json!("88")));
    assert_eq!(value(json!("jonas@contoso.com"), Some(held.clone())).0, Some(json!("88")));
    assert_eq!(value(boss.clone(), None).0, Some(json!("{id of u2}")));
    assert_eq!(
        value(json!({"userPrincipalName": "jonas@contoso.com"}), None).0,
        Some(json!("{id of jonas@contoso.com}"))
    );
    assert_eq!(value(json!("u2"), Some(held)).0, Some(json!("{id of u2}")));
    assert!(matches!(value(Value::Null, None), (None, Some(Reason::Empty(_)))));
    for gone in [json!({"assigned": false}), json!({"accountEnabled": false})] {
        let mut boss = boss.clone();
        boss.as_object_mut().unwrap().extend(gone.as_object().unwrap().clone());
        assert!(matches!(value(boss, None), (None, Some(Reason::ManagerNotProvisioned(_)))), "{gone}");
    }
}

#[test]
fn a_connection_that_cannot_work_is_said_before_the_four_steps() {
    let mut plan = reference(|plan| plan.connection.tenant_url = "http://app.contoso.com/scim".to_owned());
    let titles = |plan: &Plan| {
        simulate(&Situation::on_demand(plan, &person(json!({}))))
            .steps
            .iter()
            .map(|step| step.title)
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&plan), ["Test connection", "Import", "Scope", "Match", "Action"]);
    plan.connection.tenant_url.clear();
    assert_eq!(titles(&plan), ["Import", "Scope", "Match", "Action"]);
}

#[test]
fn every_line_of_every_body_knows_its_mapping() {
    let plan = Starter::EntraDefault.plan();
    let anna = person(json!({"givenName": "Anna", "city": "Köln", "manager": "u2", "mobile": "1"}));
    for event in [None, Some(Event::Update), Some(Event::Disable)] {
        let simulation = run(&plan, &anna, None, event);
        for request in &simulation.requests {
            let Some(body) = &request.body else { continue };
            for line in body.lines() {
                let value = line.text.trim_end_matches(',').ends_with('"') && line.text.contains(": ");
                let own = ["\"op\"", "\"type\"", "\"resourceType\""].iter().any(|own| line.text.contains(own));
                assert_eq!(
                    line.mapping.is_some(),
                    value && !own || line.text.contains("\"active\": "),
                    "{}",
                    line.text
                );
            }
        }
        let sent = |one: &&crosswalk::simulate::Resolved| matches!(one.flow, Flow::Value { .. });
        assert!(simulation.resolved.iter().any(|one| sent(&one)));
    }
}
