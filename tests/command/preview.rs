//! `crosswalk preview`: the sequences, their shapes and exit codes.

use std::fs;
use std::path::PathBuf;

use crosswalk::catalog::{Starter, sample_people};
use crosswalk::directory::{Group, Person, read_target};
use crosswalk::plan::{Plan, SamplePerson};
use crosswalk::simulate::{Event, Simulation, Situation, simulate};
use serde_json::{Value, json};

use super::{all_of, crosswalk};

/// A file of this test, with a name that no other test uses.
fn file(name: &str, content: &Value) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("preview-{name}.json"));
    fs::write(&path, content.to_string()).unwrap();
    path.to_string_lossy().into_owned()
}

fn starter(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("preview-{name}.plan.json"));
    let text = path.to_string_lossy().into_owned();
    if !path.exists() {
        // Written aside and moved, because tests run side by side.
        let aside = format!("{text}.{:?}", std::thread::current().id());
        assert_eq!(crosswalk(&["starter", name, "-o", &aside]).0, 0);
        fs::rename(aside, &path).unwrap();
    }
    text
}

fn anna() -> Value {
    json!({
        "objectId": "u1", "userPrincipalName": "anna@contoso.com", "mail": "anna@contoso.com", "givenName": "Anna",
        "surname": "Berg", "department": "Sales", "accountEnabled": true, "manager": "u2",
    })
}

fn preview(arguments: &[&str]) -> Value {
    let (code, output) = crosswalk(&[&["preview"], arguments].concat());
    assert_eq!(code, 0, "{arguments:?}");
    serde_json::from_str(&output).unwrap()
}

fn steps(sequence: &Value) -> Vec<&str> {
    sequence.as_array().unwrap().iter().map(|one| one["step"].as_str().unwrap()).collect()
}

/// The preview of a person for the reference plan.
fn of(name: &str, person: &Value, more: &[&str]) -> Value {
    let (plan, person) = (starter("staffbase-minimum"), file(name, person));
    preview(&[&[plan.as_str(), "--person", &person], more].concat())
}

#[test]
fn each_event_has_its_sequence_and_the_id_stays_as_it_is() {
    for (event, expected) in [
        ("create", &["match", "create", "manager"][..]),
        ("update", &["read", "update", "manager"]),
        ("disable", &["disable"]),
        ("restore", &["read", "restore"]),
        ("delete", &["delete"]),
    ] {
        let sequence = of(&format!("event-{event}"), &anna(), &["--event", event]);
        assert_eq!(steps(&sequence), expected, "{event}");
        for one in sequence.as_array().unwrap().iter().filter(|one| one["step"] != "match" && one["step"] != "create") {
            assert_eq!(one["path"], "/Users/{id}", "{event}");
        }
    }
    let disable = of("disable", &anna(), &["--event", "disable"]);
    assert_eq!(disable[0]["method"], "PATCH");
    assert_eq!(disable[0]["body"]["Operations"], json!([{"op": "Replace", "path": "active", "value": "False"}]));
    let disable = of("disable-flag", &anna(), &["--event", "disable", "--flag"]);
    assert_eq!(disable[0]["body"]["Operations"], json!([{"op": "replace", "path": "active", "value": false}]));
    let restore = of("restore", &anna(), &["--event", "restore"]);
    assert_eq!((&restore[0]["method"], &restore[1]["body"]["Operations"][0]["value"]), (&json!("GET"), &json!("True")));
    let update = of("update", &anna(), &["--event", "update"]);
    let operations = update[1]["body"]["Operations"].as_array().unwrap();
    assert!(operations.iter().all(|operation| operation["op"] == "Add"));
    assert!(update[1]["note"].as_str().unwrap().contains("as an addition"));
}

/// What the command printed: the requests, and a line for each step and reason.
struct Printed {
    requests: Value,
    reasons: Vec<String>,
}

