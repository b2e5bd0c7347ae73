//! A plan against the limits of [`crate::limits`].

use serde_json::Value;

use super::texts::Walk;
use super::{Plan, SamplePerson};
use crate::limits::{
    ALL_KEYS, ALL_TEXT, CANONICAL_VALUES, CLAUSE_VALUES, CLAUSES, DEFINITIONS, Exceeded, FILTERS, KEYS, LOCALES,
    MAPPINGS, MARKS, PEOPLE, SUPPRESSIONS, TARGET_ATTRIBUTES, TEXT, WORKSHOP_NOTES,
};

/// Refuses a plan that exceeds a limit, with the first such limit in the order of the plan's members.
pub fn within_limits(plan: &Plan) -> Result<(), Exceeded> {
    let place = || "the plan".to_owned();
    let mappings = plan.object_mappings.iter().map(|object| object.attribute_mappings.len()).sum();
    MAPPINGS.hold(mappings, place)?;
    let filters = || plan.object_mappings.iter().flat_map(|object| &object.scoping_filters);
    FILTERS.hold(filters().count(), place)?;
    CLAUSES.hold(filters().map(|filter| filter.clauses.len()).sum(), place)?;
    for clause in filters().flat_map(|filter| &filter.clauses) {
        CLAUSE_VALUES.hold(clause.values.len(), || format!("the clause on {}", shortened(&clause.attribute)))?;
    }
    DEFINITIONS.hold(plan.attribute_definitions.source.len(), || "the source list of the plan".to_owned())?;
    DEFINITIONS.hold(plan.attribute_definitions.target.len(), || "the target list of the plan".to_owned())?;
    TARGET_ATTRIBUTES.hold(plan.target_attributes.len(), place)?;
    for attribute in &plan.target_attributes {
        CANONICAL_VALUES.hold(attribute.canonical_values.len(), || shortened(&attribute.name))?;
    }
    LOCALES.hold(plan.locales.len(), place)?;
    people_within_limits(&plan.people)?;
    SUPPRESSIONS.hold(plan.suppressions.len(), place)?;
    MARKS.hold(plan.checklist.len(), place)?;
    WORKSHOP_NOTES.hold(plan.workshop.len(), place)?;
    texts_within_limits(plan)
}

/// Refuses too many people, or people with too many keys.
pub fn people_within_limits(people: &[SamplePerson]) -> Result<(), Exceeded> {
    PEOPLE.hold(people.len(), || "the list".to_owned())?;
    let mut all = 0;
    for (index, person) in people.iter().enumerate() {
        let keys: usize = person.attributes.values().map(|value| 1 + nested_keys(value)).sum();
        KEYS.hold(keys, || format!("person {} ({})", index + 1, shortened(&person.label())))?;
        all += keys;
    }
    ALL_KEYS.hold(all, || "the list of people".to_owned())
}

/// The keys and list items within a value.
fn nested_keys(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.values().map(|value| 1 + nested_keys(value)).sum(),
        Value::Array(items) => items.iter().map(|item| 1 + nested_keys(item)).sum(),
        _ => 0,
    }
}

/// Cuts a plan to the limits, to show a plan that is too large to work on.
pub fn cut_to_limits(mut plan: Plan) -> Plan {
    let (mut mappings, mut filters, mut clauses) = (MAPPINGS.most, FILTERS.most, CLAUSES.most);
    for object in &mut plan.object_mappings {
        object.attribute_mappings.truncate(mappings);
        mappings -= object.attribute_mappings.len();
        object.scoping_filters.truncate(filters);
        filters -= object.scoping_filters.len();
        for filter in &mut object.scoping_filters {
            filter.clauses.truncate(clauses);
            clauses -= filter.clauses.len();
            filter.clauses.iter_mut().for_each(|clause| clause.values.truncate(CLAUSE_VALUES.most));
        }
    }
    plan.attribute_definitions.source.truncate(DEFINITIONS.most);
    plan.attribute_definitions.target.truncate(DEFINITIONS.most);
    plan.target_attributes.truncate(TARGET_ATTRIBUTES.most);
    plan.target_attributes.iter_mut().for_each(|one| one.canonical_values.truncate(CANONICAL_VALUES.most));
    plan.locales.truncate(LOCALES.most);
    plan.suppressions.truncate(SUPPRESSIONS.most);
    plan.checklist.truncate(MARKS.most);
    plan.workshop.truncate(WORKSHOP_NOTES.most);
    plan.people.truncate(PEOPLE.most);
    plan.people.retain(|person| people_within_limits(std::slice::from_ref(person)).is_ok());
    // For every other limit, halve everything until it fits.
    while within_limits(&plan).is_err() {
        let is_empty =
            plan.people.is_empty() && plan.object_mappings.iter().all(|one| one.attribute_mappings.len() < 2);
        if is_empty {
            return Plan { name: plan.name.chars().take(100).collect(), ..Plan::default() };
        }
        plan.people.truncate(plan.people.len() / 2);
        for object in &mut plan.object_mappings {
            object.attribute_mappings.truncate(object.attribute_mappings.len() / 2);
        }
    }
    plan
}

