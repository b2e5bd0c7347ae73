//! What Crosswalk writes as a table, it reads again: the same mappings, or a note says what is different.

use crosswalk::analysis::analyze;
use crosswalk::catalog::Starter;
use crosswalk::exchange::export::{Format, Material, Writer, workbook};
use crosswalk::exchange::open;
use crosswalk::exchange::tables::{ChosenRoles, Lacking, Reading, changes, open_tables, read_file};
use crosswalk::plan::{
    AttributeFlowType, AttributeMapping, Clause, MappingSource, MatchingPrecedence, ObjectKind, ObjectMapping, Plan,
    SamplePerson, ScopingFilter, apply_all,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TEXT_FORMS: [&str; 4] = ["mappings-csv-exact", "mappings-csv", "mappings-md", "mappings-html"];

fn written(plan: &Plan, name: &str) -> (Vec<u8>, Vec<String>) {
    let analysis = analyze(plan, &[]);
    let material =
        Material { plan, analysis: &analysis, people: &[], since: None, schema: None, rehearsal: None, now: 0 };
    match Format::from_name(name).unwrap().writer {
        Writer::Text(write) => {
            let written = write(&material).unwrap();
            (written.text.into_bytes(), written.notes)
        }
        Writer::Bytes(_) => (workbook(&material).unwrap(), Vec::new()),
    }
}

fn read(bytes: &[u8]) -> Reading {
    read_file(&Plan::default(), open_tables(bytes).unwrap(), &ChosenRoles::default()).unwrap()
}

#[test]
fn every_starter_comes_back_in_every_form() {
    for starter in Starter::ALL {
        let plan = starter.plan();
        for name in TEXT_FORMS.into_iter().chain(["workbook"]) {
            let (bytes, notes) = written(&plan, name);
            assert!(notes.iter().all(|note| note.contains("spreadsheet")), "{name}: {notes:?}");
            let opened = open(&bytes).unwrap();
            let mappings = |plan: &Plan| -> Vec<(ObjectKind, Vec<AttributeMapping>)> {
                plan.object_mappings.iter().map(|object| (object.kind, object.attribute_mappings.clone())).collect()
            };
            assert_eq!(mappings(&opened.plan), mappings(&plan), "{name}");
            assert_eq!(changes(&plan, &read(&bytes), Lacking::Remove), [], "{name}");
        }
    }
}

#[test]
fn what_a_table_leaves_out_is_noted() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.connection.tenant_url = "https://contoso.example/scim".to_owned();
    plan.people = vec![SamplePerson::default(), SamplePerson::default()];
    plan.object_mappings[0].scoping_filters =
        vec![ScopingFilter { clauses: vec![Clause::default()], ..ScopingFilter::default() }];
    plan.object_mappings[1].enabled = false;
    for name in ["mappings-csv", "mappings-md", "mappings-html"] {
        assert_eq!(
            written(&plan, name).1,
            [
                "A table contains only the attribute mappings. It leaves out the settings, which actions are switched off, \
              1 scoping filter, 2 people. Keep the plan file for these."
            ]
        );
    }
}

/// A workbook comes back with an edited row, a new row and a removed one: three edits, and none else.
#[test]
fn an_edited_sheet_is_three_changes() {
    let plan = Starter::StaffbaseMinimum.plan();
    let mut edited = plan.clone();
    let users = &mut edited.object_mappings[0].attribute_mappings;
    users[2].default_value = Some("Employee".to_owned());
    users.remove(6);
    users.push(AttributeMapping::constant("de_DE", "locale").only_during_creation());
    let reading = read(&written(&edited, "workbook").0);
    let kept = changes(&plan, &reading, Lacking::Keep);
    assert_eq!(kept.len(), 2, "{kept:?}");
    let all = changes(&plan, &reading, Lacking::Remove);
    assert_eq!(all.len(), 3, "{all:?}");
    let made = apply_all(&plan, &all).unwrap();
    assert_eq!(made.object_mappings, edited.object_mappings);
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(vec![
            "externalId", "active", "locale", "title", "displayName", "mail", "givenName", "userPrincipalName",
            "emails[type eq \"work\"].value", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
            "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:costCode", "costCode",
        ]).prop_map(str::to_owned),
        1 => select(vec!["", " ", "Vorname", "Work Email", "n/a", "(empty)", "1. title", "**mail**", "mail (x)", "'=1"])
            .prop_map(str::to_owned),
        1 => text(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9 ,;|`'\"*_<>&=+@\\\\\\[\\](){}-]{0,16}",
        "[ \\t\\r\\n|`a=\u{a0}\u{200b}'-]{0,6}",
        "\\PC{0,8}",
        Just("x".repeat(200)),
    ]
}

fn source() -> impl Strategy<Value = MappingSource> {
    prop_oneof![
        name().prop_map(|attribute| MappingSource::Direct { attribute }),
        text().prop_map(|value| MappingSource::Constant { value }),
        text().prop_map(|expression| MappingSource::Expression { expression }),
        Just(MappingSource::Expression { expression: "Switch([IsSoftDeleted], , \"False\", \"True\")".to_owned() }),
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
    (name(), source(), option::of(text()), 0..4_u32, select(flow_types)).prop_map(
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

fn plan() -> impl Strategy<Value = Plan> {
    (vec(mapping(), 1..6), vec(mapping(), 0..3)).prop_map(|(users, groups)| {
        let object = |kind, attribute_mappings: Vec<AttributeMapping>| {
            (!attribute_mappings.is_empty()).then(|| ObjectMapping { kind, attribute_mappings, ..Default::default() })
        };
        let objects = [object(ObjectKind::User, users), object(ObjectKind::Group, groups)];
        Plan { name: "A plan".to_owned(), object_mappings: objects.into_iter().flatten().collect(), ..Plan::default() }
    })
}

/// The mappings that differ after a round through a form, each with the words that name it.
fn differing(plan: &Plan, reading: &Reading) -> Vec<(String, String)> {
    let rows: Vec<_> = plan
        .object_mappings
        .iter()
        .flat_map(|object| object.attribute_mappings.iter().enumerate().map(|(at, one)| (object.kind, at, one)))
        .collect();
    assert_eq!(rows.len(), reading.rows.len(), "a row is lost: {:?}", reading.notes);
    let mut differing = Vec::new();
    for ((kind, at, mapping), read) in rows.into_iter().zip(&reading.rows) {
        let same = read.mapping().is_some_and(|row| row.mapping == *mapping && read.kind == kind);
        if !same {
            let target = mapping.target_attribute.trim();
            let name =
                if target.is_empty() { format!("{} number {}", kind.plural(), at + 1) } else { target.to_owned() };
            differing.push((name, format!("{mapping:?} became {:?}", read.outcome)));
        }
    }
    differing
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn any_plan_comes_back_or_a_note_says_what_differs(plan in plan()) {
        for form in TEXT_FORMS {
            let (bytes, notes) = written(&plan, form);
            let reading = read(&bytes);
            for (name, what) in differing(&plan, &reading) {
                prop_assert!(notes.iter().any(|note| note.starts_with(&format!("{name}: "))), "{form}: {what}\n{notes:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    /// In a workbook, an empty default value and none are the same, and so is what a name means.
    #[test]
    fn any_plan_comes_back_in_the_workbook(plan in plan()) {
        let (bytes, _) = written(&plan, "workbook");
        let (_, notes) = written(&plan, "mappings-csv-exact");
        for (name, what) in differing(&plan, &read(&bytes)) {
            prop_assert!(notes.iter().any(|note| note.starts_with(&format!("{name}: "))), "{what}\n{notes:?}");
        }
    }
}