/// The command says what the library says: the requests, and every step and reason, in the same order.
fn says(arguments: &[&str], simulation: &Simulation) -> Printed {
    let (code, output, notes) = all_of(&[&["preview"], arguments].concat());
    assert_eq!(code, 0, "{arguments:?}: {notes}");
    let requests: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(requests, serde_json::to_value(simulation).unwrap(), "{arguments:?}");
    let lines: Vec<String> = notes.lines().filter_map(|line| line.strip_prefix("note: ")).map(str::to_owned).collect();
    let reasons = simulation.reasons();
    assert!(lines.ends_with(&reasons), "{arguments:?}: {reasons:#?} is not the end of {notes}");
    Printed { requests, reasons }
}

/// The group that the preview's form makes of the sample people: the first stays, the second joins, the third leaves.
fn sample_group(members: [usize; 2]) -> Value {
    let people = sample_people();
    let mut inside: Vec<Value> =
        members.iter().map(|member| serde_json::to_value(&people[*member].attributes).unwrap()).collect();
    inside.push(json!({"objectId": "g2", "displayName": "Nested team", "members": [people[0].attributes]}));
    json!({"objectId": "8c1d0f5e-0000-4000-8000-000000000001", "displayName": "Product team", "members": inside})
}

/// The screen shows the library's simulation, and so does the command. What the command prints here goes into a file, and
/// `tests/browser/previews.spec.ts` reads the screen and compares.
#[test]
fn every_starter_with_every_sample_person_group_and_event_has_the_librarys_answer() {
    let mut printed = Vec::new();
    for starter_plan in Starter::ALL {
        let plan = starter_plan.plan();
        let path = starter(starter_plan.name());
        let mut keep = |who: &str, event: &str, answer: Printed| {
            printed.push(json!({
                "starter": starter_plan.title(), "who": who, "event": event, "requests": answer.requests,
                "reasons": answer.reasons,
            }));
        };
        for (index, sample) in sample_people().iter().enumerate() {
            let flat = serde_json::to_value(&sample.attributes).unwrap();
            let name = file(&format!("door-{}-{index}", starter_plan.name()), &flat);
            let (person, _) = Person::from_flat(sample);
            let run = Situation::in_cycle(&plan, &person);
            says(&[&path, "--person", &name], &simulate(&run));
            for event in Event::ALL {
                let simulation = simulate(&Situation { event: Some(event), ..run });
                let answer = says(&[&path, "--person", &name, "--event", event.name()], &simulation);
                keep(&person.label, event.name(), answer);
            }
        }
        let group = |flat: &Value| Group::from_flat(&serde_json::from_value(flat.clone()).unwrap()).0;
        let (now, before) = (sample_group([0, 1]), sample_group([0, 2]));
        let name = |moment: &str, flat| file(&format!("door-group-{moment}-{}", starter_plan.name()), flat);
        let (now_file, before_file) = (name("now", &now), name("before", &before));
        let (now, before) = (group(&now), group(&before));
        for event in Event::ALL {
            let run = Situation { event: Some(event), ..Situation::in_cycle(&plan, &now) };
            let arguments = [path.as_str(), "--group", &now_file, "--event", event.name()];
            let met = says(&arguments, &simulate(&run));
            let run = Situation { previous: Some((&before).into()), ..run };
            let known = says(&[&arguments[..], &["--previous", &before_file]].concat(), &simulate(&run));
            keep("Group", event.name(), if event == Event::Create { met } else { known });
        }
    }
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("previews.json");
    fs::write(path, serde_json::to_string_pretty(&printed).unwrap()).unwrap();
}

