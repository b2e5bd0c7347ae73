//! The shape of a difference and its words.

use super::*;
use crate::catalog::Starter;
use crate::plan::{AttributeFlowType, Clause, MappingSource, ScopeOperator, ScopingFilter};

fn changed() -> (Plan, Plan) {
    let a = Starter::StaffbaseMinimum.plan();
    let mut b = a.clone();
    let users = &mut b.object_mappings[0];
    users.attribute_mappings.retain(|one| !one.target_attribute.ends_with("manager"));
    users.attribute_mappings.push(AttributeMapping::constant("de_DE", "locale"));
    users.attribute_mappings[2].source = MappingSource::Direct { attribute: "department".to_owned() };
    users.attribute_mappings[3].default_value = Some("a|b\nc".to_owned());
    users.attribute_mappings[4].flow_type = AttributeFlowType::ObjectAddOnly;
    users.attribute_mappings[0].matching_precedence = None;
    users.actions.delete = false;
    let clause = Clause { attribute: "country".into(), operator: ScopeOperator::Equals, values: vec!["DE".into()] };
    users.scoping_filters.push(ScopingFilter { title: "Germany".into(), clauses: vec![clause] });
    b.object_mappings.truncate(1);
    b.attribute_definitions.target.push(AttributeDefinition { name: "own".to_owned(), ..Default::default() });
    b.name = "The name is not compared".to_owned();
    (a, b)
}

#[test]
fn a_plan_does_not_differ_from_itself_or_from_its_order() {
    for starter in Starter::ALL {
        let plan = starter.plan();
        assert!(compare(&plan, &plan).is_empty());
        let mut turned = plan.clone();
        turned.object_mappings[0].attribute_mappings.reverse();
        assert!(compare(&plan, &turned).is_empty());
    }
}

#[test]
fn every_field_has_its_effect() {
    let (a, b) = changed();
    insta::assert_json_snapshot!(compare(&a, &b));
}

#[test]
fn the_documents_say_the_same() {
    let (a, b) = changed();
    let difference = compare(&a, &b);
    insta::assert_snapshot!(difference_text(&difference) + "\n" + &difference_markdown(&difference));
}

#[test]
fn the_way_back_turns_added_and_removed_round() {
    let (a, b) = changed();
    let (there, back) = (compare(&a, &b), compare(&b, &a));
    assert_eq!(there.object_mappings[0].added, back.object_mappings[0].removed);
    assert_eq!((there.object_mappings[1].side, back.object_mappings[1].side), (Side::A, Side::B));
    assert_eq!(there.object_mappings[0].changed.len(), back.object_mappings[0].changed.len());
    assert_eq!(there.attribute_definitions.added, back.attribute_definitions.removed);
}
