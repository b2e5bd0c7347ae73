//! What the first cycle does with each person.

use crosswalk::analysis::rehearsal::{Action, Rehearsal, Scope};
use crosswalk::plan::{Clause, ScopingFilter};
use serde_json::json;

use super::{plan, rehearsed};

fn actions(rehearsal: &Rehearsal) -> Vec<&'static str> {
    (0..rehearsal.len()).filter_map(|row| rehearsal.row(row)).filter_map(|row| row.action).map(Action::name).collect()
}

const PEOPLE: &str = "\
objectId,userPrincipalName,displayName,givenName,surname,mail,department,accountEnabled,assigned,hardDeleted,manager
1,anna@contoso.com,Anna Berg,Anna,Berg,anna@contoso.com,Sales,True,True,False,
2,bo@contoso.com,Bo Lund,Bo,Lund,bo@contoso.com,HR,False,True,False,1
3,cy@contoso.com,Cy Falk,Cy,Falk,cy@contoso.com,Sales,True,False,False,1
4,di@contoso.com,Di Holm,Di,Holm,di@contoso.com,Sales,True,True,True,2
5,,Eva Dahl,Eva,Dahl,eva@contoso.com,Sales,True,True,False,9
6,fia@contoso.com,Fia Ek,Fia,Ek,fia@contoso.com,Sales,True,True,False,3
";

#[test]
fn without_existing_users_everybody_in_scope_and_active_is_created() {
    let rehearsal = rehearsed(plan(|_| ()), PEOPLE, None);
    assert_eq!(actions(&rehearsal), ["create", "skip", "skip", "skip", "error", "create"]);
    let summary = rehearsal.summary();
    assert_eq!((summary.people, summary.in_scope, summary.matched), (6, 5, 0));
    assert_eq!(rehearsal.codes(4), ["P002", "P012"]);
    assert_eq!(rehearsal.codes(5), ["P008"]);
    insta::assert_json_snapshot!(summary);
}

#[test]
fn a_person_with_an_existing_user_counts_as_linked() {
    let existing = "\
externalId;eMail;profile-field:firstName;profile-field:lastName;profile-field:department
anna@contoso.com;anna@contoso.com;Anna;Berg;Sales
bo@contoso.com;bo@contoso.com;Bo;Lund;HR
cy@contoso.com;cy@contoso.com;Cy;Falk;Sales
di@contoso.com;di@contoso.com;Di;Holm;Sales
fia@contoso.com;fia@contoso.com;Fia;Ek;HR
old@contoso.com;old@contoso.com;Old;User;HR
";
    let rehearsal = rehearsed(plan(|_| ()), PEOPLE, Some(existing));
    assert_eq!(actions(&rehearsal), ["skip", "disable", "disable", "delete", "error", "update"]);
    let summary = rehearsal.summary();
    assert_eq!((summary.matched, summary.unmatched_existing), (5, 1));
    assert_eq!(rehearsal.matched_by(0), Some("externalId"));
    let unmatched: Vec<u32> = rehearsal.unmatched_existing().map(|user| user.line).collect();
    assert_eq!(unmatched, [7]);
    assert_eq!(summary.problems.get("P014"), Some(&1));
    assert_eq!(summary.problems.get("P021"), Some(&3));
}

#[test]
fn two_people_with_one_identifier_are_both_in_scope_and_the_first_keeps_the_user() {
    let people = "userPrincipalName,givenName,accountEnabled\na@b.c,Anna,True\nA@B.C,Otto,True\nz@b.c,Eva,True\n";
    let alone = rehearsed(plan(|_| ()), people, None);
    assert_eq!(actions(&alone), ["create", "create", "create"]);
    let existing = json!([{"id": "7", "externalId": "a@b.c", "active": true}, {"id": "8", "externalId": "A@B.C"}]);
    let existing = existing.to_string();
    let same = people.replace("A@B.C", "a@b.c");
    let rehearsal = rehearsed(plan(|_| ()), &same, Some(&existing));
    assert_eq!(actions(&rehearsal), ["update", "create", "create"]);
    for row in [0, 1] {
        assert!(rehearsal.row(row).unwrap().scope.is_in());
        assert!(rehearsal.codes(row).contains(&"P001"), "{:?}", rehearsal.codes(row));
    }
    assert_eq!(rehearsal.summary().matched, 1);
    assert_eq!(rehearsal.summary().problems.get("P001"), Some(&2));
}