#[test]
fn what_is_known_of_the_target_and_of_the_last_cycle_has_the_librarys_answer() {
    let plan = Starter::StaffbaseMinimum.plan();
    let path = starter("staffbase-minimum");
    let mut before = anna();
    before["department"] = json!("Product");
    let (now, previous) = (file("door-now", &anna()), file("door-previous", &before));
    let held = json!([{"id": "7", "externalId": "anna@contoso.com", "active": false}, {"id": "8", "externalId": "b"}]);
    let held_path = file("door-target", &held);
    let target = read_target(held.to_string()).unwrap().value;
    let person = |flat: &Value| Person::from_flat(&serde_json::from_value::<SamplePerson>(flat.clone()).unwrap()).0;
    let (person, before) = (person(&anna()), person(&before));
    let run = Situation::in_cycle(&plan, &person);
    for event in Event::ALL {
        let arguments = [path.as_str(), "--person", &now, "--event", event.name()];
        let previous_known = Situation { previous: Some((&before).into()), event: Some(event), ..run };
        says(&[&arguments[..], &["--previous", &previous]].concat(), &simulate(&previous_known));
        let target_known = Situation { target: Some(&target), event: Some(event), ..run };
        says(&[&arguments[..], &["--target", &held_path]].concat(), &simulate(&target_known));
    }
    let sequence = preview(&[&path, "--person", &now, "--previous", &previous]);
    assert_eq!(steps(&sequence), ["read", "update"]);
    assert_eq!(sequence[1]["body"]["Operations"].as_array().unwrap().len(), 1);
}

#[test]
fn groups_have_the_librarys_answer() {
    let plan = Starter::StaffbaseMinimum.plan();
    let path = starter("staffbase-minimum");
    let flat = json!({"objectId": "g1", "displayName": "Sales", "members": ["u1", {"id": "g2", "displayName": "Sub", "members": ["u9"]}]});
    let name = file("door-group", &flat);
    let (group, _) = Group::from_flat(&serde_json::from_value(flat).unwrap());
    for event in Event::ALL {
        let simulation = simulate(&Situation { event: Some(event), ..Situation::in_cycle(&plan, &group) });
        says(&[&path, "--group", &name, "--event", event.name()], &simulation);
    }
}

#[test]
fn another_connector_has_a_reason_and_no_requests() {
    let mut plan: Plan = Starter::StaffbaseMinimum.plan();
    plan.target_profile = "other".into();
    let name = file("connector", &anna());
    let written = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("preview-connector.plan.json");
    fs::write(&written, crosswalk::exchange::plan_file::write(&plan)).unwrap();
    let (person, _) = Person::from_flat(&serde_json::from_value::<SamplePerson>(anna()).unwrap());
    says(&[&written.to_string_lossy(), "--person", &name], &simulate(&Situation::in_cycle(&plan, &person)));
}

#[test]
fn a_person_out_of_scope_is_red_and_names_the_consequence() {
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(starter("staffbase-minimum")).unwrap()).unwrap();
    let clause = json!({"attribute": "department", "operator": "EQUALS", "values": ["Product"]});
    plan["object_mappings"][0]["scoping_filters"] = json!([{"title": "Product", "clauses": [clause]}]);
    let (plan, person) = (file("scope-plan", &plan), file("scope-person", &anna()));
    for (event, sent) in
        [("create", "skip"), ("update", "disable"), ("disable", "disable"), ("restore", "skip"), ("delete", "skip")]
    {
        let (code, output, notes) = all_of(&["preview", &plan, "--person", &person, "--event", event]);
        let sequence: Value = serde_json::from_str(&output).unwrap();
        assert_eq!((code, steps(&sequence)), (0, vec![sent]), "{event}: {notes}");
        assert!(notes.contains("note: Scope (failed): "), "{event}: {notes}");
        assert!(!output.contains("\"True\""), "{event}");
    }
}

