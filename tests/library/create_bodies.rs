//! Every create body for ten varied people is a user of RFC 7643, by a table typed by hand from its section 8.7.1.

use std::fs;
use std::path::Path;

use crosswalk::catalog::Starter;
use crosswalk::directory::{Person, read_people};
use crosswalk::plan::{
    AttributeDefinition, AttributeMapping, AttributePath, AttributeType, ENTERPRISE_USER, ObjectKind, Plan,
};
use crosswalk::simulate::{Event, Simulation, Situation, Step, simulate};
use serde_json::{Map, Value};

/// The ten people, by file name.
pub(crate) fn ten_people() -> Vec<(String, Person)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/people");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let people = read_people(fs::read(path).unwrap()).unwrap().value;
        (path.file_stem().unwrap().to_string_lossy().into_owned(), Person::from_flat(&people[0]).0)
    };
    files.iter().map(read).collect()
}

/// The starters, and the reference plan with fields of one's own.
fn plans() -> Vec<Plan> {
    let mut own = Starter::StaffbaseMinimumWithLocale.plan();
    let skills = "urn:ietf:params:scim:schemas:extension:showcase:2.0:User:skillset";
    own.object_mappings[0].attribute_mappings.extend([
        AttributeMapping::direct("companyName", skills),
        AttributeMapping::direct("mail", "emails[type eq \"public\"].value"),
        AttributeMapping::constant("True", "phoneNumbers[type eq \"mobile\"].primary"),
        AttributeMapping::direct("employeeOrgData.costCenter", &format!("{ENTERPRISE_USER}:costCenter")),
        AttributeMapping::direct("userPrincipalName", "userName"),
    ]);
    own.attribute_definitions.target.push(AttributeDefinition {
        name: skills.to_owned(),
        attribute_type: AttributeType::String,
        multivalued: false,
    });
    Starter::ALL.into_iter().map(Starter::plan).chain([own]).collect()
}

/// The first meeting with a person whose sign-in is allowed: Entra creates active people only.
fn created(plan: &Plan, person: &Person) -> Simulation {
    let mut person = person.clone();
    person.set_enabled();
    simulate(&Situation { event: Some(Event::Create), ..Situation::in_cycle(plan, &person) })
}

/// What is wrong with a value, by the table's line for it.
fn faults(place: &str, rule: &Value, value: &Value) -> Vec<String> {
    if rule["multiValued"] == true {
        let Value::Array(items) = value else { return vec![format!("{place}: no list: {value}")] };
        let one = |item| faults_of_one(place, rule, item);
        return items.iter().flat_map(one).collect();
    }
    faults_of_one(place, rule, value)
}

fn faults_of_one(place: &str, rule: &Value, value: &Value) -> Vec<String> {
    let fits = match rule["type"].as_str().unwrap() {
        "complex" => {
            let Value::Object(members) = value else { return vec![format!("{place}: no object: {value}")] };
            return members
                .iter()
                .flat_map(|(name, value)| match rule["subAttributes"].get(name) {
                    Some(rule) => faults(&format!("{place}.{name}"), rule, value),
                    None => vec![format!("{place}.{name}: no such sub-attribute")],
                })
                .collect();
        }
        "boolean" => value.is_boolean(),
        // A value that was not there is not in the body.
        _ => value.as_str().is_some_and(|text| !text.is_empty()),
    };
    if fits { Vec::new() } else { vec![format!("{place}: {value} is no {}", rule["type"])] }
}

