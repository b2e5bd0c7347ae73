//! The n-th operation of the storage fails, for every n: afterwards there is the old state or the new one, never neither.

use super::{
    Answer, PlanId, Receipt, Refusal,
    double::{Double, Durable, finish},
    keeping::{Save, forget, name_revision, save, set_deleted, settle, thin},
    store::Left,
};
use crate::editor::{Past, PastStep};

fn id(number: u8) -> PlanId {
    PlanId::from_random([number; 12])
}

fn text(revision: u32, order: u64, text: &str) -> Save {
    Save {
        receipt: Receipt { id: id(1), revision },
        writer: "page".to_owned(),
        order,
        name: text.to_owned(),
        text: text.to_owned(),
        now: 1_000_000 + order,
        is_conflicted: false,
        past: None,
    }
}

/// A storage with a plan of so many revisions, the last of them "old".
fn with_revisions(count: u32) -> Double {
    let double = Double::default();
    for number in 0..count {
        let words = if number + 1 == count { "old".to_owned() } else { number.to_string() };
        let answer = finish(save(&double, text(number, number.into(), &words), id(2)));
        assert_eq!(answer, Answer::Saved(Receipt { id: id(1), revision: number + 1 }));
    }
    double
}

/// Runs something with every operation failing in turn, checks the state after each, and repeats it without a failure.
/// Returns the number of operations.
fn fail_each<T>(
    begin: impl Fn() -> Double,
    run: impl Fn(&Double) -> T,
    failed: impl Fn(&T) -> bool,
    allowed: impl Fn(&Durable),
    end: impl Fn(&Durable),
) -> u64 {
    for n in 1.. {
        let double = begin();
        double.fail(Some(n));
        let answer = run(&double);
        let is_over = double.0.borrow().operations < n;
        double.durable().check();
        allowed(&double.durable());
        if !failed(&answer) {
            end(&double.durable());
        }
        double.fail(None);
        assert!(!failed(&run(&double)), "the next try works");
        double.durable().check();
        end(&double.durable());
        if is_over {
            return n - 1;
        }
    }
    unreachable!()
}

#[test]
fn a_save_leaves_the_old_text_or_the_new_one() {
    for (count, operations) in [(0, 6), (1, 6), (49, 9)] {
        let ran = fail_each(
            || with_revisions(count),
            |double| finish(save(double, text(count, 1_000, "new"), id(2))),
            |answer| matches!(answer, Answer::Refused(_)),
            |durable| {
                let latest = durable.latest(&id(1));
                assert!(latest == Some("new") || latest == (count > 0).then_some("old"), "{latest:?}");
            },
            |durable| {
                assert_eq!(durable.latest(&id(1)), Some("new"));
                assert_eq!(durable.heads.len(), 1, "nothing is a conflict");
                assert_eq!(durable.revisions.len(), count as usize + 1, "a second try adds nothing");
            },
        );
        assert_eq!(ran, operations, "after {count} saves");
    }
}

#[test]
fn thinning_deleting_and_naming_leave_the_latest_text() {
    let day = 24 * 60 * 60 * 1000;
    let worked = |answer: &Result<(), Refusal>| answer.is_err();
    let kept = |durable: &Durable| assert_eq!(durable.latest(&id(1)), Some("old"));
    let thinned = |double: &Double| finish(thin(double, &id(1), 10 * day));
    let end = |durable: &Durable| assert_eq!((durable.latest(&id(1)), durable.revisions.len()), (Some("old"), 1));
    assert_eq!(fail_each(|| with_revisions(5), thinned, worked, kept, end), 12);

    let named = |double: &Double| finish(name_revision(double, &id(1), 2, Some("Pilot".to_owned())));
    let end = |durable: &Durable| assert_eq!(durable.revisions[&(id(1), 2)].title.as_deref(), Some("Pilot"));
    assert_eq!(fail_each(|| with_revisions(5), named, worked, kept, end), 4);

    let deleted = |double: &Double| finish(set_deleted(double, &id(1), Some(5)));
    let end = |durable: &Durable| assert_eq!(durable.heads[&id(1)].deleted, Some(5));
    assert_eq!(fail_each(|| with_revisions(5), deleted, worked, kept, end), 4);

    let forgotten = |double: &Double| finish(forget(double, &id(1), None));
    let all_or_none = |durable: &Durable| assert!(durable.heads.len() == 1 || durable.texts.is_empty());
    let end = |durable: &Durable| assert_eq!(*durable, Durable::default());
    assert_eq!(fail_each(|| with_revisions(5), forgotten, worked, all_or_none, end), 14);
}

