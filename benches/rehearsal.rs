//! The rehearsal of whole directories: people each second for the values of ten mappings, for the whole rehearsal, and from
//! the bytes of the file, and how the time grows with the people.
//!
//! `cargo bench --bench rehearsal`. Give other numbers of people as arguments.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a program for the developer, who reads figures"
)]

#[path = "../xtask/src/directory.rs"]
mod directory;

use std::hint::black_box;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crosswalk::analysis::rehearsal::{Rehearsal, Run};
use crosswalk::catalog::Starter;
use crosswalk::directory::people_file::{ChosenColumns, PeopleReader, PeopleTable, Side};
use crosswalk::plan::{AttributeMapping, ENTERPRISE_USER, Plan};

const ROUNDS: usize = 5;

/// The ten mappings of the first measurements.
fn plan() -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.object_mappings.truncate(1);
    let expression = AttributeMapping::expression;
    plan.object_mappings[0].attribute_mappings = vec![
        expression("ToLower([userPrincipalName])", "userName").matching(1),
        AttributeMapping::direct("objectId", "externalId"),
        expression(r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#, "active"),
        expression(r#"Coalesce([displayName], Join(" ", [givenName], [surname]))"#, "displayName"),
        AttributeMapping::direct("surname", "name.familyName"),
        expression("NormalizeDiacritics([givenName])", "name.givenName"),
        expression(
            r#"Coalesce([mail], ToLower(StripSpaces(Join("", NormalizeDiacritics([givenName]), ".", NormalizeDiacritics([surname]), "@contoso.com"))))"#,
            r#"emails[type eq "work"].value"#,
        ),
        expression(r#"Replace([mobile], , "[^0-9+]", , "", , )"#, r#"phoneNumbers[type eq "mobile"].value"#),
        expression(r#"IIF([country]="DE", "Germany", [country])"#, r#"addresses[type eq "work"].country"#),
        expression(
            r#"Switch([department], "Other", "Sales", "S", "Finance", "F", "IT", "I", "Legal", "L", "Health", "H", "Retail", "R", "Quality", "Q")"#,
            &format!("{ENTERPRISE_USER}:department"),
        ),
    ];
    plan
}

fn table(bytes: &[u8]) -> Arc<PeopleTable> {
    let mut watch = |_| ControlFlow::Continue(());
    Arc::new(PeopleReader::read(Side::People, bytes, &ChosenColumns::default(), &mut watch).unwrap())
}

fn rehearsal(plan: &Arc<Plan>, table: &Arc<PeopleTable>) -> Rehearsal {
    let mut run = Run::new(Arc::clone(plan), Arc::clone(table), None, None);
    while !run.advance(4_096).is_complete() {}
    run.finish()
}

/// The shortest of some rounds.
fn shortest<T>(mut work: impl FnMut() -> T) -> Duration {
    let round = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

fn line(what: &str, people: usize, time: Duration) {
    let each_second = people as f64 / time.as_secs_f64();
    println!("{what:<34} {people:>9} people {:>9.1} ms {each_second:>12.0} people/s", time.as_secs_f64() * 1_000.0);
}

fn main() {
    let counts: Vec<usize> = std::env::args().filter_map(|text| text.parse().ok()).collect();
    let counts = if counts.is_empty() { vec![10_000, 100_000, 500_000] } else { counts };
    let plan = Arc::new(plan());
    let mut times = Vec::new();
    for people in counts {
        let mut bytes = Vec::new();
        directory::write(&mut bytes, people, 1).unwrap();
        line("read the file", people, shortest(|| table(&bytes)));
        let table = table(&bytes);
        let whole = shortest(|| rehearsal(&plan, &table));
        line("rehearse", people, whole);
        times.push((people, whole));
        let result = rehearsal(&plan, &table);
        line("summary and problems", people, shortest(|| (result.summary(), result.verdict())));
        let mut edited = Plan::clone(&plan);
        let title = AttributeMapping::expression(r#"Join("-", [department], [country])"#, "title");
        edited.object_mappings[0].attribute_mappings[4] = title;
        let edited = Arc::new(edited);
        line(
            "one edited mapping",
            people,
            shortest(|| {
                let mut run = result.again(Arc::clone(&edited), None);
                while !run.advance(4_096).is_complete() {}
                run.finish()
            }),
        );
        let mut worst = Plan::clone(&plan);
        worst.object_mappings[0].attribute_mappings[4] = AttributeMapping::expression(
            r#"Replace(Join("", [displayName], "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), , "(a*)*(a*)*(a*)*b", , "", , )"#,
            "title",
        );
        let worst = Arc::new(worst);
        let start = Instant::now();
        let stopped = rehearsal(&worst, &table);
        line("the worst pattern", people, start.elapsed());
        println!("  {:?}", stopped.stopped());
        println!("  {}", serde_json::to_string(&result.summary()).unwrap());
    }
    if let (Some((few, short)), Some((many, long))) = (times.first(), times.last())
        && few != many
    {
        let exponent = (long.as_secs_f64() / short.as_secs_f64()).ln() / (*many as f64 / *few as f64).ln();
        println!("The time grows with the people to the power of {exponent:.3}.");
    }
}
