//! The check of a large plan, whole and again after one edit, in the same run.
//!
//! `cargo xtask bench`. A whole check above 10 ms, or a second one above a fifth of the whole in this run, fails.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program for the developer")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crosswalk::catalog::Starter;
use crosswalk::lint::Checker;
use crosswalk::plan::{AttributeMapping, Edit, MappingSource, ObjectKind, Plan, apply};

const MAPPINGS: usize = 300;
const ROUNDS: usize = 25;
const WHOLE: Duration = Duration::from_millis(10);
const SHARE: f64 = 0.2;

/// Half of the mappings have an expression of about 200 characters.
fn plan() -> Plan {
    let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
    let users = &mut plan.object_mappings[0].attribute_mappings;
    for at in users.len()..MAPPINGS {
        let target = format!("urn:ietf:params:scim:schemas:extension:contoso:2.0:User:field{at}");
        users.push(if at % 2 == 0 {
            AttributeMapping::direct("companyName", &target)
        } else {
            let expression = format!(
                r#"IIF([country]="DE", Join(" ", [givenName], [surname], "field{at}"), Switch([department], , "Sales", "sales-{at}", "IT", "it-{at}", "Support", ToLower([city]), "Legal", Coalesce([jobTitle], "none")))"#
            );
            AttributeMapping::expression(&expression, &target)
        });
    }
    plan
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn main() -> ExitCode {
    let plan = plan();
    let index = MAPPINGS - 1;
    let source = |at: usize| MappingSource::Expression { expression: format!(r#"Join("-", [city], "{at}")"#) };
    let (mut whole, mut again) = (Duration::MAX, Duration::MAX);
    for round in 0..ROUNDS {
        let mut checker = Checker::default();
        whole = whole.min(timed(|| drop(black_box(checker.check(&plan, &[])))));
        let edit = Edit::SetSource { kind: ObjectKind::User, index, source: source(round) };
        let edited = apply(&plan, &edit).unwrap();
        again = again.min(timed(|| drop(black_box(checker.check(&edited, &[])))));
    }
    let share = again.as_secs_f64() / whole.as_secs_f64();
    println!("{MAPPINGS} mappings: whole {whole:.2?}, after one edit {again:.2?} ({:.0} %)", share * 100.0);
    let fits = whole <= WHOLE && share <= SHARE;
    println!("{}", if fits { "within 10 ms and a fifth" } else { "OVER 10 ms or a fifth" });
    ExitCode::from(u8::from(!fits))
}
