//! The check of a large plan, whole and again after one edit, in the same run.
//!
//! `cargo xtask bench`. The limits are those of the product for the largest plan that it opens: 2,000 mappings, 500
//! clauses and 1,000 people. There a whole check stays below 200 ms and a check after one edit below 20 ms. For a plan
//! of 300 mappings a whole check stays below 10 ms, and a check after one edit below a fifth of it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program for the developer")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crosswalk::catalog::Starter;
use crosswalk::directory::Person;
use crosswalk::lint::Checker;
use crosswalk::plan::{
    AttributeMapping, Clause, Edit, MappingSource, ObjectKind, Plan, SamplePerson, ScopeOperator, ScopingFilter, apply,
};

const ROUNDS: usize = 15;

/// A plan of a size, with the time that its checks may take.
struct Size {
    mappings: usize,
    clauses: usize,
    people: usize,
    whole: Duration,
    again: Duration,
}

const SIZES: [Size; 2] = [
    Size { mappings: 300, clauses: 0, people: 0, whole: Duration::from_millis(10), again: Duration::from_millis(2) },
    Size {
        mappings: 2_000,
        clauses: 500,
        people: 1_000,
        whole: Duration::from_millis(200),
        again: Duration::from_millis(20),
    },
];

/// Half of the mappings have an expression of about 200 characters. No filter lets anyone in, so that every clause is
/// judged for every person. No round has the texts of another, because a text is read once.
fn plan(size: &Size, round: usize) -> Plan {
    let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
    let users = &mut plan.object_mappings[0];
    for at in users.attribute_mappings.len()..size.mappings {
        let target = format!("urn:ietf:params:scim:schemas:extension:contoso:2.0:User:field{at}");
        users.attribute_mappings.push(if at % 2 == 0 {
            AttributeMapping::direct("companyName", &target)
        } else {
            let expression = format!(
                r#"IIF([country]="DE", Join(" ", [givenName], [surname], "field{at}-{round}"), Switch([department], , "Sales", "sales-{at}", "IT", "it-{at}", "Support", ToLower([city]), "Legal", Coalesce([jobTitle], "none")))"#
            );
            AttributeMapping::expression(&expression, &target)
        });
    }
    let attributes = ["department", "city", "country", "jobTitle", "companyName"];
    let clause = |at: usize| Clause {
        attribute: attributes[at % attributes.len()].to_owned(),
        operator: ScopeOperator::LISTED[at % 8].clone(),
        values: vec![format!("^value {at}$")],
    };
    let clauses: Vec<Clause> = (0..size.clauses).map(clause).collect();
    let filter = |clauses: &[Clause]| ScopingFilter { title: "Filter".to_owned(), clauses: clauses.to_vec() };
    users.scoping_filters = clauses.chunks(10).map(filter).collect();
    plan
}

fn people(size: &Size) -> Vec<Person> {
    let departments = ["Sales", "IT", "Support", "Legal"];
    let person = |at: usize| {
        let attribute = |name: &str, value: String| (name.to_owned(), value.into());
        let attributes = [
            attribute("objectId", format!("00000000-0000-0000-0000-{at:012}")),
            attribute("userPrincipalName", format!("person{at}@contoso.com")),
            attribute("mail", format!("person{at}@contoso.com")),
            attribute("givenName", format!("Given{at}")),
            attribute("surname", format!("Family{at}")),
            attribute("department", departments[at % departments.len()].to_owned()),
            attribute("city", "Bonn".to_owned()),
            attribute("country", "DE".to_owned()),
            attribute("preferredLanguage", "de-DE".to_owned()),
            attribute("mobile", format!("+49 170 {at}")),
        ];
        Person::from_flat(&SamplePerson { attributes: attributes.into() }).0
    };
    (0..size.people).map(person).collect()
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn measure(size: &Size) -> bool {
    let people = people(size);
    let index = size.mappings - 1;
    let source = |at: usize| MappingSource::Expression { expression: format!(r#"Join("-", [city], "{at}")"#) };
    let (mut whole, mut again) = (Duration::MAX, Duration::MAX);
    for round in 0..ROUNDS {
        let plan = plan(size, round);
        let mut checker = Checker::default();
        whole = whole.min(timed(|| drop(black_box(checker.check(&plan, &people)))));
        let edit = Edit::SetSource { kind: ObjectKind::User, index, source: source(round) };
        let edited = apply(&plan, &edit).unwrap();
        again = again.min(timed(|| drop(black_box(checker.check(&edited, &people)))));
    }
    let fits = whole <= size.whole && again <= size.again;
    println!(
        "{} mappings, {} clauses, {} people: whole {whole:.2?} (limit {:.0?}), after one edit {again:.2?} (limit {:.0?}){}",
        size.mappings,
        size.clauses,
        size.people,
        size.whole,
        size.again,
        if fits { "" } else { ": TOO SLOW" }
    );
    fits
}

fn main() -> ExitCode {
    // Every size is measured, also after one that does not fit.
    let fits: Vec<bool> = SIZES.iter().map(measure).collect();
    ExitCode::from(u8::from(fits.contains(&false)))
}
