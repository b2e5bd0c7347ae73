//! The samples of Microsoft's pages, value for value, and what the flag aadOptscim062020 changes in one picture.

use crosswalk::directory::{Group, Person, TargetDirectory, read_target};
use crosswalk::plan::{AttributeMapping, ObjectKind, ObjectMapping, Plan};
use crosswalk::simulate::{Event, Simulation, Situation, Step, simulate};
use serde_json::{Value, json};

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

fn plan(rows: Vec<AttributeMapping>) -> Plan {
    let groups = crosswalk::catalog::default_group_mappings();
    let of = |kind, attribute_mappings| ObjectMapping { kind, attribute_mappings, ..ObjectMapping::default() };
    Plan { object_mappings: vec![of(ObjectKind::User, rows), of(ObjectKind::Group, groups)], ..Plan::default() }
}

fn person(flat: Value) -> Person {
    Person::from_flat(&serde_json::from_value(flat).unwrap()).0
}

fn group(flat: Value) -> Group {
    Group::from_flat(&serde_json::from_value(flat).unwrap()).0
}

fn target(resources: &Value) -> TargetDirectory {
    read_target(resources.to_string()).unwrap().value
}

fn body(simulation: &Simulation, step: Step) -> Value {
    let found = simulation.requests.iter().find(|request| request.step == step);
    found.map_or(Value::Null, |request| serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap())
}

/// An update of the one user at the target, without and with the flag.
fn both(plan: &Plan, person: &Person, resource: &Value, event: Event, step: Step) -> [Value; 2] {
    let target = target(resource);
    [false, true].map(|compliant_patch| {
        let situation = Situation {
            target: Some(&target),
            linked_to: target.resources.first(),
            event: Some(event),
            compliant_patch,
            ..Situation::in_cycle(plan, person)
        };
        body(&simulate(&situation), step)
    })
}

fn samples() -> Plan {
    plan(vec![
        AttributeMapping::direct("displayName", "displayName"),
        AttributeMapping::direct("mail", "emails[type eq \"work\"].value"),
        AttributeMapping::direct("givenName", "name.givenName"),
        AttributeMapping::direct("surname", "name.familyName"),
        AttributeMapping::direct("objectId", "externalId").matching(1),
        AttributeMapping::direct("extensionAttribute1", "nickName"),
        AttributeMapping::direct("employeeId", &format!("{ENTERPRISE}:employeeNumber")),
    ])
}

// use-scim-to-provision-users-and-groups, "Create User"; `roles: []` and the order are the page's, not ours.
#[test]
fn the_created_user_of_the_tutorial() {
    let plan = plan(vec![
        AttributeMapping::direct("objectId", "externalId").matching(1),
        AttributeMapping::direct("userPrincipalName", "userName"),
        AttributeMapping::expression(crosswalk::catalog::ACTIVE_EXPRESSION, "active"),
        AttributeMapping::direct("mail", "emails[type eq \"work\"].value"),
        AttributeMapping::expression(r#"Join(" ", [givenName], [surname])"#, "name.formatted"),
        AttributeMapping::direct("surname", "name.familyName"),
        AttributeMapping::direct("givenName", "name.givenName"),
    ]);
    let person = person(json!({
        "objectId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef", "userPrincipalName": "Test_User_00aa00aa", "mail": "t@testuser.com",
        "givenName": "givenName", "surname": "familyName",
    }));
    let simulation = simulate(&Situation::in_cycle(&plan, &person));
    let sample = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef", "userName": "Test_User_00aa00aa", "active": true,
        "emails": [{"primary": true, "type": "work", "value": "t@testuser.com"}], "meta": {"resourceType": "User"},
        "name": {"formatted": "givenName familyName", "familyName": "familyName", "givenName": "givenName"},
    });
    assert_eq!(body(&simulation, Step::Create), sample);
}

// application-provisioning-config-problem-scim-compatibility, "Update", both columns.
#[test]
fn the_updates_of_the_compatibility_page() {
    let before = json!({
        "id": "1", "externalId": "a", "displayName": "b", "emails": [{"type": "work", "value": "c"}],
        "name": {"givenName": "d", "familyName": "Unua"}, ENTERPRISE: {"employeeNumber": "f"},
    });
    let after = person(json!({
        "objectId": "Eqpj", "displayName": "Pvlo", "mail": "a@b.com", "givenName": "Gtfd", "surname": "Unua",
        "extensionAttribute1": "Babs", "employeeId": "Eqpj",
    }));
    let [older, flagged] = both(&samples(), &after, &before, Event::Update, Step::Update);
    let number = format!("{ENTERPRISE}:employeeNumber");
    assert_eq!(
        older,
        json!({"schemas": [PATCH], "Operations": [
            {"op": "Replace", "path": "displayName", "value": "Pvlo"},
            {"op": "Replace", "path": "emails[type eq \"work\"].value", "value": "a@b.com"},
            {"op": "Replace", "path": "name.givenName", "value": "Gtfd"},
            {"op": "Replace", "path": "externalId", "value": "Eqpj"},
            {"op": "Add", "path": "nickName", "value": "Babs"},
            {"op": "Replace", "path": number, "value": "Eqpj"},
        ]})
    );
    assert_eq!(
        flagged["Operations"],
        json!([
            {"op": "replace", "path": "emails[type eq \"work\"].value", "value": "a@b.com"},
            {"op": "add", "path": "nickName", "value": "Babs"},
            {"op": "replace", "value": {"displayName": "Pvlo", "name.givenName": "Gtfd", "externalId": "Eqpj", number: "Eqpj"}},
        ])
    );
}

