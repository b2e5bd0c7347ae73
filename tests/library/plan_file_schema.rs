//! The plan file's JSON Schema (docs/plan-file.schema.json) says what the reader does.

use crosswalk::catalog::Starter;
use crosswalk::exchange::graph_schema::{Choice, import};
use crosswalk::exchange::json::Document;
use crosswalk::exchange::plan_file;
use crosswalk::plan::{DescribedAttribute, WorkshopNote};
use jsonschema::Validator;
use serde_json::{Value, json};

use super::documents::{corpus, hostile};

const SCHEMA: &str = include_str!("../../docs/plan-file.schema.json");

fn validator() -> Validator {
    jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap()
}

fn fits(validator: &Validator, text: &str) {
    let file: Value = serde_json::from_str(text).unwrap();
    let faults: Vec<String> = validator.iter_errors(&file).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new(), "{text}");
}

#[test]
fn every_plan_that_is_written_fits() {
    let validator = validator();
    for starter in Starter::ALL {
        let mut plan = starter.plan();
        plan.target_attributes.push(DescribedAttribute::default());
        fits(&validator, &plan_file::write(&plan));
    }
    for text in corpus() {
        fits(&validator, &plan_file::write(&hostile(&text).0));
    }
    let tenant = Document::parse(include_str!("../data/tenant-schema.json").to_owned()).unwrap();
    fits(&validator, &plan_file::write(&import(&tenant, &Choice::default()).unwrap().plan));
}

/// Each member that is written is in the schema: one that is missing there would be passed over.
#[test]
fn every_member_is_described() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let written: Value = serde_json::from_str(&plan_file::write(&Starter::StaffbaseMinimum.plan())).unwrap();
    let described = |place: &str, value: &Value| {
        let known = schema.pointer(place).unwrap();
        for name in value.as_object().unwrap().keys() {
            assert!(known.get(name).is_some(), "{place} has no {name}");
        }
    };
    described("/properties", &written);
    described("/properties/connection/properties", &written["connection"]);
    let mut with = Starter::StaffbaseMinimum.plan();
    with.target_attributes.push(DescribedAttribute::default());
    with.title_block.customer = "Contoso".to_owned();
    with.workshop.push(WorkshopNote::default());
    let with: Value = serde_json::from_str(&plan_file::write(&with)).unwrap();
    described("/properties", &with);
    described("/properties/title_block/properties", &with["title_block"]);
    described("/properties/workshop/items/properties", &with["workshop"][0]);
    described("/$defs/target_attribute/properties", &with["target_attributes"][0]);
    described("/$defs/object_mapping/properties", &written["object_mappings"][0]);
    described("/$defs/attribute_mapping/properties", &written["object_mappings"][0]["attribute_mappings"][0]);
}

#[test]
fn the_schema_and_the_reader_refuse_alike() {
    let validator = validator();
    let row = |row: Value| json!({ "object_mappings": [{ "attribute_mappings": [row] }] });
    let cases = [
        (json!({}), true),
        (json!({ "colour": "red" }), true),
        (json!({ "version": 0 }), false),
        (json!({ "version": 3 }), false),
        (json!({ "target_profile": "scim" }), true),
        (json!({ "target_profile": "Workday HCM" }), false),
        (json!({ "target_profile": 1 }), false),
        (json!({ "target_attributes": [{ "name": "userName", "required": true }] }), true),
        (json!({ "target_attributes": [{ "name": "userName", "mutability": "sometimes" }] }), false),
        (json!({ "target_attributes": [{ "name": "userName", "type": "text" }] }), false),
        (json!({ "format": "other" }), false),
        (json!({ "name": 1 }), false),
        (json!({ "title_block": { "customer": "Contoso", "logo": "none" } }), true),
        (json!({ "title_block": { "version": 1.2 } }), false),
        (json!({ "workshop": [{ "step": "scope", "covered": true }] }), true),
        (json!({ "workshop": [{ "step": "scope", "covered": "yes" }] }), false),
        (json!({ "provision": "some" }), false),
        (json!({ "accidental_deletions_threshold": -1 }), false),
        (json!({ "object_mappings": [{ "kind": "device" }] }), false),
        (json!({ "object_mappings": [{ "kind": "user" }, { "kind": "user" }] }), false),
        (json!({ "object_mappings": [{ "kind": "user" }, { "kind": "group", "actions": [] }] }), true),
        (json!({ "object_mappings": [{ "actions": ["rename"] }] }), false),
        (json!({ "people": [{ "mail": ["a", 1, null] }] }), true),
        (json!({ "people": ["Anna"] }), false),
        (json!({ "suppressions": [{ "rule": "M001" }] }), false),
        (json!({ "locales": [{ "note": "x" }] }), false),
        (json!({ "attribute_definitions": { "source": [{ "name": "a", "type": "Text" }] } }), false),
        (row(json!({ "matching_precedence": 0 })), false),
        (row(json!({ "flow_type": "sometimes" })), false),
        (row(json!({ "source": { "type": "direct" } })), false),
        (row(json!({ "source": { "type": "none" }, "default_value": null, "later": [] })), true),
        (row(json!({ "source": { "type": "constant", "value": 1 } })), false),
    ];
    for (members, is_plan) in cases {
        let mut file = json!({ "format": "crosswalk-plan", "version": plan_file::VERSION });
        file.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        assert_eq!(plan_file::read(&file.to_string()).is_ok(), is_plan, "the reader: {file}");
        assert_eq!(validator.is_valid(&file), is_plan, "the schema: {file}");
    }
}