#[test]
fn the_target_decides_between_create_and_update() {
    let resource = json!({
        "id": "a/7", "externalId": "anna@contoso.com", "active": true, "name": {"givenName": "ANNA", "familyName": "Old"},
        "emails": [{"type": "work", "value": "old@contoso.com"}],
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "sales", "manager": {"value": "88"}},
    });
    let manager = json!({"id": "88", "externalId": "jonas@contoso.com"});
    let mut person = anna();
    person["manager"] = json!({"id": "u2", "userPrincipalName": "jonas@contoso.com"});
    let list = json!({"totalResults": 2, "Resources": [manager, resource]});
    let wanted = json!([
        {"op": "Replace", "path": "emails[type eq \"work\"].value", "value": "anna@contoso.com"},
        {"op": "Replace", "path": "name.familyName", "value": "Berg"},
    ]);
    for (name, target) in [("list", list.clone()), ("array", list["Resources"].clone())] {
        let target = file(&format!("target-{name}"), &target);
        let sequence = of(&format!("hit-{name}"), &person, &["--target", &target]);
        assert_eq!(steps(&sequence), ["match", "update"]);
        assert_eq!(sequence[1]["path"], "/Users/a%2F7");
        assert_eq!(sequence[1]["body"]["Operations"], wanted);
    }
    // One resource: its manager is another one, whom the target does not show.
    let target = file("target-one", &resource);
    let sequence = of("hit-one", &person, &["--target", &target, "--flag"]);
    assert_eq!(steps(&sequence), ["match", "update", "manager"]);
    let operations = &sequence[1]["body"]["Operations"];
    assert_eq!(operations[1], json!({"op": "replace", "path": "name.familyName", "value": "Berg"}));
    assert_eq!(sequence[2]["body"]["Operations"][0]["op"], "replace");
    assert_eq!(sequence[2]["body"]["Operations"][0]["value"], "{id of u2}");
    let nobody = file("target-nobody", &json!({"totalResults": 0, "Resources": []}));
    assert_eq!(steps(&of("miss", &person, &["--target", &nobody])), ["match", "create", "manager"]);
    let twice = file("target-twice", &json!([resource, resource]));
    let sequence = of("twice", &person, &["--target", &twice]);
    assert_eq!(steps(&sequence), ["match", "skip"]);
    assert!(sequence[1]["note"].as_str().unwrap().starts_with("DuplicateTargetEntries"));
    assert_eq!((sequence[1].get("method"), sequence[1].get("path")), (None, None));
}

#[test]
fn two_simple_replacements_merge_with_the_flag_alone() {
    let target = file(
        "merge-target",
        &json!({"id": "7", "externalId": "anna@contoso.com", "active": false,
        "name": {"givenName": "X", "familyName": "Y"}, "emails": [{"type": "work", "value": "z"}]}),
    );
    let mut person = anna();
    person["manager"] = Value::Null;
    let sequence = of("merge", &person, &["--target", &target, "--flag"]);
    assert_eq!(
        sequence[1]["body"]["Operations"],
        json!([
            {"op": "replace", "path": "emails[type eq \"work\"].value", "value": "anna@contoso.com"},
            {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "value": "Sales"},
            {"op": "replace", "value": {"active": true, "name.givenName": "Anna", "name.familyName": "Berg"}},
        ])
    );
    let sequence = of("no-merge", &person, &["--target", &target, "--no-flag"]);
    assert_eq!(sequence[1]["body"]["Operations"].as_array().unwrap().len(), 5);
    assert_eq!(sequence[1]["body"]["Operations"][0], json!({"op": "Replace", "path": "active", "value": "True"}));
}

#[test]
fn nothing_sent_ends_with_a_skip_that_names_the_result_code() {
    for (name, change, target, expected, code) in [
        ("unassigned", json!({"assigned": false}), None, &["skip"][..], "EntrySynchronizationSkipped"),
        ("recycled", json!({"softDeleted": true}), None, &["skip"], "EntrySynchronizationSkipped"),
        ("blocked", json!({"accountEnabled": false}), None, &["match", "skip"], "EntrySynchronizationSkipped"),
        ("nameless", json!({"userPrincipalName": null}), None, &["skip"], "ImportSkipped"),
        (
            "same",
            json!({"mail": null, "givenName": null, "surname": null, "department": null, "manager": null}),
            Some(json!({"id": "7", "externalId": "anna@contoso.com", "active": "True"})),
            &["match", "skip"],
            "EntrySynchronizationSkipped",
        ),
    ] {
        let mut person = anna();
        person.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let target = target.map(|target| file(&format!("skip-{name}-target"), &target));
        let more: Vec<&str> = target.iter().flat_map(|target| ["--target", target.as_str()]).collect();
        let sequence = of(&format!("skip-{name}"), &person, &more);
        assert_eq!(steps(&sequence), expected, "{name}");
        let skip = sequence.as_array().unwrap().last().unwrap();
        assert!(skip["note"].as_str().unwrap().starts_with(code), "{name}: {skip}");
        assert_eq!(skip.as_object().unwrap().len(), 2);
    }
}

