//! Any mappings, any two states of a person: create the first, update to the second, and compare with the second created
//! afresh.

use crosswalk::catalog::Starter;
use crosswalk::directory::{Person, TargetDirectory, TargetResource};
use crosswalk::plan::{
    AttributeDefinition, AttributeFlowType, AttributeMapping, AttributePath, AttributeType, ENTERPRISE_USER,
    MappingSource, ObjectKind, Plan,
};
use crosswalk::simulate::{
    Deviation, Event, Flow, Reason, Request, Simulation, Situation, Step, resolve_value, simulate,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::applier::{ALL, STRICT, Switches, apply};

/// Lines to choose from beside the first two, which every plan has.
fn pool() -> Vec<AttributeMapping> {
    let direct = AttributeMapping::direct;
    let mut rows = Starter::StaffbaseMinimumWithLocale.plan().object_mappings[0].attribute_mappings.clone();
    rows.drain(..2);
    let own = |name: &str| format!("urn:ietf:params:scim:schemas:extension:showcase:2.0:User:{name}");
    rows.extend([
        direct("mail", "userName"),
        direct("displayName", "displayName"),
        direct("mail", "emails[type eq \"public\"].value"),
        AttributeMapping::constant("True", "emails[type eq \"public\"].primary"),
        direct("employeeId", &format!("{ENTERPRISE_USER}:employeeNumber")),
        direct("companyName", &own("company")),
        direct("dirSyncEnabled", &own("isBlocked")),
        AttributeMapping::expression(r#"Join(" ", [givenName], [surname])"#, "name.formatted"),
        direct("postalCode", "addresses[type eq \"work\"].postalCode"),
        direct("telephoneNumber", "phoneNumbers[type eq \"work\"].value"),
        direct("preferredLanguage", "preferredLanguage").with_default("en"),
        AttributeMapping::new(MappingSource::None, "nickName").with_default("none"),
        AttributeMapping::constant("Contoso", "userType"),
        AttributeMapping::expression(r#"IIF(IsPresent([city]), [city], "nowhere")"#, "timezone"),
    ]);
    rows
}

fn plan(chosen: &[prop::sample::Index], order: usize) -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let pool = pool();
    let mut rows: Vec<AttributeMapping> = Vec::new();
    for index in chosen {
        let row = &pool[index.index(pool.len())];
        if rows.iter().all(|other| other.target_attribute != row.target_attribute) {
            rows.push(row.clone());
        }
    }
    let users = &mut plan.object_mappings[0];
    users.attribute_mappings.truncate(2);
    users.attribute_mappings.extend(rows);
    let middle = order % users.attribute_mappings.len();
    users.attribute_mappings.rotate_left(middle);
    plan.attribute_definitions.target.push(AttributeDefinition {
        name: "urn:ietf:params:scim:schemas:extension:showcase:2.0:User:isBlocked".to_owned(),
        attribute_type: AttributeType::Boolean,
        multivalued: false,
    });
    plan
}

const ATTRIBUTES: [&str; 13] = [
    "mail",
    "givenName",
    "surname",
    "displayName",
    "jobTitle",
    "department",
    "city",
    "mobile",
    "postalCode",
    "telephoneNumber",
    "preferredLanguage",
    "employeeId",
    "companyName",
];

fn a_person() -> impl Strategy<Value = Person> {
    let text =
        prop::option::of(prop::sample::select(vec!["Anna", "ANNA", "Jörg \"Q\"", "", " ", "a@b.c", "x\\y", "0"]));
    let texts = prop::collection::vec(text, ATTRIBUTES.len());
    let manager = prop::option::of(prop::sample::select(vec!["m1", "m2"]));
    (texts, manager, any::<bool>(), any::<bool>(), 0..3).prop_map(|(texts, manager, enabled, synced, upn)| {
        let mut flat = Map::new();
        for (name, text) in ATTRIBUTES.iter().zip(texts) {
            flat.insert((*name).to_owned(), text.map_or(Value::Null, Value::from));
        }
        flat.insert("manager".to_owned(), manager.map_or(Value::Null, Value::from));
        flat.insert("accountEnabled".to_owned(), enabled.into());
        flat.insert("dirSyncEnabled".to_owned(), synced.into());
        flat.insert("userPrincipalName".to_owned(), format!("anna{upn}@contoso.com").into());
        Person::from_flat(&serde_json::from_value(Value::Object(flat)).unwrap()).0
    })
}

fn request(simulation: &Simulation, step: Step) -> Option<&Request> {
    simulation.requests.iter().find(|request| request.step == step)
}

fn body(request: &Request) -> Value {
    serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap()
}

/// What the target holds once a person was created, the manager's request included.
fn created(plan: &Plan, person: &Person) -> Value {
    let mut person = person.clone();
    person.set_enabled();
    let simulation = simulate(&Situation { event: Some(Event::Create), ..Situation::in_cycle(plan, &person) });
    let mut resource = body(request(&simulation, Step::Create).unwrap());
    if let Some(manager) = request(&simulation, Step::Manager) {
        apply(&mut resource, &body(manager), ALL).unwrap();
    }
    resource
}

fn updated(plan: &Plan, person: &Person, resource: &Value, compliant_patch: bool) -> Simulation {
    let Value::Object(mut members) = resource.clone() else { panic!("a resource") };
    members.insert("id".to_owned(), "7".into());
    let target = TargetDirectory::unlinked(vec![TargetResource { members }]);
    let situation = Situation {
        target: Some(&target),
        linked_to: target.resources.first(),
        event: Some(Event::Update),
        compliant_patch,
        ..Situation::in_cycle(plan, person)
    };
    simulate(&situation)
}

/// Targets that need not agree: defaults, creation-only mappings, values that became null.
fn excused(plan: &Plan, person: &Person) -> Vec<String> {
    let lines = plan.object_mapping(ObjectKind::User).unwrap().attribute_mappings.iter().enumerate();
    lines
        .filter(|(index, line)| {
            let flow = resolve_value(plan, ObjectKind::User, *index, person, false).flow;
            line.default_value.is_some()
                || line.flow_type == AttributeFlowType::ObjectAddOnly
                || matches!(flow, Flow::DidNotFlow(Reason::Empty(_)))
        })
        .map(|(_, line)| line.target_attribute.clone())
        .collect()
}

/// The resource as it is compared: without what is excused, without case but in the identifier, elements by type.
fn comparable(resource: &Value, excused: &[String]) -> Value {
    let Value::Object(mut members) = resource.clone() else { panic!("a resource") };
    for key in ["schemas", "meta", "roles", "id"] {
        members.remove(key);
    }
    let mut resource = Value::Object(members);
    for target in excused {
        let path = AttributePath::parse(target).unwrap();
        let holder = match path.schema {
            Some(schema) => resource.get_mut(schema),
            None => Some(&mut resource),
        };
        let Some(holder) = holder else { continue };
        match (&path.filter, path.sub_attribute) {
            (None, None) => drop(holder.as_object_mut().unwrap().remove(path.attribute)),
            (None, Some(sub)) => drop(holder[path.attribute].as_object_mut().map(|complex| complex.remove(sub))),
            (Some(filter), sub) => {
                for element in holder[path.attribute].as_array_mut().into_iter().flatten() {
                    if element[filter.attribute] == filter.value {
                        element.as_object_mut().unwrap().remove(sub.unwrap());
                    }
                }
            }
        }
    }
    let identifier = resource["externalId"].clone();
    let mut resource = folded(&resource);
    resource["externalId"] = identifier;
    resource
}

/// Texts in lower case, without `primary` and what is empty; lists in the order of their print.
fn folded(value: &Value) -> Value {
    match value {
        Value::String(text) => text.to_lowercase().into(),
        Value::Object(members) => {
            let kept =
                members.iter().filter(|(key, _)| *key != "primary").map(|(key, value)| (key.clone(), folded(value)));
            Value::Object(
                kept.filter(|(_, value)| !(value.is_null() || *value == json!({}) || *value == json!([]))).collect(),
            )
        }
        Value::Array(items) => {
            let only_type = |item: &Value| item.as_object().is_some_and(|item| item.keys().all(|key| key == "type"));
            let mut items: Vec<Value> = items.iter().map(folded).filter(|item| !only_type(item)).collect();
            items.sort_by_key(ToString::to_string);
            Value::Array(items)
        }
        other => other.clone(),
    }
}

/// Each deviation that the product names, with the switches that all are on but its own.
const NAMED: [(Deviation, Switches); 5] = [
    (Deviation::OperationCase, Switches { operation_case: false, ..ALL }),
    (Deviation::BooleanText, Switches { boolean_text: false, ..ALL }),
    (Deviation::DottedKeys, Switches { dotted_keys: false, ..ALL }),
    (Deviation::FilterWithoutMatch, Switches { filter_creates: false, ..ALL }),
    (Deviation::BareManager, Switches { bare_manager: false, ..ALL }),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_update_ends_where_a_create_begins(
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 0..16),
        order in 0_usize..20,
        before in a_person(),
        after in a_person(),
        compliant in any::<bool>(),
    ) {
        let plan = plan(&chosen, order);
        let mut resource = created(&plan, &before);
        let simulation = updated(&plan, &after, &resource, compliant);
        for step in [Step::Update, Step::Manager] {
            let Some(request) = request(&simulation, step) else { continue };
            // What a strict server refuses is what the product says beside the request, no more and no less.
            for (deviation, switches) in NAMED {
                let refused = apply(&mut resource.clone(), &body(request), switches).is_err();
                prop_assert_eq!(refused, request.deviations.contains(&deviation), "{:?} {}", deviation, body(request));
            }
            let strict = apply(&mut resource.clone(), &body(request), STRICT);
            prop_assert_eq!(strict.is_err(), !request.deviations.is_empty());
            apply(&mut resource, &body(request), ALL).unwrap();
        }
        let mut fresh = created(&plan, &after);
        // A create is of active people; the update follows the state.
        fresh["active"] = (!after.blocked()).into();
        let excused = excused(&plan, &after);
        prop_assert_eq!(comparable(&resource, &excused), comparable(&fresh, &excused));

        // Nothing more to say the next time.
        let again = updated(&plan, &after, &resource, compliant);
        prop_assert!(again.skip.is_some_and(|reason| reason.starts_with("EntrySynchronizationSkipped")));
    }

    #[test]
    fn disabling_and_restoring_come_back(before in a_person(), compliant in any::<bool>()) {
        let plan = Starter::StaffbaseMinimum.plan();
        let mut resource = created(&plan, &before);
        let start = resource.clone();
        for (event, step, active) in [(Event::Disable, Step::Disable, false), (Event::Restore, Step::Restore, true)] {
            let Value::Object(mut members) = resource.clone() else { panic!("a resource") };
            members.insert("id".to_owned(), "7".into());
            let target = TargetDirectory::unlinked(vec![TargetResource { members }]);
            let situation = Situation { target: Some(&target), event: Some(event), compliant_patch: compliant, ..Situation::in_cycle(&plan, &before) };
            let simulation = simulate(&situation);
            let request = request(&simulation, step).unwrap();
            prop_assert_eq!(body(request)["Operations"].as_array().unwrap().len(), 1);
            apply(&mut resource, &body(request), ALL).unwrap();
            prop_assert_eq!(&resource["active"], &json!(active));
        }
        prop_assert_eq!(resource, start);
    }
}
