//! What a plan at the limits costs, step by step: everything that happens on the page's own thread for one edit.
//!
//! `cargo bench --bench limits`. WebAssembly takes about twice as long. A step of every edit above 100 ms fails, and one of
//! opening above 500 ms.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program for the developer")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crosswalk::analysis::analyze_again;
use crosswalk::catalog::Starter;
use crosswalk::directory::{Person, read_people};
use crosswalk::exchange::plan_file;
use crosswalk::lint::Checker;
use crosswalk::plan::{
    AttributeMapping, Clause, Edit, ObjectKind, Plan, SamplePerson, ScopingFilter, apply, within_limits,
};
use crosswalk::simulate::resolve_value;
use serde_json::json;

/// A step of every edit.
const EDIT: Duration = Duration::from_millis(100);
/// A step of opening a plan or adding people, once.
const ONCE: Duration = Duration::from_millis(500);
const ROUNDS: usize = 5;

fn plan() -> Plan {
    let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
    plan.object_mappings.truncate(1);
    let users = &mut plan.object_mappings[0];
    for at in users.attribute_mappings.len()..2_000 {
        let target = format!("urn:ietf:params:scim:schemas:extension:contoso:2.0:User:field{at}");
        users.attribute_mappings.push(if at % 2 == 0 {
            AttributeMapping::direct("companyName", &target)
        } else {
            let expression = format!(
                r#"IIF([country]="DE", Join(" ", [givenName], [surname], "field{at}"), ToLower([department]))"#
            );
            AttributeMapping::expression(&expression, &target)
        });
    }
    let clause = |at: usize| Clause {
        attribute: "department".to_owned(),
        operator: "EQUALS".into(),
        values: vec![format!("Department {at}")],
    };
    users.scoping_filters = (0..100)
        .map(|group| ScopingFilter {
            title: format!("Filter {group}"),
            clauses: (0..5).map(|at| clause(group * 5 + at)).collect(),
        })
        .collect();
    plan.people = (0..1_000).map(person).collect();
    let rest = 1_900;
    plan.people[0].attributes.extend((0..rest).map(|key| (format!("key{key}"), json!("value"))));
    plan
}

fn person(at: usize) -> SamplePerson {
    let mut attributes = json!({
        "objectId": format!("id-{at}"), "userPrincipalName": format!("person{at}@contoso.com"), "mail": format!("person{at}@contoso.com"),
        "displayName": format!("Person {at}"), "givenName": "Anna", "surname": format!("Berg{at}"), "department": format!("Department {}", at % 600),
        "country": "DE", "companyName": "Contoso", "city": "Bonn", "jobTitle": "Engineer", "employeeId": format!("{at:06}"),
        "accountEnabled": true, "preferredLanguage": "de-DE", "mailNickname": format!("person{at}"), "usageLocation": "DE",
        "streetAddress": "Street 1", "postalCode": "53111", "state": "NRW", "telephoneNumber": "+49 228 1",
        "manager": format!("id-{}", at / 10),
    });
    for key in 1..=15 {
        attributes[format!("extensionAttribute{key}")] = json!("value");
    }
    serde_json::from_value(attributes).unwrap()
}

/// The shortest of some rounds.
fn timed(name: &str, slow: &mut bool, mut work: impl FnMut()) {
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed());
    }
    let is_once = name.starts_with("read") || name.ends_with("first time");
    let is_slow = best > if is_once { ONCE } else { EDIT };
    *slow |= is_slow;
    println!("{name:<52} {best:>10.2?}{}", if is_slow { "  SLOW" } else { "" });
}

fn main() -> ExitCode {
    let plan = plan();
    within_limits(&plan).unwrap();
    let mut slow = false;
    let slow = &mut slow;
    let text = plan_file::write(&plan);
    let people_text = serde_json::to_string(&plan.people).unwrap();
    println!("plan file {} KB, people {} KB", text.len() / 1024, people_text.len() / 1024);
    timed("hold the plan against the limits", slow, || drop(black_box(within_limits(&plan))));
    timed("write the plan file", slow, || drop(black_box(plan_file::write(&plan))));
    timed("read the plan file", slow, || drop(black_box(plan_file::read(&text))));
    timed("read the people", slow, || drop(black_box(read_people(&people_text))));
    timed("people as Entra sees them", slow, || drop(black_box(Person::from_all(&plan.people))));
    let (people, _) = Person::from_all(&plan.people);
    let edit =
        |round: usize| Edit::SetDefaultValue { kind: ObjectKind::User, index: 1_999, value: Some(format!("x{round}")) };
    timed("apply an edit", slow, || drop(black_box(apply(&plan, &edit(0)))));
    timed("compare two plans", slow, || {
        black_box(plan == plan.clone());
    });
    timed("analyse without people, first time", slow, || {
        drop(black_box(analyze_again(&mut Checker::default(), &plan, &[])));
    });
    timed("analyse with people, first time", slow, || {
        drop(black_box(analyze_again(&mut Checker::default(), &plan, &people)));
    });
    let mut checker = Checker::default();
    analyze_again(&mut checker, &plan, &people);
    let mut round = 0;
    timed("analyse with people, after an edit", slow, || {
        round += 1;
        let edited = apply(&plan, &edit(round)).unwrap();
        drop(black_box(analyze_again(&mut checker, &edited, &people)));
    });
    timed("check with people, after an edit", slow, || {
        round += 1;
        let edited = apply(&plan, &edit(round)).unwrap();
        drop(black_box(checker.check(&edited, &people)));
    });
    timed("the checklist", slow, || drop(black_box(crosswalk::analysis::checklist::checklist(&plan))));
    timed("all values of one person", slow, || {
        for index in 0..2_000 {
            drop(black_box(resolve_value(&plan, ObjectKind::User, index, &people[1], true)));
        }
    });
    ExitCode::from(u8::from(*slow))
}