fn texts_within_limits(plan: &Plan) -> Result<(), Exceeded> {
    let (mut all, mut refused) = (0, None);
    Walk(&mut |text| {
        let characters = text.value.chars().count();
        all += characters;
        if characters > TEXT.most && refused.is_none() {
            refused = TEXT.hold(characters, || shortened(&text.place())).err();
        }
    })
    .plan(plan);
    refused.map_or(Ok(()), Err)?;
    ALL_TEXT.hold(all, || "the plan".to_owned())
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::limits::Limit;
    use crate::plan::{
        AttributeDefinition, AttributeMapping, Clause, DescribedAttribute, Edit, EditError, ObjectKind, ObjectMapping,
        ScopingFilter, apply,
    };

    fn plan(mappings: usize, clauses: usize, people: usize, keys: usize) -> Plan {
        let filter = ScopingFilter { clauses: vec![Clause::default(); clauses], ..ScopingFilter::default() };
        let person = SamplePerson { attributes: (0..keys).map(|key| (format!("k{key}"), json!(1))).collect() };
        let users = ObjectMapping {
            kind: ObjectKind::User,
            attribute_mappings: vec![AttributeMapping::direct("mail", "userName"); mappings],
            scoping_filters: vec![filter],
            ..ObjectMapping::default()
        };
        Plan { object_mappings: vec![users], people: vec![person; people], ..Plan::default() }
    }

    #[test]
    fn each_limit_is_held_with_its_number_and_cut_where_asked() {
        assert_eq!(within_limits(&plan(2_000, 500, 50, 2_000)), Ok(()));
        assert_eq!(within_limits(&plan(2_000, 500, 1_000, 100)), Ok(()));
        let long = "x".repeat(50_001);
        let texts = Plan { object_mappings: vec![], name: long.clone(), ..Plan::default() };
        let definition = AttributeDefinition::default();
        let mut definitions = Plan::default();
        definitions.attribute_definitions.target = vec![definition; 2_001];
        let mut whole = plan(100, 1, 0, 0);
        for mapping in &mut whole.object_mappings[0].attribute_mappings {
            mapping.default_value = Some("x".repeat(49_999));
        }
        // Characters are counted, not bytes: 50,000 letters that take two bytes each.
        let mut wide = plan(70, 1, 0, 0);
        for mapping in &mut wide.object_mappings[0].attribute_mappings {
            mapping.default_value = Some("ä".repeat(50_000));
        }
        assert_eq!(within_limits(&wide), Ok(()));
        let attribute = DescribedAttribute { canonical_values: vec![String::new(); 501], ..Default::default() };
        let values = Plan { target_attributes: vec![attribute.clone()], ..Plan::default() };
        let attributes = Plan { target_attributes: vec![attribute; 2_001], ..Plan::default() };
        let cases: [(Plan, Limit, usize); 10] = [
            (values, CANONICAL_VALUES, 501),
            (attributes, TARGET_ATTRIBUTES, 2_001),
            (plan(2_001, 1, 1, 1), MAPPINGS, 2_001),
            (plan(1, 501, 1, 1), CLAUSES, 501),
            (plan(1, 1, 1_001, 1), PEOPLE, 1_001),
            (plan(1, 1, 1, 2_001), KEYS, 2_001),
            (plan(1, 1, 1_000, 101), ALL_KEYS, 101_000),
            (texts, TEXT, 50_001),
            (definitions, DEFINITIONS, 2_001),
            (whole, ALL_TEXT, 5_001_109),
        ];
        for (plan, limit, found) in cases {
            let refused = within_limits(&plan).unwrap_err();
            assert_eq!((refused.limit, refused.found), (limit, found), "{refused}");
            let cut = cut_to_limits(plan);
            assert_eq!(within_limits(&cut), Ok(()));
            assert!(limit.noun == "character" || cut != Plan::default(), "{refused}");
        }
    }

    #[test]
    fn an_edit_beyond_a_limit_changes_nothing_and_one_back_is_taken() {
        let full = plan(2_000, 1, 0, 0);
        let insert = Edit::InsertMapping {
            kind: ObjectKind::User,
            index: 0,
            mapping: AttributeMapping::direct("mail", "title"),
        };
        let refused = apply(&full, &insert).unwrap_err();
        assert!(matches!(&refused, EditError::Limit(exceeded) if exceeded.found == 2_001), "{refused}");
        // A plan from before the limits may be made smaller.
        let remove = Edit::RemoveMapping { kind: ObjectKind::User, index: 0 };
        assert!(apply(&plan(3_000, 1, 0, 0), &remove).is_ok());
    }
}
