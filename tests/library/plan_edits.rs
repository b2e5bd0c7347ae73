//! Any edits in any order: the invariants hold after each edit, and undoing every edit restores the original plan.

use crosswalk::{
    catalog::{PROFILES, Starter},
    editor::{Identities, MAXIMUM_STEPS, MergeKey, Session},
    exchange::{plan_file, share_link},
    lint::Field,
    plan::{
        AttributeDefinition, AttributeFlowType, AttributeMapping, AttributeSide, AttributeType, ChecklistMark, Clause,
        ConfirmedLocale, DescribedAttribute, Edit, MappingSource, MatchingPrecedence, Mutability, ObjectFlowTypes,
        ObjectKind, ObjectMapping, Plan, ProvisionScope, Returned, SamplePerson, ScimType, ScopingFilter, Suppression,
        TitlePart, Uniqueness, WorkshopNote, apply, apply_all, invariants,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select, strategy::ValueTree as _};

/// Few names, so that edits meet each other; the empty one is refused where a key must not be empty.
fn name() -> impl Strategy<Value = String> {
    select(vec!["", "mail", "externalId", "active", "locale", "de_DE", "M001", "assign-people"]).prop_map(str::to_owned)
}

fn kind() -> impl Strategy<Value = ObjectKind> {
    select(ObjectKind::ALL.to_vec())
}

fn place() -> impl Strategy<Value = usize> {
    0..14_usize
}

fn source() -> impl Strategy<Value = MappingSource> {
    prop_oneof![
        name().prop_map(|attribute| MappingSource::Direct { attribute }),
        name().prop_map(|value| MappingSource::Constant { value }),
        "[a-zA-Z\\[\\](), \"]{0,20}".prop_map(|expression| MappingSource::Expression { expression }),
        Just(MappingSource::None),
    ]
}

fn flow_type() -> impl Strategy<Value = AttributeFlowType> {
    select(vec![
        AttributeFlowType::Always,
        AttributeFlowType::ObjectAddOnly,
        AttributeFlowType::MultiValueAddOnly,
        AttributeFlowType::ValueAddOnly,
        AttributeFlowType::AttributeAddOnly,
    ])
}

fn precedence() -> impl Strategy<Value = Option<MatchingPrecedence>> {
    (0..4_u32).prop_map(MatchingPrecedence::new)
}

fn mapping() -> impl Strategy<Value = AttributeMapping> {
    (name(), source(), option::of(name()), precedence(), flow_type()).prop_map(
        |(target_attribute, source, default_value, matching_precedence, flow_type)| AttributeMapping {
            target_attribute,
            source,
            default_value,
            matching_precedence,
            flow_type,
            ..AttributeMapping::default()
        },
    )
}

fn person() -> impl Strategy<Value = SamplePerson> {
    vec((name(), name()), 0..3).prop_map(|pairs| SamplePerson {
        attributes: pairs.into_iter().map(|(key, value)| (key, value.into())).collect(),
    })
}

fn filters() -> impl Strategy<Value = Vec<ScopingFilter>> {
    let clause = (name(), name(), vec(name(), 0..2)).prop_map(|(attribute, operator, values)| Clause {
        attribute,
        operator: operator.into(),
        values,
    });
    vec((name(), vec(clause, 0..3)).prop_map(|(title, clauses)| ScopingFilter { title, clauses }), 0..2)
}

fn side() -> impl Strategy<Value = AttributeSide> {
    select(vec![AttributeSide::Source, AttributeSide::Target])
}

/// A described attribute. Names meet each other, so that the first of two counts.
fn described() -> impl Strategy<Value = DescribedAttribute> {
    (
        kind(),
        name(),
        select(ScimType::ALL.to_vec()),
        any::<[bool; 3]>(),
        vec(name(), 0..3),
        select(Mutability::ALL.to_vec()),
        select(Returned::ALL.to_vec()),
        select(Uniqueness::ALL.to_vec()),
    )
        .prop_map(|(kind, name, scim_type, flags, canonical_values, mutability, returned, uniqueness)| {
            let [multi_valued, required, case_exact] = flags;
            DescribedAttribute {
                kind,
                name,
                scim_type,
                multi_valued,
                required,
                canonical_values,
                case_exact,
                mutability,
                returned,
                uniqueness,
            }
        })
}

fn plan_edit() -> BoxedStrategy<Edit> {
    prop_oneof![
        name().prop_map(|name| Edit::RenamePlan { name }),
        (select(TitlePart::ALL.to_vec()), name()).prop_map(|(part, text)| Edit::SetTitlePart { part, text }),
        select(PROFILES.to_vec()).prop_map(|profile| Edit::SetTargetProfile { profile: profile.plan_id() }),
        vec(described(), 0..4).prop_map(|attributes| Edit::SetTargetAttributes { attributes }),
        name().prop_map(|url| Edit::SetTenantUrl { url }),
        name().prop_map(|email| Edit::SetNotificationEmail { email }),
        select(vec![ProvisionScope::Assigned, ProvisionScope::All]).prop_map(|scope| Edit::SetProvisionScope { scope }),
        option::of(0..9_u32).prop_map(|threshold| Edit::SetAccidentalDeletionsThreshold { threshold }),
        option::of(name()).prop_map(|attribute| Edit::SetSsoIdentifier { attribute }),
        option::of(name()).prop_map(|domain| Edit::SetDefaultDomain { domain }),
        (side(), name(), any::<bool>()).prop_map(|(side, name, multivalued)| Edit::DefineAttribute {
            side,
            definition: AttributeDefinition { name, attribute_type: AttributeType::String, multivalued },
        }),
        (side(), name()).prop_map(|(side, name)| Edit::UndefineAttribute { side, name }),
        (name(), name()).prop_map(|(code, note)| Edit::ConfirmLocale { locale: ConfirmedLocale { code, note } }),
        name().prop_map(|code| Edit::UnconfirmLocale { code }),
    ]
    .boxed()
}

fn mapping_edit() -> BoxedStrategy<Edit> {
    prop_oneof![
        (kind(), vec(mapping(), 0..3)).prop_map(|(kind, attribute_mappings)| Edit::AddObjectMapping {
            mapping: ObjectMapping { kind, attribute_mappings, ..ObjectMapping::default() },
        }),
        (kind(), any::<bool>()).prop_map(|(kind, enabled)| Edit::SetObjectMappingEnabled { kind, enabled }),
        (kind(), any::<[bool; 3]>()).prop_map(|(kind, [create, update, delete])| Edit::SetActions {
            kind,
            actions: ObjectFlowTypes { create, update, delete },
        }),
        (kind(), filters()).prop_map(|(kind, filters)| Edit::SetScopingFilters { kind, filters }),
        (kind(), place(), mapping()).prop_map(|(kind, index, mapping)| Edit::InsertMapping { kind, index, mapping }),
        (kind(), place()).prop_map(|(kind, index)| Edit::RemoveMapping { kind, index }),
        (kind(), place(), place()).prop_map(|(kind, from, to)| Edit::MoveMapping { kind, from, to }),
        (kind(), place(), name()).prop_map(|(kind, index, target_attribute)| Edit::SetTargetAttribute {
            kind,
            index,
            target_attribute
        }),
        (kind(), place(), source()).prop_map(|(kind, index, source)| Edit::SetSource { kind, index, source }),
        (kind(), place(), option::of(name())).prop_map(|(kind, index, value)| Edit::SetDefaultValue {
            kind,
            index,
            value
        }),
        (kind(), place(), precedence()).prop_map(|(kind, index, precedence)| Edit::SetMatchingPrecedence {
            kind,
            index,
            precedence
        }),
        (kind(), place(), flow_type()).prop_map(|(kind, index, flow_type)| Edit::SetFlowType {
            kind,
            index,
            flow_type
        }),
    ]
    .boxed()
}

fn note_edit() -> BoxedStrategy<Edit> {
    prop_oneof![
        person().prop_map(|person| Edit::AddPerson { person }),
        (0..3_usize, person()).prop_map(|(index, person)| Edit::SetPerson { index, person }),
        (0..3_usize).prop_map(|index| Edit::RemovePerson { index }),
        (name(), option::of(name()), name())
            .prop_map(|(rule, target, reason)| Edit::Suppress { suppression: Suppression { rule, target, reason } }),
        (name(), option::of(name())).prop_map(|(rule, target)| Edit::Unsuppress { rule, target }),
        (name(), any::<bool>(), name()).prop_map(|(step, done, note)| Edit::MarkStep {
            mark: ChecklistMark { step, done, note, ..ChecklistMark::default() },
        }),
        (name(), any::<bool>(), name()).prop_map(|(step, covered, decision)| Edit::NoteWorkshop {
            note: WorkshopNote { step, covered, decision, ..WorkshopNote::default() },
        }),
    ]
    .boxed()
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![plan_edit(), mapping_edit(), note_edit()]
}

fn start() -> impl Strategy<Value = Plan> {
    prop_oneof![Just(Plan::default()), select(Starter::ALL.to_vec()).prop_map(Starter::plan)]
}

proptest! {
    #[test]
    fn the_invariants_hold_after_every_edit(start in start(), edits in vec(edit(), 1..60)) {
        let mut plan = start;
        for edit in &edits {
            if let Ok(next) = apply(&plan, edit) {
                plan = next;
                prop_assert_eq!(invariants(&plan), vec![], "after {:?}", edit);
            }
        }
    }

    #[test]
    fn edits_that_one_after_another_succeed_succeed_together(start in start(), edits in vec(edit(), 1..20)) {
        let mut plan = start.clone();
        let mut applied = Vec::new();
        for edit in edits {
            if let Ok(next) = apply(&plan, &edit) {
                plan = next;
                applied.push(edit);
            }
        }
        prop_assert_eq!(apply_all(&start, &applied), Ok(plan));
    }

    #[test]
    fn a_plan_comes_back_from_its_file_as_it_went(start in start(), edits in vec(edit(), 1..40)) {
        let mut plan = start;
        for edit in &edits {
            plan = apply(&plan, edit).unwrap_or(plan);
        }
        let text = plan_file::write(&plan);
        let read = plan_file::read(&text);
        prop_assert_eq!(read.as_ref(), Ok(&plan));
        let link = share_link::fragment(&plan, true);
        prop_assert_eq!(link.ok().and_then(|link| share_link::read_fragment(&link)), Some(Ok(plan.clone())));
        prop_assert_eq!(read.map(|plan| plan_file::write(&plan)), Ok(text));
    }

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_the_end(
        start in start(),
        steps in vec((vec(edit(), 1..3), option::of(select(vec![MergeKey::PlanName, MergeKey::Setting(Field::TenantUrl)]))), 1..40),
    ) {
        prop_assert!(steps.len() <= MAXIMUM_STEPS);
        let mut session = Session::new(start.clone());
        let first = session.identities().clone();
        for (edits, merge_key) in steps {
            let before = (session.plan().clone(), session.identities().clone());
            if session.dispatch(&edits, "Edit", merge_key).is_err() {
                prop_assert_eq!(&(session.plan().clone(), session.identities().clone()), &before, "a refused step changed the plan");
            }
            prop_assert_eq!(identity_faults(session.plan(), session.identities()), [""; 0]);
        }
        let (end, last) = (session.plan().clone(), session.identities().clone());
        // A merged run of edits may end where it began, so count what can be undone rather than what changed.
        let mut undone = 0;
        while session.undo() {
            undone += 1;
            prop_assert_eq!(invariants(session.plan()), vec![]);
        }
        prop_assert_eq!((&**session.plan(), session.identities()), (&start, &first));
        let mut redone = 0;
        while session.redo() {
            redone += 1;
        }
        prop_assert_eq!((&**session.plan(), session.identities(), redone), (&*end, &last, undone));
    }
}

/// Every part of the plan has an identity, no two have the same, and each leads back to its part.
fn identity_faults(plan: &Plan, identities: &Identities) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |is_right: bool, fault: &str| {
        if !is_right {
            faults.push(fault.to_owned());
        }
    };
    for kind in ObjectKind::ALL {
        let object = plan.object_mapping(kind).cloned().unwrap_or(ObjectMapping {
            attribute_mappings: Vec::new(),
            scoping_filters: Vec::new(),
            ..ObjectMapping::default()
        });
        let (mappings, filters) = (identities.mappings(kind), identities.filters(kind));
        expect(mappings.len() == object.attribute_mappings.len(), "as many identities as mappings");
        expect(filters.len() == object.scoping_filters.len(), "as many identities as filters");
        for (at, id) in mappings.iter().enumerate() {
            expect(identities.place_of_mapping(*id) == Some((kind, at)), "a mapping leads back to its place");
        }
        for (at, (filter, known)) in object.scoping_filters.iter().zip(filters).enumerate() {
            expect(identities.place_of_filter(known.id) == Some((kind, at)), "a filter leads back to its place");
            expect(known.clauses.len() == filter.clauses.len(), "as many identities as clauses");
            for (clause, id) in known.clauses.iter().enumerate() {
                expect(identities.place_of_clause(*id) == Some((kind, at, clause)), "a clause leads back to its place");
            }
        }
    }
    expect(identities.people().len() == plan.people.len(), "as many identities as people");
    for (at, id) in identities.people().iter().enumerate() {
        expect(identities.place_of_person(*id) == Some(at), "a person leads back to their place");
    }
    faults
}

#[test]
fn the_edits_reach_most_of_the_plan() {
    // Guards the properties above: strategies that only ever made refused edits would prove nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let plan = Starter::StaffbaseMinimum.plan();
    let applied = (0..400)
        .filter(|_| {
            let edit = edit().new_tree(&mut runner).unwrap().current();
            apply(&plan, &edit).is_ok_and(|next| next != plan)
        })
        .count();
    assert!(applied > 150, "only {applied} of 400 edits changed the plan");
}
