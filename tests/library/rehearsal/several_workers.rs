//! A run gives the same result, whatever other workers have decided for it, and whenever that comes.

use std::sync::Arc;

use crosswalk::analysis::rehearsal::{Deciding, Rehearsal, Report, Run};
use crosswalk::directory::people_file::Side;
use crosswalk::exchange::export::{REHEARSAL_FORMATS, RehearsalWriter};
use crosswalk::plan::Plan;
use proptest::prelude::*;

use super::previews::{Case, LATER, SEEN_AT, case, plan, run};
use super::table;

/// A part of the people that another worker decides about.
#[derive(Clone, Debug)]
struct Part {
    /// Where it ends: the part before it ends where it begins.
    end: prop::sample::Index,
    /// After how many slices of the run the decisions come; nothing if the worker dies before.
    comes: Option<usize>,
    /// How many bytes of the decisions come: a worker can be of another build.
    bytes: Option<prop::sample::Index>,
    /// Whether the worker helped with another plan before.
    helped_before: bool,
}

fn part() -> impl Strategy<Value = Part> {
    let comes = prop::option::weighted(0.8, 0_usize..6);
    let bytes = prop::option::weighted(0.1, any::<prop::sample::Index>());
    (any::<prop::sample::Index>(), comes, bytes, any::<bool>()).prop_map(|(end, comes, bytes, helped_before)| Part {
        end,
        comes,
        bytes,
        helped_before,
    })
}

/// The run of a case, with the decisions of other workers about the parts.
fn helped(case: &Case, parts: &[Part], other: &Plan) -> Rehearsal {
    let people = table(Side::People, &case.people);
    let existing = case.existing.as_ref().map(|text| table(Side::Target, text));
    let plan = Arc::new(case.plan.clone());
    let mut ends: Vec<usize> = parts.iter().map(|part| part.end.index(people.len() + 1)).collect();
    ends.sort_unstable();
    let mut arrivals = Vec::new();
    let mut from = 0;
    for (part, end) in parts.iter().zip(ends) {
        let worker = |plan, seen_at| {
            let existing = existing.as_ref().map(Arc::clone);
            let mut worker = Deciding::new(plan, Arc::clone(&people), existing, Some(seen_at));
            while !worker.prepare(1 + case.slices) {}
            worker
        };
        let worker = if part.helped_before {
            let mut again = worker(Arc::new(other.clone()), LATER).again(Arc::clone(&plan), Some(SEEN_AT));
            while !again.prepare(1) {}
            again
        } else {
            worker(Arc::clone(&plan), SEEN_AT)
        };
        let mut bytes = Vec::new();
        worker.begin().decide(from..end, &mut bytes);
        bytes.truncate(part.bytes.map_or(bytes.len(), |most| most.index(bytes.len() + 1)));
        arrivals.extend(part.comes.map(|comes| (comes, bytes)));
        from = end;
    }
    let mut run = Run::new(plan, people, existing, Some(SEEN_AT));
    for slice in 0.. {
        arrivals.iter().filter(|(comes, _)| *comes == slice).for_each(|(_, bytes)| run.take(bytes));
        if run.advance(case.slices).is_complete() {
            break;
        }
    }
    run.finish()
}

/// Everything that there is to read about a rehearsal.
fn everything(rehearsal: &Rehearsal) -> Vec<String> {
    let report = Report::of(rehearsal, "people.csv", None);
    let document = |writer: &RehearsalWriter| match writer {
        RehearsalWriter::Report(write) => write(rehearsal.plan(), &report),
        RehearsalWriter::People(write) => {
            let mut text = String::new();
            let mut append = write(rehearsal, &mut text);
            (0..rehearsal.len()).for_each(|row| append(row, &mut text));
            text
        }
    };
    let documents = REHEARSAL_FORMATS.iter().map(|format| document(&format.writer));
    documents.chain([serde_json::to_string(&report).unwrap()]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn one_worker_and_up_to_eight_give_the_same_result(
        case in case(),
        parts in prop::collection::vec(part(), 1..8),
        other in plan(),
    ) {
        prop_assert_eq!(everything(&helped(&case, &parts, &other)), everything(&run(&case, usize::MAX)));
    }
}

/// The property says nothing if the other workers decide nothing.
#[test]
fn another_worker_decides_about_everybody_who_matches_an_existing_user() {
    let people = "objectId,userPrincipalName\n1,anna@contoso.com\n2,bo@contoso.com\n3,cy@contoso.com\n";
    let existing = "externalID,profile-field:position\nanna@contoso.com,Clerk\ncy@contoso.com,Clerk\n";
    let (people, existing) = (table(Side::People, people), table(Side::Target, existing));
    let mut worker = Deciding::new(Arc::new(super::plan(|_| ())), people, Some(existing), None);
    while !worker.prepare(10) {}
    let decisions = |rows| {
        let mut bytes = Vec::new();
        worker.begin().decide(rows, &mut bytes);
        bytes.len()
    };
    let one = decisions(0..1);
    assert!(one > 0);
    assert_eq!([decisions(1..2), decisions(2..3), decisions(0..3)], [0, one, 2 * one]);
}
