//! The first people of a file that is still being read: what is said about them stays true when everybody is read.

use std::ops::ControlFlow;
use std::sync::Arc;

use crosswalk::analysis::rehearsal::{FirstPeople, State, rehearse};
use crosswalk::directory::people_file::{ChosenColumns, PeopleReader, PeopleTable, Side};
use crosswalk::plan::{AttributeMapping, Plan};
use proptest::prelude::*;

use super::previews::{SEEN_AT, case};
use super::table;

/// A row that is long enough for the reader to know what the file is, before the row ends.
fn long() -> String {
    "x".repeat(70_000)
}

/// The first people of a file whose last row is not complete yet.
fn first(plan: &Plan, text: &str, rows: usize, chosen: &ChosenColumns) -> FirstPeople {
    let mut reader = PeopleReader::new(Side::People);
    reader.feed(text.as_bytes()).unwrap();
    let first = reader.first(rows).expect("so many rows").choose(chosen).unwrap();
    FirstPeople::new(rehearsed(plan, first))
}

fn rehearsed(plan: &Plan, people: PeopleTable) -> crosswalk::analysis::rehearsal::Rehearsal {
    let mut watch = |_| ControlFlow::Continue(());
    rehearse(&Arc::new(plan.clone()), &Arc::new(people), None, Some(SEEN_AT), &mut watch).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_about_the_first_people_is_true_of_the_whole_file(case in case(), rows in any::<prop::sample::Index>()) {
        let count = table(Side::People, &case.people).len();
        let rows = 1 + rows.index(count);
        // A last person makes the file long. In CSV the long cell is in a column of its own.
        let text = if let Some(list) = case.people.strip_suffix(']') {
            format!(r#"{list},{{"id":"last","userPrincipalName":"last@contoso.com","streetAddress":"{}"}}]"#, long())
        } else {
            let lines = case.people.lines().enumerate();
            let lines = lines.map(|(at, line)| format!("{line},{}\n", if at == 0 { "streetAddress" } else { "" }));
            lines.collect::<String>() + "last,L,last@contoso.com,,,,,,,," + &long()
        };
        let whole = table(Side::People, &text);
        // A person has said what the columns hold, or the form says it: guesses wait for a person.
        let said = |(name, attribute): (&String, &Option<String>)| (name.clone(), attribute.clone());
        let columns = whole.columns.iter().map(|column| said((&column.heading, &column.attribute)));
        let chosen = if whole.separator.is_some() { ChosenColumns::new(columns.collect()) } else { ChosenColumns::default() };
        let whole = rehearsed(&case.plan, whole.choose(&chosen).unwrap());
        let first = first(&case.plan, &text, rows, &chosen);
        prop_assert_eq!(first.len(), rows);
        for row in 0..rows {
            prop_assert_eq!(first.line(row), whole.row(row).map(|person| person.line));
            prop_assert_eq!(first.label(row), whole.people().sample(row).label());
            for mapping in 0..whole.targets().len() {
                if let Some(value) = first.value(row, mapping) {
                    prop_assert_eq!(value, whole.value(row, mapping), "row {} mapping {}", row, mapping);
                }
            }
        }
    }
}

#[test]
fn values_are_known_at_once_unless_other_rows_can_change_them() {
    let plan = super::plan(|plan| {
        plan.object_mappings[0].attribute_mappings = ["mail", "department", "employeeHireDate", "manager", "jobTitle"]
            .map(|source| AttributeMapping::direct(source, source))
            .to_vec();
    });
    // The last row shows the order of the dates, and that there are job titles.
    let rows = "1,a@b.c,Anna,a@b.c,Sales,01/02/2026,2,,\n2,b@b.c,Bo,,Sales,02/02/2026,,,\n";
    let text = format!(
        "Id,UserPrincipalName,DisplayName,Mail,Department,EmployeeHireDate,manager,JobTitle,StreetAddress\n{}3,c@b.c,Cy,,,31/12/2026,,Clerk,{}",
        rows,
        long()
    );
    let first = first(&plan, &text, 2, &ChosenColumns::default());
    let known =
        |row: usize| (0..5).map(|at| first.value(row, at).map(|value| (value.state, value.text))).collect::<Vec<_>>();
    let value = |text| Some((State::Value, text));
    assert_eq!(known(0), [value("a@b.c"), value("Sales"), None, None, None]);
    assert_eq!(known(1), [Some((State::Empty, "")), value("Sales"), None, None, None]);
    assert_eq!((first.label(1), first.line(1)), ("Bo".to_owned(), Some(3)));
}