/// What a page left: another one saved meanwhile, or did not.
fn with_left(writer: &str, past: Option<Past>) -> Double {
    let double = with_revisions(1);
    let next = Save { writer: writer.to_owned(), ..text(1, 5, "next") };
    assert_eq!(finish(save(&double, next, id(2))), Answer::Saved(Receipt { id: id(1), revision: 2 }));
    let left = Left {
        key: "left".to_owned(),
        receipt: Receipt { id: id(1), revision: 1 },
        writer: "page".to_owned(),
        order: 6,
        name: "last".to_owned(),
        text: "last".to_owned(),
        saved: 9,
        past,
    };
    double.0.borrow_mut().durable.left.insert("left".to_owned(), left);
    double
}

#[test]
fn what_a_page_left_is_there_until_it_is_saved() {
    let run = |double: &Double| finish(settle(double, || id(3)));
    let is_there = |durable: &Durable| {
        let is_saved = [id(1), id(3)].iter().any(|id| durable.latest(id) == Some("last"));
        assert!(is_saved || durable.left.len() == 1);
    };
    let own = |durable: &Durable| {
        assert_eq!((durable.latest(&id(1)), durable.heads.len(), durable.left.len()), (Some("last"), 1, 0));
        // Nobody heard what the page could undo, but the text before it is a step back.
        assert_eq!(durable.heads[&id(1)].past.undo.last().map(|step| step.revision), Some(2));
    };
    assert_eq!(fail_each(|| with_left("page", None), run, Result::is_err, is_there, own), 8);
    // It left its steps too. A revision that the storage does not have is not one of them.
    let step = |revision| PastStep { revision, label: "Rename".to_owned() };
    let steps = |undo: &[u32], redo: &[u32]| Past {
        undo: undo.iter().copied().map(step).collect(),
        redo: redo.iter().copied().map(step).collect(),
    };
    let with_steps = || with_left("page", Some(steps(&[1, 3], &[4, 2])));
    let own = |durable: &Durable| assert_eq!(durable.heads[&id(1)].past, steps(&[1], &[2]));
    assert_eq!(fail_each(with_steps, run, Result::is_err, is_there, own), 8);
    let separate = |durable: &Durable| {
        assert_eq!((durable.latest(&id(1)), durable.latest(&id(3))), (Some("next"), Some("last")));
        assert!(durable.heads[&id(3)].is_conflicted && durable.left.is_empty());
        assert_eq!(durable.heads[&id(3)].past, Past::default(), "the revisions belong to the other plan");
    };
    assert_eq!(fail_each(|| with_left("other", Some(steps(&[1], &[2]))), run, Result::is_err, is_there, separate), 11);
}

#[test]
fn a_save_that_is_too_late_does_not_undo_the_next_one() {
    let double = with_revisions(1);
    finish(save(&double, text(1, 8, "second"), id(2)));
    let late = finish(save(&double, text(1, 7, "first"), id(2)));
    assert_eq!(late, Answer::Saved(Receipt { id: id(1), revision: 2 }));
    assert_eq!(double.durable().latest(&id(1)), Some("second"));
}

#[test]
fn a_save_after_the_data_was_deleted_goes_on_counting() {
    let double = with_revisions(3);
    *double.0.borrow_mut() = super::double::State::default();
    let answer = finish(save(&double, text(3, 8, "still here"), id(2)));
    assert_eq!(answer, Answer::SavedAgain(Receipt { id: id(1), revision: 4 }));
}

#[test]
fn a_plan_that_is_brought_back_is_not_forgotten() {
    let double = with_revisions(2);
    finish(set_deleted(&double, &id(1), Some(100))).unwrap();
    finish(forget(&double, &id(1), Some(100))).unwrap();
    assert_eq!(double.durable().heads.len(), 1, "its time has not come");
    // Somebody has it open, and edits it.
    finish(save(&double, text(2, 50, "edited"), id(2)));
    finish(forget(&double, &id(1), Some(1_000))).unwrap();
    assert_eq!(double.durable().latest(&id(1)), Some("edited"));
    finish(set_deleted(&double, &id(1), Some(100))).unwrap();
    finish(forget(&double, &id(1), Some(101))).unwrap();
    assert_eq!(double.durable(), Durable::default());
}