fn body_faults(body: &Map<String, Value>, table: &Value) -> Vec<String> {
    let schemas: Vec<&str> = body["schemas"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let core = "urn:ietf:params:scim:schemas:core:2.0:User";
    let mut found = Vec::new();
    for (name, value) in body {
        let extension = name.starts_with("urn:");
        if let Some(rule) = table["common"].get(name).or_else(|| table[core].get(name)) {
            found.extend(faults(name, rule, value));
        } else if let Some(rules) = table.get(name).filter(|_| extension) {
            if !schemas.contains(&name.as_str()) {
                found.push(format!("{name} is not in schemas"));
            }
            for (attribute, value) in value.as_object().unwrap() {
                match rules.get(attribute) {
                    Some(rule) => found.extend(faults(&format!("{name}:{attribute}"), rule, value)),
                    None => found.push(format!("{name}:{attribute}: no such attribute")),
                }
            }
        } else if !extension {
            // The URN of one's own extension is not in schemas: Entra's documented behaviour.
            found.push(format!("{name}: no such attribute"));
        }
    }
    if schemas.first() != Some(&core) {
        found.push("the core schema is missing".to_owned());
    }
    found
}

fn table() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scim-user-schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_create_body_is_a_user_of_rfc_7643() {
    let (table, people) = (table(), ten_people());
    assert_eq!(people.len(), 10);
    for plan in plans() {
        for (name, person) in &people {
            let simulation = created(&plan, person);
            let created: Vec<_> = simulation.requests.iter().filter(|request| request.step == Step::Create).collect();
            // Entra's default list matches by userName, which everybody here has as well.
            assert_eq!(created.len(), 1, "{name} {}: {:?}", plan.name, simulation.skip);
            let body = serde_json::to_value(&created[0].body.as_ref().unwrap().node).unwrap();
            assert_eq!(body_faults(body.as_object().unwrap(), &table), [""; 0], "{name} {}", plan.name);
        }
    }
}

#[test]
fn the_table_refuses_what_is_no_user() {
    for (body, fault) in [
        (r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"active":"True"}"#, "active"),
        (r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"emails":{"value":"a"}}"#, "emails"),
        (r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"emails":[{"mail":"a"}]}"#, "emails.mail"),
        (r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"title":""}"#, "title"),
        (r#"{"schemas":[],"id":"1"}"#, "id"),
        (
            r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"a"}}"#,
            "urn:",
        ),
    ] {
        let body: Value = serde_json::from_str(body).unwrap();
        let found = body_faults(body.as_object().unwrap(), &table());
        assert!(found.first().is_some_and(|first| first.starts_with(fault)), "{body}: {found:?}");
    }
}

#[test]
fn every_path_of_every_request_parses_back() {
    let mut seen = 0;
    for plan in plans() {
        for (name, person) in &ten_people() {
            let events = [None, Some(Event::Update), Some(Event::Disable), Some(Event::Restore)];
            let after = |event| simulate(&Situation { event, ..Situation::in_cycle(&plan, person) });
            for simulation in events.map(after).into_iter().chain([created(&plan, person)]) {
                for one in &simulation.resolved {
                    assert!(AttributePath::parse(&one.target).is_ok(), "{name}: {}", one.target);
                }
                for request in &simulation.requests {
                    assert!(request.path.starts_with("/Users") && request.path.is_ascii(), "{}", request.path);
                    if let Some(query) = request.path.strip_prefix("/Users?filter=") {
                        assert_eq!(format!("/Users?filter={}", decoded(query)), request.readable_path);
                    }
                    let Some(body) = &request.body else { continue };
                    let body = serde_json::to_value(&body.node).unwrap();
                    for operation in body["Operations"].as_array().into_iter().flatten() {
                        let path = operation["path"].as_str().unwrap();
                        let parsed = AttributePath::parse(path);
                        assert!(parsed.is_ok(), "{name}: {path}");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

/// A form-encoded query value, read back.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                assert_eq!(digits, digits.to_uppercase());
                u8::from_str_radix(&digits, 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_match_query_asks_for_the_very_value_quotes_and_all() {
    let people = ten_people();
    let (_, person) = people.iter().find(|(name, _)| name == "quote-in-identifier").unwrap();
    let simulation = created(&Starter::StaffbaseMinimum.plan(), person);
    let filter = simulation.requests[0].readable_path.strip_prefix("/Users?filter=externalId eq ").unwrap().to_owned();
    let value: String = serde_json::from_str(&filter).unwrap();
    assert_eq!(Value::from(value), person.attributes["userPrincipalName"]);
}

#[test]
fn without_an_event_the_blocked_one_is_matched_and_not_created() {
    let plan = Starter::StaffbaseMinimum.plan();
    for (name, person) in &ten_people() {
        let simulation = simulate(&Situation::in_cycle(&plan, person));
        let creates = simulation.requests.iter().any(|request| request.step == Step::Create);
        assert_eq!(creates, name != "blocked", "{name}");
        assert_eq!(simulation.skip.is_some(), name == "blocked", "{name}");
        let managers = simulation.requests.iter().filter(|request| request.step == Step::Manager).count();
        let has_manager = ["umlauts", "no-mail", "two-managers-deep"].contains(&name.as_str());
        assert_eq!(managers, usize::from(has_manager), "{name}");
        assert_eq!(plan.object_mapping(ObjectKind::User).unwrap().attribute_mappings.len(), simulation.resolved.len());
    }
}