// The same page, "Disable"; how-provisioning-works for restoring.
#[test]
fn disabling_is_a_text_without_the_flag_and_a_boolean_with_it() {
    let plan = crosswalk::catalog::Starter::StaffbaseMinimum.plan();
    let anna = person(json!({"userPrincipalName": "anna@contoso.com"}));
    for (event, step, active) in [(Event::Disable, Step::Disable, false), (Event::Restore, Step::Restore, true)] {
        let held = json!({"id": "1", "externalId": "anna@contoso.com", "active": !active});
        let [older, flagged] = both(&plan, &anna, &held, event, step);
        let text = if active { "True" } else { "False" };
        assert_eq!(older["Operations"], json!([{"op": "Replace", "path": "active", "value": text}]));
        assert_eq!(flagged["Operations"], json!([{"op": "replace", "path": "active", "value": active}]));
    }
    let situation = Situation { event: Some(Event::Delete), ..Situation::in_cycle(&plan, &anna) };
    let delete = simulate(&situation);
    assert_eq!(serde_json::to_value(&delete).unwrap()[0]["method"], "DELETE");
    assert_eq!(delete.requests[0].path, "/Users/{id}");
}

// use-scim-to-provision-users-and-groups, "Group operations".
#[test]
fn the_group_operations_of_the_tutorial() {
    let plan = plan(Vec::new());
    let users = target(
        &json!([{"id": "g7", "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "displayName"}]),
    );
    let now = group(json!({"objectId": "8aa1a0c0", "displayName": "displayName", "members": ["f648"]}));
    let created = simulate(&Situation::in_cycle(&plan, &now));
    assert_eq!(
        created.requests[0].readable_path,
        "/Groups?excludedAttributes=members&filter=displayName eq \"displayName\""
    );
    assert_eq!(
        body(&created, Step::Create),
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group", "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
            "externalId": "8aa1a0c0", "displayName": "displayName", "meta": {"resourceType": "Group"},
        })
    );
    let added = json!([{"op": "Add", "path": "members", "value": [{"$ref": null, "value": "{id of f648}"}]}]);
    assert_eq!(body(&created, Step::Update)["Operations"], added);

    let gone = group(json!({"objectId": "8aa1a0c0", "displayName": "new", "members": []}));
    for (compliant_patch, renamed, removed) in [
        (
            false,
            json!([{"op": "Replace", "path": "displayName", "value": "new"}]),
            json!([{"op": "Remove", "path": "members", "value": [{"$ref": null, "value": "{id of f648}"}]}]),
        ),
        (
            true,
            json!([{"op": "replace", "path": "displayName", "value": "new"}]),
            json!([{"op": "remove", "path": "members[value eq \"{id of f648}\"]"}]),
        ),
    ] {
        let changed = simulate(&Situation {
            previous: Some((&now).into()),
            target: Some(&users),
            compliant_patch,
            ..Situation::in_cycle(&plan, &gone)
        });
        let bodies: Vec<Value> = changed.requests[1..]
            .iter()
            .map(|request| serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap()["Operations"].clone())
            .collect();
        assert_eq!(changed.requests[0].path, "/Groups/g7?excludedAttributes=members");
        // The target's answer does not hold externalId: it is an addition.
        assert_eq!(bodies[0][0], renamed[0]);
        assert_eq!(bodies[1], removed);
    }
    let deleted = Situation { event: Some(Event::Delete), ..Situation::in_cycle(&plan, &now) };
    assert_eq!(simulate(&deleted).requests[0].path, "/Groups/{id}");
}

/// A person with two roles, and a plan that sends them by one function. `SingleAppRoleAssignment` takes one role only.
fn roles(function: &str, path: &str) -> (Plan, Person) {
    let rows = vec![
        AttributeMapping::direct("userPrincipalName", "externalId").matching(1),
        AttributeMapping::expression(&format!("{function}([appRoleAssignments])"), path),
    ];
    let mut roles = vec![json!({"id": "r1", "value": "25", "displayName": "Role1234"})];
    if function != "SingleAppRoleAssignment" {
        roles.push(json!({"id": "r2", "value": "26", "displayName": "Other"}));
    }
    (plan(rows), person(json!({"userPrincipalName": "a@b.c", "appRoleAssignments": roles})))
}

// customize-application-attributes, "Provisioning a role to a SCIM app".
#[test]
fn the_three_role_functions() {
    let mut shapes = Vec::new();
    for (function, path) in [
        ("SingleAppRoleAssignment", "roles[primary eq \"True\"].value"),
        ("AppRoleAssignmentsComplex", "roles"),
        ("AssertiveAppRoleAssignmentsComplex", "roles"),
    ] {
        let (mut plan, person) = roles(function, path);
        let held = json!({"id": "1", "externalId": "a@b.c", "roles": [{"value": "26", "primary": false}]});
        let created = body(&simulate(&Situation::in_cycle(&plan, &person)), Step::Create)["roles"].clone();
        let [older, flagged] = both(&plan, &person, &held, Event::Update, Step::Update);
        shapes.push(json!({"function": function, "POST": created, "PATCH": older["Operations"], "PATCH with the flag": flagged["Operations"]}));
        // None of them works while everybody is provisioned.
        plan.provision = crosswalk::plan::ProvisionScope::All;
        let created = body(&simulate(&Situation::in_cycle(&plan, &person)), Step::Create);
        assert_eq!(created.get("roles"), None, "{function}");
    }
    assert_eq!(
        shapes[0]["PATCH"],
        json!([{"op": "Add", "path": "roles", "value": [{"value": "{\"id\":\"r1\",\"value\":\"25\",\"displayName\":\"Role1234\"}"}]}])
    );
    assert_eq!(shapes[2]["PATCH with the flag"][0]["op"], "replace");
    insta::assert_json_snapshot!("role_functions", shapes);
}

#[test]
fn on_demand_shows_the_older_shapes_and_says_why() {
    let mut flagged = crosswalk::catalog::Starter::StaffbaseMinimum.plan();
    flagged.connection.tenant_url = "https://app.contoso.com/scim?aadOptscim062020".to_owned();
    let anna = person(json!({"userPrincipalName": "anna@contoso.com", "manager": "u2"}));
    let shown = simulate(&Situation::on_demand(&flagged, &anna));
    assert_eq!(body(&shown, Step::Manager)["Operations"][0]["op"], "Add");
    assert!(shown.steps.last().unwrap().details.iter().any(|line| line.contains("no effect on demand")));
    assert_eq!(body(&simulate(&Situation::in_cycle(&flagged, &anna)), Step::Manager)["Operations"][0]["op"], "add");
}

// What the flag changes, row by row: use-scim-to-provision-users-and-groups and the compatibility page.
#[test]
fn what_the_flag_changes() {
    let staffbase = crosswalk::catalog::Starter::StaffbaseMinimum.plan();
    let anna = person(
        json!({"userPrincipalName": "anna@contoso.com", "manager": "u2", "jobTitle": "A", "givenName": "B", "mail": "m"}),
    );
    let held = |more: Value| {
        let mut held = json!({"id": "1", "externalId": "anna@contoso.com", "active": true, "title": "A",
            "name": {"givenName": "B"}, "emails": [{"type": "work", "value": "m"}]});
        held.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        held
    };
    let manager = json!({ENTERPRISE: {"manager": {"value": "9"}}});
    let user =
        |held: Value, event, step| both(&staffbase, &anna, &held, event, step).map(|body| body["Operations"].clone());
    let members = |before: &Group, now: &Group| {
        [false, true].map(|compliant_patch| {
            let situation =
                Situation { previous: Some(before.into()), compliant_patch, ..Situation::in_cycle(&staffbase, now) };
            body(&simulate(&situation), Step::Update)["Operations"].clone()
        })
    };
    let (empty, full) =
        (group(json!({"displayName": "G"})), group(json!({"displayName": "G", "members": ["u1", "u2"]})));
    let rows = [
        ("one simple replacement", user(held(json!({"title": "X"})), Event::Update, Step::Update)),
        ("one addition", user(held(json!({"title": null})), Event::Update, Step::Update)),
        ("disable", user(held(json!({})), Event::Disable, Step::Disable)),
        ("restore", user(held(json!({"active": false})), Event::Restore, Step::Restore)),
        (
            "several simple replacements",
            user(held(json!({"title": "X", "name": {"givenName": "Y"}, "active": false})), Event::Update, Step::Update),
        ),
        (
            "an element picked by a filter",
            user(held(json!({"emails": [{"type": "work", "value": "x"}]})), Event::Update, Step::Update),
        ),
        ("an element that is not there", user(held(json!({"emails": []})), Event::Update, Step::Update)),
        ("members added", members(&empty, &full)),
        ("members removed", members(&full, &empty)),
        ("manager set", user(held(json!({})), Event::Update, Step::Manager)),
        ("manager changed", user(held(manager), Event::Update, Step::Manager)),
    ];
    let table: serde_json::Map<String, Value> = rows
        .into_iter()
        .map(|(row, [older, flagged])| {
            (row.to_owned(), json!({"without the flag": older, "with aadOptscim062020": flagged}))
        })
        .collect();
    insta::assert_json_snapshot!("what_the_flag_changes", table);
}