#[test]
fn a_group_is_created_empty_and_its_members_follow() {
    let plan = starter("staffbase-minimum");
    let now = json!({"objectId": "g1", "displayName": "Sales", "members": ["u1", "u2", {"id": "g2", "displayName": "Sub", "members": ["u9"]}]});
    let before = json!({"objectId": "g1", "displayName": "Sales", "members": ["u1", "u3"]});
    let (now, before) = (file("group", &now), file("group-before", &before));
    let sequence = preview(&[&plan, "--group", &now]);
    assert_eq!(steps(&sequence), ["match", "create", "update"]);
    assert_eq!(sequence[0]["path"], "/Groups?excludedAttributes=members&filter=displayName+eq+%22Sales%22");
    assert_eq!(sequence[1]["body"].get("members"), None);
    let added = json!([{"op": "Add", "path": "members", "value": [{"$ref": null, "value": "{id of u1}"}, {"$ref": null, "value": "{id of u2}"}]}]);
    assert_eq!(sequence[2]["body"]["Operations"], added);
    assert!(sequence[2]["note"].as_str().unwrap().contains("Sub is left out"));
    for (flag, removed) in [
        ("--no-flag", json!([{"op": "Remove", "path": "members", "value": [{"$ref": null, "value": "{id of u3}"}]}])),
        ("--flag", json!([{"op": "remove", "path": "members[value eq \"{id of u3}\"]"}])),
    ] {
        let sequence = preview(&[&plan, "--group", &now, "--previous", &before, flag]);
        assert_eq!(steps(&sequence), ["read", "update", "update"]);
        assert_eq!(sequence[0]["path"], "/Groups/{id}?excludedAttributes=members");
        assert_eq!(sequence[2]["body"]["Operations"], removed);
    }
}

#[test]
fn the_plans_address_decides_about_the_flag_unless_an_option_does() {
    let plan: Value = serde_json::from_str(&fs::read_to_string(starter("staffbase-minimum")).unwrap()).unwrap();
    let mut flagged = plan.clone();
    flagged["connection"]["tenant_url"] = json!("https://app.contoso.com/scim?aadOptscim062020");
    let (plan, person) = (file("flagged-plan", &flagged), file("flagged", &anna()));
    for (more, operation) in [(&[][..], "replace"), (&["--no-flag"], "Replace"), (&["--flag"], "replace")] {
        let sequence = preview(&[&[plan.as_str(), "--person", &person, "--event", "disable"], more].concat());
        assert_eq!(sequence[0]["body"]["Operations"][0]["op"], operation, "{more:?}");
    }
}

#[test]
fn usage_and_unreadable_files_are_exit_two() {
    let (plan, person) = (starter("staffbase-minimum"), file("usage", &anna()));
    let broken = file("usage-broken", &json!([1]));
    for arguments in [
        &["preview", &plan][..],
        &["preview", &plan, "--person", "/nowhere.json"],
        &["preview", "/nowhere.json", "--person", &person],
        &["preview", &plan, "--person", &person, "--target", &broken],
        &["preview", &plan, "--person", &broken],
        &["preview", &plan, "--group", &broken],
        &["preview", &plan, "--person", &person, "--event", "move"],
        &["preview", &plan, "--person", &person, "--flag", "--no-flag"],
        &["preview", &plan, "--person", &person, "--group", &person],
        &["preview", &plan, "--previous", &person],
        &["preview", &plan, "--person", &person, "--previous", &broken],
    ] {
        assert_eq!(crosswalk(arguments), (2, String::new()), "{arguments:?}");
    }
}
