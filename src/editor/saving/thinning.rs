//! Which revisions are kept: all of the last hour, then fewer and fewer. The time is given, never read.

use std::collections::BTreeSet;

use super::record::Revision;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Bytes that the revisions of one plan may take together.
pub const CAP: u64 = 50 * 1024 * 1024;

/// The part of time in which one revision is enough, with how long it is; nothing where every revision counts.
fn slot(age: u64, saved: u64) -> Option<(u64, u64)> {
    match age {
        0..=HOUR => None,
        _ if age <= 7 * DAY => Some((5 * MINUTE, saved / (5 * MINUTE))),
        _ => Some((DAY, saved / DAY)),
    }
}

/// The numbers of the revisions to forget, given all of a plan's in order. The latest and those with a title are never
/// among them. Above [`CAP`], the oldest are forgotten first.
pub fn to_forget(revisions: &[Revision], now: u64) -> Vec<u32> {
    let latest = revisions.last().map(|revision| revision.number);
    let mut taken = BTreeSet::new();
    let mut forgotten = BTreeSet::new();
    let mut bytes = 0;
    // From the latest back: the last revision of each part of time is the one to keep.
    for revision in revisions.iter().rev() {
        // A clock that was set back makes a revision of the future. It counts as new.
        let age = now.saturating_sub(revision.saved);
        let is_protected = revision.title.is_some() || Some(revision.number) == latest;
        let is_wanted = match slot(age, revision.saved) {
            None => true,
            Some(_) if age > 30 * DAY => false,
            Some(slot) => taken.insert(slot),
        };
        let is_kept = is_protected || (is_wanted && bytes + revision.bytes <= CAP);
        if is_kept {
            bytes += revision.bytes;
        } else {
            forgotten.insert(revision.number);
        }
    }
    forgotten.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(number: u32, saved: u64) -> Revision {
        Revision { number, parent: number - 1, saved, bytes: 1000, ..Revision::default() }
    }

    /// What is left of revisions that were saved at these times.
    fn left(saved: &[u64], now: u64) -> Vec<u64> {
        let all: Vec<_> = saved.iter().zip(1..).map(|(saved, number)| at(number, *saved)).collect();
        let forgotten = to_forget(&all, now);
        all.iter().filter(|one| !forgotten.contains(&one.number)).map(|one| one.saved).collect()
    }

    const NOW: u64 = 1_000 * DAY;

    #[test]
    fn every_revision_of_the_last_hour_is_kept() {
        let times: Vec<u64> = (0..3600).map(|second| NOW - HOUR + second * 1000).collect();
        assert_eq!(left(&times, NOW), times);
    }

    #[test]
    fn one_in_five_minutes_is_kept_for_a_week_and_one_a_day_for_a_month() {
        let long_ago = NOW - 2 * DAY;
        let times: Vec<u64> = (0..600).map(|second| long_ago + second * 1000).chain([NOW]).collect();
        assert_eq!(left(&times, NOW), [long_ago + 299_000, long_ago + 599_000, NOW], "the last one of each");
        let older = NOW - 20 * DAY;
        let times: Vec<u64> = (0..48).map(|hour| older + hour * HOUR).chain([NOW]).collect();
        assert_eq!(left(&times, NOW), [older + 23 * HOUR, older + 47 * HOUR, NOW]);
        assert_eq!(left(&[NOW - 31 * DAY, NOW - 29 * DAY, NOW], NOW), [NOW - 29 * DAY, NOW]);
    }

    #[test]
    fn the_latest_and_those_with_a_title_are_kept_for_ever() {
        assert_eq!(left(&[1, 2, 3], NOW), [3]);
        let mut all = [at(1, 1), at(2, 2), at(3, 3)];
        all[0].title = Some("Before the pilot".to_owned());
        assert_eq!(to_forget(&all, NOW), [2]);
    }

    #[test]
    fn the_oldest_go_when_there_is_too_much() {
        let mut all: Vec<_> = (1..=6).map(|number| Revision { bytes: CAP / 4, ..at(number, NOW) }).collect();
        assert_eq!(to_forget(&all, NOW), [1, 2]);
        all[0].title = Some("First".to_owned());
        all[5].bytes = 2 * CAP;
        assert_eq!(to_forget(&all, NOW), [2, 3, 4, 5], "what is protected stays even then");
    }

    #[test]
    fn forgetting_twice_forgets_no_more_and_a_clock_set_back_forgets_nothing() {
        for step in [1, 7, 61, 3_001] {
            let times: Vec<u64> = (0..2_000).map(|at| NOW - at * step * 1_000).rev().collect();
            let once = left(&times, NOW);
            assert_eq!(left(&once, NOW), once);
        }
        assert_eq!(left(&[NOW, NOW + 1, NOW + 2], NOW - 300 * DAY), [NOW, NOW + 1, NOW + 2]);
    }

    #[test]
    fn a_year_of_work_leaves_few_revisions() {
        // Four hours of saves every two seconds, on each of 60 days, thinned as the days go by.
        let mut kept: Vec<Revision> = Vec::new();
        let mut number = 0;
        for day in 0..60 {
            for save in 0..7_200 {
                number += 1;
                kept.push(at(number, NOW + day * DAY + save * 2_000));
            }
            let forgotten: BTreeSet<u32> = to_forget(&kept, NOW + day * DAY + 4 * HOUR).into_iter().collect();
            kept.retain(|one| !forgotten.contains(&one.number));
        }
        assert!((1_800..2_200).contains(&kept.len()), "{}", kept.len());
    }
}
