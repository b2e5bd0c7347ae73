//! The list of edits, run through the model of the script's loop, says what the merge says.

mod model;

use std::path::Path;

use crosswalk::catalog::Starter;
use crosswalk::exchange::graph_schema::{Choice, MAXIMUM_NESTED_CALLS, edit_list, import, merge, skeleton};
use crosswalk::exchange::json::Document;
use crosswalk::plan::{
    AttributeDefinition, AttributeFlowType, AttributeMapping, AttributeType, Clause, MappingSource, MatchingPrecedence,
    ObjectFlowTypes, Plan, ScopingFilter,
};
use serde_json::Value;

use model::edit_schema;

fn document(text: &str) -> Document {
    Document::parse(text.to_owned()).unwrap()
}

fn imported(text: &str) -> Plan {
    import(&document(text), &Choice::default()).unwrap().plan
}

/// What the script would send.
fn sent(plan: &Plan, schema: &str) -> Value {
    let mut schema = serde_json::from_str(schema).unwrap();
    edit_schema(&mut schema, &serde_json::to_value(edit_list(plan).unwrap()).unwrap());
    schema
}

fn merged(plan: &Plan, schema: &str) -> Value {
    serde_json::from_str(&merge(plan, &document(schema)).unwrap().text).unwrap()
}

/// Each with another kind of change.
fn changed(plan: &Plan) -> Vec<Plan> {
    let row = |change: fn(&mut AttributeMapping)| {
        let mut plan = plan.clone();
        plan.object_mappings[0].attribute_mappings.iter_mut().for_each(change);
        plan
    };
    let whole = |change: fn(&mut Plan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        plan
    };
    vec![
        plan.clone(),
        row(|row| row.default_value = Some("Employee ‘x’".to_owned())),
        row(|row| row.default_value = None),
        row(|row| row.matching_precedence = MatchingPrecedence::new(4)),
        row(|row| row.matching_precedence = None),
        row(|row| row.flow_type = AttributeFlowType::ObjectAddOnly),
        row(|row| row.flow_type = AttributeFlowType::Always),
        row(|row| row.source = MappingSource::None),
        row(|row| row.source = MappingSource::Constant { value: "2025-07-30T00:00:00Z".to_owned() }),
        row(|row| row.source = MappingSource::Direct { attribute: "extension_1_own".to_owned() }),
        row(|row| row.source = MappingSource::Expression { expression: "Join( \"\",[a], [mail])".to_owned() }),
        row(|row| "twice".clone_into(&mut row.target_attribute)),
        whole(|plan| plan.object_mappings[0].attribute_mappings.reverse()),
        whole(|plan| {
            plan.object_mappings[0].attribute_mappings.truncate(3);
            let first = plan.object_mappings[0].attribute_mappings[0].clone();
            plan.object_mappings[0].attribute_mappings.push(first);
        }),
        whole(|plan| plan.object_mappings[0].enabled ^= true),
        whole(|plan| {
            plan.object_mappings[0].actions = ObjectFlowTypes { create: true, update: true, delete: false };
        }),
        whole(|plan| plan.object_mappings[0].scoping_filters.clear()),
        whole(|plan| {
            let clause =
                Clause { attribute: "country".to_owned(), operator: "EQUALS".into(), values: vec!["DE".to_owned()] };
            plan.object_mappings[0]
                .scoping_filters
                .insert(0, ScopingFilter { title: "Germany".to_owned(), clauses: vec![clause] });
        }),
        whole(|plan| {
            let own = |name: &str, attribute_type| AttributeDefinition {
                name: name.to_owned(),
                attribute_type,
                multivalued: false,
            };
            plan.attribute_definitions.source.push(own("extension_2_more", AttributeType::Integer));
            plan.attribute_definitions.target.push(own("urn:own:User:shoe", AttributeType::String));
            plan.object_mappings[0]
                .attribute_mappings
                .push(AttributeMapping::direct("extension_2_more", "urn:own:User:shoe"));
        }),
    ]
}

fn same_as_the_merge(name: &str, schema: &str) {
    let plan = imported(schema);
    let stood: Value = serde_json::from_str(schema).unwrap();
    for (number, plan) in changed(&plan).iter().enumerate() {
        let (sent, merged) = (sent(plan, schema), merged(plan, schema));
        assert_eq!(sent, merged, "{name}, change {number}");
        assert!(number > 0 || sent == stood, "{name}: an unchanged plan changes nothing");
    }
    assert!(changed(&plan).iter().filter(|plan| sent(plan, schema) != stood).count() > 8, "{name}");
}

#[test]
fn the_scripts_loop_says_what_the_merge_says() {
    for starter in Starter::ALL {
        same_as_the_merge(starter.name(), &skeleton(&starter.plan()).0);
    }
    same_as_the_merge("tenant", include_str!("../../data/tenant-schema.json"));
}

/// Of another's file too: everything is new or removed.
#[test]
fn a_starter_written_into_anothers_schema_is_what_the_merge_makes_of_it() {
    let schema = include_str!("../../data/tenant-schema.json");
    for starter in Starter::ALL {
        assert_eq!(sent(&starter.plan(), schema), merged(&starter.plan(), schema), "{}", starter.name());
    }
}

#[test]
fn real_exports_too_where_they_are_at_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/schemas");
    for name in ["salesforce-job-schema.json", "sparse.json"] {
        match std::fs::read_to_string(folder.join(name)) {
            Ok(text) => same_as_the_merge(name, text.trim_start_matches('\u{feff}')),
            Err(_) => eprintln!("{name} is not there: no real export is compared"),
        }
    }
}

#[test]
fn what_powershell_could_not_write_is_refused() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let nested = |calls: usize| format!("{}[mail]{}", "Trim(".repeat(calls), ")".repeat(calls));
    for (calls, fits) in [(MAXIMUM_NESTED_CALLS, true), (MAXIMUM_NESTED_CALLS + 1, false)] {
        plan.object_mappings[0].attribute_mappings[0].source = MappingSource::Expression { expression: nested(calls) };
        assert_eq!(edit_list(&plan).is_ok(), fits, "{calls}");
    }
}
