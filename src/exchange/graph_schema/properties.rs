//! A plan that is written as a schema and read again is the same, as far as a schema can contain it.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;
use crate::catalog::Starter;
use crate::exchange::json::Document;
use crate::plan::{
    AttributeDefinition, AttributeDefinitions, AttributeFlowType, AttributeMapping, AttributeType, Clause,
    MappingSource, MatchingPrecedence, ObjectFlowTypes, ObjectKind, ObjectMapping, Plan, ScopingFilter,
};

/// Names without brackets, with more than letters.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec!["mail", "jobTitle", "externalId", "title"]).prop_map(str::to_owned),
        "[a-zA-Zäß/~ :._-]{1,12}"
    ]
}

fn value() -> impl Strategy<Value = String> {
    "[ -~äß😀\\n\\\\\"]{0,10}"
}

fn expression() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            r#"Replace([preferredLanguage], "-", , , "_", , )"#,
            "IIF([a]=\"1\", Join(\" \", [b]), [c])",
            "ToLower( [mail] )",
            "Switch([a",
            "Frobnicate([x])",
            "Mid([a],1,8)",
        ])
        .prop_map(str::to_owned),
        // Texts that begin with a letter: not a single attribute and not a quoted text.
        "[A-Z][a-zA-Z\\[\\](),\" ]{0,20}",
    ]
}

fn source() -> impl Strategy<Value = MappingSource> {
    prop_oneof![
        name().prop_map(|attribute| MappingSource::Direct { attribute }),
        value().prop_map(|value| MappingSource::Constant { value }),
        expression().prop_map(|expression| MappingSource::Expression { expression }),
        Just(MappingSource::None),
    ]
}

fn mapping() -> impl Strategy<Value = AttributeMapping> {
    let flow_types = vec![
        AttributeFlowType::Always,
        AttributeFlowType::ObjectAddOnly,
        AttributeFlowType::MultiValueAddOnly,
        AttributeFlowType::ValueAddOnly,
        AttributeFlowType::AttributeAddOnly,
    ];
    (name(), source(), option::of(value()), 0..4_u32, select(flow_types)).prop_map(
        |(target_attribute, source, default_value, precedence, flow_type)| AttributeMapping {
            target_attribute,
            source,
            default_value,
            matching_precedence: MatchingPrecedence::new(precedence),
            flow_type,
            ..AttributeMapping::default()
        },
    )
}

fn filters() -> impl Strategy<Value = Vec<ScopingFilter>> {
    let clause = (name(), name(), vec(value(), 0..3));
    let clause =
        clause.prop_map(|(attribute, operator, values)| Clause { attribute, operator: operator.into(), values });
    vec((value(), vec(clause, 0..3)).prop_map(|(title, clauses)| ScopingFilter { title, clauses }), 0..3)
}

fn object_mapping(kind: ObjectKind) -> impl Strategy<Value = ObjectMapping> {
    (any::<bool>(), any::<[bool; 3]>(), filters(), vec(mapping(), 0..6)).prop_map(
        move |(enabled, [create, update, delete], scoping_filters, attribute_mappings)| ObjectMapping {
            kind,
            enabled,
            actions: ObjectFlowTypes { create, update, delete },
            scoping_filters,
            attribute_mappings,
            ..ObjectMapping::default()
        },
    )
}

fn definitions() -> impl Strategy<Value = Vec<AttributeDefinition>> {
    let types = vec![AttributeType::String, AttributeType::Integer, AttributeType::Reference, AttributeType::DateTime];
    let one = ("own[a-z]{1,4}", select(types), any::<bool>());
    vec(one, 0..3).prop_map(|list| {
        let mut definitions: Vec<AttributeDefinition> = Vec::new();
        for (name, attribute_type, multivalued) in list {
            if !definitions.iter().any(|known| known.name == name) {
                definitions.push(AttributeDefinition { name, attribute_type, multivalued });
            }
        }
        definitions
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    (object_mapping(ObjectKind::User), object_mapping(ObjectKind::Group), definitions(), definitions()).prop_map(
        |(users, groups, source, target)| Plan {
            object_mappings: vec![users, groups],
            attribute_definitions: AttributeDefinitions { source, target },
            ..Plan::default()
        },
    )
}

fn read(text: &str) -> Plan {
    import(&Document::parse(text.to_owned()).unwrap(), &Choice::default()).unwrap().plan
}

/// The part of a plan that a schema can contain: without the places that an import adds, and with sorted definitions.
fn expressible(mut plan: Plan) -> Plan {
    for mapping in &mut plan.object_mappings {
        mapping.graph = None;
    }
    for list in [&mut plan.attribute_definitions.source, &mut plan.attribute_definitions.target] {
        list.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Plan { object_mappings: plan.object_mappings, attribute_definitions: plan.attribute_definitions, ..Plan::default() }
}

proptest! {
    #[test]
    fn a_plan_comes_back_from_a_skeleton(plan in plan()) {
        let (text, _) = skeleton(&plan);
        prop_assert_eq!(expressible(read(&text)), expressible(plan));
    }

    #[test]
    fn a_plan_merged_into_anothers_file_is_what_the_file_says_then(plan in plan(), other in plan()) {
        let file = skeleton(&other).0;
        let merged = merge(&plan, &Document::parse(file).unwrap()).unwrap();
        let (mut now, mut wanted) = (expressible(read(&merged.text)), expressible(plan));
        // The order stays, and definitions are only added.
        for plan in [&mut now, &mut wanted] {
            plan.attribute_definitions = AttributeDefinitions::default();
            for mapping in &mut plan.object_mappings {
                mapping.attribute_mappings.sort_by(|a, b| a.target_attribute.cmp(&b.target_attribute));
            }
        }
        prop_assert_eq!(now, wanted);
    }

    #[test]
    fn a_file_merged_into_itself_is_itself(plan in plan()) {
        let file = skeleton(&plan).0;
        let document = Document::parse(file.clone()).unwrap();
        let merged = merge(&read(&file), &document).unwrap();
        prop_assert_eq!((merged.text, merged.changed), (file, false));
    }
}

#[test]
fn the_starters_come_back() {
    for starter in Starter::ALL {
        let (text, notes) = skeleton(&starter.plan());
        assert_eq!(notes, [], "{}", starter.name());
        assert_eq!(expressible(read(&text)), expressible(starter.plan()), "{}", starter.name());
    }
}
