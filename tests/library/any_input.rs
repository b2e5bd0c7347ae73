//! A simulation ends with a sequence and without a panic, for any content of the files.

use crosswalk::catalog::Starter;
use crosswalk::directory::{Group, Person, TargetDirectory, read_group, read_people, read_target};
use crosswalk::plan::{AttributeMapping, Clause, Plan, ScopingFilter};
use crosswalk::simulate::{Event, Situation, next_cycle, simulate, wire};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const KEYS: &[&str] = &[
    "objectId",
    "id",
    "userPrincipalName",
    "mail",
    "manager",
    "members",
    "appRoleAssignments",
    "assigned",
    "softDeleted",
    "memberOf",
    "accountEnabled",
    "IsSoftDeleted",
    "externalId",
    "active",
    "emails",
    "name",
    "roles",
    "schemas",
    "meta",
    "Resources",
    "totalResults",
    "value",
    "type",
    "displayName",
    "businessPhones",
    "@odata.type",
    "resourceType",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    "onPremisesExtensionAttributes",
    "employeeOrgData",
];

fn any_json() -> impl Strategy<Value = Value> {
    let texts =
        vec!["", "a", "anna@contoso.com", "work", "True", "ü\"\\", "x_y#EXT#@z", "#microsoft.graph.group", "#EXT#"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(texts).prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let member = (prop::sample::select(KEYS), inner.clone());
        let members = prop::collection::vec(member, 0..8);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| {
                let members = members.into_iter().map(|(key, value)| (key.to_owned(), value));
                Value::Object(members.collect::<Map<_, _>>())
            }),
        ]
    })
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let paths = vec![
        "externalId",
        "id",
        "active",
        "name.givenName",
        "emails[type eq \"work\"].value",
        "emails",
        "emails[",
        "",
        "members",
        "roles",
        "roles[primary eq \"True\"].value",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
        "urn:ietf:params:scim:schemas:core:2.0:User:title",
        "emails[type eq \"work\"]",
        "emails[type eq \"work\"].primary",
    ];
    let sources = vec![
        "[mail]",
        "[manager]",
        "Switch([IsSoftDeleted], , \"False\", \"True\", \"True\", \"False\")",
        "((",
        "[members]",
        "AppRoleAssignmentsComplex([appRoleAssignments])",
        "SingleAppRoleAssignment([appRoleAssignments])",
        "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
        "\"x\"",
    ];
    let row = (prop::sample::select(paths), prop::sample::select(sources), 0_u32..4, any::<bool>());
    let clause = (
        prop::sample::select(vec!["mail", "manager", "", "objectId"]),
        prop::sample::select(vec!["EQUALS", "REGEX MATCH", "Greater_Than", "&", "IS NULL", ""]),
        ".{0,4}",
    );
    (prop::collection::vec(row, 0..8), prop::option::of(clause), any::<bool>()).prop_map(|(rows, clause, all)| {
        let mut plan = Starter::StaffbaseMinimum.plan();
        for object in &mut plan.object_mappings {
            object.attribute_mappings.extend(rows.iter().map(|(path, source, precedence, direct)| {
                let attribute = source.trim_matches(['[', ']']);
                let row = if *direct {
                    AttributeMapping::direct(attribute, path)
                } else {
                    AttributeMapping::expression(source, path)
                };
                row.matching(*precedence)
            }));
            if let Some((attribute, operator, value)) = &clause {
                let clause = Clause {
                    attribute: (*attribute).to_owned(),
                    operator: (*operator).into(),
                    values: vec![value.clone()],
                };
                object.scoping_filters.push(ScopingFilter { title: String::new(), clauses: vec![clause] });
            }
        }
        plan.provision =
            if all { crosswalk::plan::ProvisionScope::All } else { crosswalk::plan::ProvisionScope::Assigned };
        plan
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_simulation_ends(plan in any_plan(), person in any_json(), target in any_json(), group in any_json(), compliant in any::<bool>()) {
        let people: Vec<Person> =
            read_people(person.to_string()).unwrap_or_default().value.iter().map(|one| Person::from_flat(one).0).collect();
        let target = read_target(target.to_string()).unwrap_or_default().value;
        for person in &people {
            for event in [None].into_iter().chain(Event::ALL.map(Some)) {
                for (target, previous) in [(None, None), (Some(&target), None), (None, people.first()), (Some(&target), people.last())] {
                    let previous = previous.map(Into::into);
                    let situation = Situation { target, event, previous, compliant_patch: compliant, ..Situation::in_cycle(&plan, person) };
                    let simulation = simulate(&situation);
                    let printed = serde_json::to_value(&simulation).unwrap();
                    prop_assert!(printed.as_array().is_some_and(|sequence| !sequence.is_empty()));
                    let curl = wire::as_curl(&simulation.requests, "");
                    prop_assert_eq!(curl.is_empty(), simulation.requests.is_empty());
                }
            }
        }
        let first = next_cycle(&plan, &people, &TargetDirectory::default());
        next_cycle(&plan, &people, &first.target);
        let group = read_group(group.to_string()).unwrap_or_default().value;
        let nobody = Group::default();
        for previous in [None, Some(&nobody), Some(&group)] {
            for event in [None].into_iter().chain(Event::ALL.map(Some)) {
                let target = Some(&target);
                let previous = previous.map(Into::into);
                let situation = Situation { previous, target, event, compliant_patch: compliant, ..Situation::in_cycle(&plan, &group) };
                let printed = serde_json::to_value(simulate(&situation)).unwrap();
                prop_assert!(printed.as_array().is_some_and(|sequence| !sequence.is_empty()));
            }
        }
    }

    #[test]
    fn a_set_value_is_found_again(resource in any_json(), value in "[a-z]{1,4}") {
        let mut target = read_target(json!([resource]).to_string()).unwrap_or_default().value;
        let Some(resource) = target.resources.first_mut() else { return Ok(()) };
        for path in ["title", "name.givenName", "emails[type eq \"work\"].value", "roles[primary eq \"True\"].value"] {
            let path = crosswalk::plan::AttributePath::parse(path).unwrap();
            resource.set(&path, value.clone().into());
            prop_assert!(resource.values(&path).contains(&&Value::from(value.clone())));
        }
    }
}