#[test]
fn several_existing_users_are_an_error_and_so_is_a_mapping_that_fails() {
    let existing = json!([{"id": "7", "externalId": "a@b.c"}, {"id": "8", "externalId": "a@b.c"}]).to_string();
    let rehearsal = rehearsed(plan(|_| ()), "userPrincipalName\na@b.c\nb@b.c\n", Some(&existing));
    assert_eq!(actions(&rehearsal), ["error", "create"]);
    assert_eq!(rehearsal.codes(0), ["P013"]);
    let fails = plan(|plan| {
        let title = plan.object_mappings[0].attribute_mappings.iter_mut().find(|one| one.target_attribute == "title");
        let expression = r#"FormatDateTime([jobTitle], , "yyyy", "yyyy")"#.to_owned();
        title.unwrap().source = crosswalk::plan::MappingSource::Expression { expression };
    });
    let rehearsal = rehearsed(fails, "userPrincipalName,jobTitle\na@b.c,2026\nb@b.c,soon\n", None);
    assert_eq!(actions(&rehearsal), ["create", "error"]);
    assert_eq!(rehearsal.codes(1), ["P023"]);
}

#[test]
fn the_scope_says_what_decides() {
    let scoped = plan(|plan| {
        let clause =
            Clause { attribute: "department".to_owned(), operator: "EQUALS".into(), values: vec!["Sales".to_owned()] };
        plan.object_mappings[0].scoping_filters =
            vec![ScopingFilter { title: "Sales".to_owned(), clauses: vec![clause] }];
    });
    let rehearsal = rehearsed(scoped, PEOPLE, None);
    let found: Vec<Scope> = (0..3).map(|row| rehearsal.row(row).unwrap().scope).collect();
    assert_eq!(found, [Scope::InBy(0), Scope::OutBy(0, 0), Scope::NotAssigned]);
    assert_eq!(
        [0, 1, 2].map(|row| rehearsal.scope_reading(row)),
        [
            "in scope by “Sales”",
            "out of scope. This clause is false: department is exactly “Sales”",
            "out of scope. The person is not assigned",
        ]
    );
    assert_eq!(rehearsal.row(0).unwrap().action, Some(Action::Create));
    assert!(rehearsal.reason(1).unwrap().contains("out of scope"));
}

#[test]
fn a_pattern_that_takes_too_long_stops_the_rehearsal_with_a_message() {
    let slow = plan(|plan| {
        let title = plan.object_mappings[0].attribute_mappings.iter_mut().find(|one| one.target_attribute == "title");
        let expression =
            r#"Replace(Join("", [givenName], "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), , "(a*)*(a*)*b", , "", , )"#;
        title.unwrap().source = crosswalk::plan::MappingSource::Expression { expression: expression.to_owned() };
    });
    let people =
        (0..2_000).fold("userPrincipalName,givenName\n".to_owned(), |all, at| all + &format!("a{at}@b.c,A{at}\n"));
    let rehearsal = rehearsed(slow, &people, None);
    assert!(rehearsal.len() < 2_000);
    let reason = rehearsal.stopped().unwrap();
    assert!(reason.contains("the expression of title takes too long"), "{reason}");
    let (_, rest) = reason.split_once("stopped at person ").unwrap();
    let (person, rest) = rest.split_once(" of 2,000, in line ").unwrap();
    let (line, _) = rest.split_once(" of the file").unwrap();
    let number = |text: &str| text.replace(',', "").parse::<usize>().unwrap();
    assert!(number(person) > 1 && number(line) == number(person) + 1, "{reason}");
    assert!(rehearsal.verdict().sentence.starts_with("No: not everybody is rehearsed."));
}
