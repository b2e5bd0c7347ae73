//! The figures around the people: coverage, values, filters, the threshold and the answer.

use std::collections::BTreeMap;

use crosswalk::analysis::rehearsal::{
    Action, Answer, FirstCycleTime, Picking, Query, Report, Reporting, SortBy, State, Threshold,
};
use crosswalk::plan::{AttributeMapping, ENTERPRISE_USER, ProvisionScope};

use super::{plan, rehearsed};

const PEOPLE: &str = "\
objectId,userPrincipalName,displayName,jobTitle,city,department,accountEnabled
1,anna@contoso.com,Anna,Engineer,Bonn,Sales,True
2,bo@contoso.com,Bo,,Köln,Sales,True
3,cy@contoso.com,Cy,Clerk,,HR,False
";

fn mapping_of(target: &str) -> usize {
    let plan = plan(|_| ());
    plan.object_mappings[0].attribute_mappings.iter().position(|one| one.target_attribute == target).unwrap()
}

#[test]
fn coverage_tells_values_defaults_empty_and_unknown_apart() {
    let title = mapping_of("title");
    let with_default =
        plan(|plan| plan.object_mappings[0].attribute_mappings[title].default_value = Some("Staff".to_owned()));
    let rehearsal = rehearsed(with_default, PEOPLE, None);
    let coverage = rehearsal.coverage();
    let counts = |mapping: usize| State::ALL.map(|state| coverage[mapping].count(state));
    // Cy is not active, so the first cycle does not provision Cy.
    assert_eq!(counts(title), [1, 1, 0, 0, 0]);
    assert_eq!(counts(mapping_of("name.givenName")), [0, 0, 0, 2, 0], "the file has no column");
    let top = rehearsal.top_values(title, 10);
    assert_eq!(top.iter().map(|one| one.value.as_str()).collect::<Vec<_>>(), ["Engineer", "Staff"]);
    assert!(rehearsal.summary().unknown_columns.contains(&"givenName".to_owned()));
    assert!(rehearsal.problems().is_empty(), "what is unknown raises no alarm");
}

#[test]
fn every_figure_is_a_filter_and_every_column_an_order() {
    let rehearsal = rehearsed(plan(|_| ()), PEOPLE, None);
    let rows = |query: Query| rehearsal.rows(&query);
    assert_eq!(rows(Query { action: Some(Action::Create), ..Query::default() }), [0, 1]);
    assert_eq!(rows(Query { text: "KÖLN".to_owned(), ..Query::default() }), [1]);
    let title = mapping_of("title");
    assert_eq!(rows(Query { value: Some((title, "Clerk".to_owned())), ..Query::default() }), [2]);
    assert_eq!(rows(Query { state: Some((title, State::Empty)), ..Query::default() }), [1]);
    assert_eq!(rows(Query { problem: Some("P999".to_owned()), ..Query::default() }), [0_u32; 0]);
    let by_title = Query { sort: Some(SortBy::Target(title)), ..Query::default() };
    assert_eq!(rows(by_title.clone()), [2, 0, 1], "what is empty comes last");
    assert_eq!(rows(Query { descending: true, ..by_title }), [1, 0, 2]);
}

#[test]
fn the_most_frequent_of_many_values_are_found_in_slices_of_any_size() {
    // Most departments have one person, some have more.
    let department = |row: usize| if row % 7 < 3 { row * 31 % 40 } else { row };
    let lines = (0..4_000).map(|row| format!("{row}@contoso.com,D{}\n", department(row)));
    let people = lines.fold("userPrincipalName,department\n".to_owned(), |all, line| all + &line);
    let rehearsal = rehearsed(plan(|_| ()), &people, None);
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    (0..4_000).for_each(|row| *counted.entry(format!("D{}", department(row))).or_default() += 1);
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));

    let report = Report::of(&rehearsal, "people.csv", None);
    let shown = report.frequent.iter().find(|one| one.values.iter().any(|value| value.value.starts_with('D'))).unwrap();
    let found: Vec<_> = shown.values.iter().map(|one| (one.value.clone(), one.people)).collect();
    assert_eq!(found, counted[..20]);
    for rows in [1, 999, 2_000] {
        let mut reporting = Reporting::new(&rehearsal);
        while !reporting.advance(&rehearsal, rows) {}
        assert_eq!(reporting.finish(&rehearsal, "people.csv", None), report);
    }
}

#[test]
fn many_rows_are_sorted_in_slices_of_any_size() {
    // Names that repeat, in an order of their own, with capital letters and empty ones between.
    let name = |row: usize| match row * 7_919 % 1_000 {
        at if at % 50 == 0 => String::new(),
        at if at % 3 == 0 => format!("Person {at}"),
        at => format!("person Ü{at}"),
    };
    let lines = (0..5_000).map(|row| format!("{row}@contoso.com,{}\n", name(row)));
    let people = lines.fold("userPrincipalName,displayName\n".to_owned(), |all, line| all + &line);
    let only_one = |plan: &mut crosswalk::plan::Plan| plan.object_mappings[0].attribute_mappings.truncate(1);
    let rehearsal = rehearsed(plan(only_one), &people, None);
    let mut expected: Vec<u32> = (0..5_000).collect();
    expected.sort_by_key(|row| {
        let name = name(*row as usize).to_lowercase();
        (name.is_empty(), name)
    });
    for descending in [false, true] {
        let query = Query { sort: Some(SortBy::Source(1)), descending, ..Query::default() };
        assert_eq!(rehearsal.rows(&query), expected);
        let mut picking = Picking::new(&rehearsal, query);
        while !picking.advance(&rehearsal, 700) {}
        assert_eq!(picking.rows(), expected);
        expected.reverse();
    }
}

#[test]
fn the_threshold_is_reached_if_more_people_lose_access() {
    let existing = "externalId;eMail\nanna@contoso.com;a@b.c\ncy@contoso.com;c@b.c\n";
    let threshold = |most: Option<u32>| {
        let plan = plan(|plan| plan.accidental_deletions_threshold = most);
        rehearsed(plan, PEOPLE, Some(existing)).threshold()
    };
    assert_eq!(threshold(None), Threshold::NotSet);
    assert_eq!(threshold(Some(1)), Threshold::NotReached { lose_access: 1, threshold: 1 });
    assert_eq!(threshold(Some(0)), Threshold::Reached { lose_access: 1, threshold: 0 });
}

#[test]
fn microsofts_formula_holds_for_assigned_people() {
    let rehearsal = rehearsed(plan(|_| ()), PEOPLE, None);
    assert_eq!(rehearsal.first_cycle(), FirstCycleTime::Minutes { least: 1, most: 1, people: 3 });
    let all = rehearsed(plan(|plan| plan.provision = ProvisionScope::All), PEOPLE, None);
    assert_eq!(all.first_cycle(), FirstCycleTime::NotDocumented);
}

#[test]
fn the_answer_is_no_if_something_fails_or_nobody_is_in_scope() {
    let twice = "userPrincipalName,accountEnabled\na@b.c,True\na@b.c,True\n";
    let rehearsal = rehearsed(plan(|_| ()), twice, None);
    assert_eq!(rehearsal.verdict().answer, Answer::No);
    assert!(rehearsal.verdict().sentence.starts_with("No: 2 people have a problem"), "{:?}", rehearsal.verdict());
    let nobody = rehearsed(plan(|_| ()), "userPrincipalName,assigned\na@b.c,False\n", None);
    assert!(nobody.verdict().sentence.starts_with("No: nobody is in scope"));
}

#[test]
fn a_mapping_of_the_manager_changes_nothing_about_lost_values_of_others() {
    let people = r#"[{"id": "1", "userPrincipalName": "anna@contoso.com", "softDeleted": false, "accountEnabled": true,
        "manager": {"id": "1"}}, {"id": "2", "userPrincipalName": "bo@contoso.com", "department": "Sales"}]"#;
    let title = AttributeMapping::expression(r#"IIF([IsSoftDeleted]="True", "gone", [department])"#, "title");
    let codes = |manager: &str| {
        let matching = AttributeMapping::direct("userPrincipalName", "externalId").matching(1);
        let manager = AttributeMapping::direct(manager, &format!("{ENTERPRISE_USER}:manager"));
        let lines = vec![matching, title.clone(), manager];
        let plan = plan(|plan| plan.object_mappings[0].attribute_mappings = lines);
        let rehearsal = rehearsed(plan, people, None);
        [0, 1].map(|row| rehearsal.codes(row).into_iter().filter(|code| *code == "P015").count())
    };
    assert_eq!(codes("manager"), codes("city"));
    assert_eq!(codes("city"), [0, 0]);
}
