//! Events in, actions out; and a storage that answers late, refuses and conflicts, in any order.

use std::sync::Arc;

use super::{Answer, PlanId, Receipt, Refusal, SaveAction, SaveEvent, SaveNotice, SaveState, Saving};
use crate::plan::Plan;

fn plan(name: &str) -> Arc<Plan> {
    Arc::new(Plan { name: name.to_owned(), ..Plan::default() })
}

fn id(number: u8) -> PlanId {
    PlanId::from_random([number; 12])
}

fn receipt(revision: u32) -> Receipt {
    Receipt { id: id(1), revision }
}

fn fresh() -> Receipt {
    Receipt::unsaved(id(9))
}

/// A machine with a plan that came from the storage.
fn opened() -> Saving {
    let mut saving = Saving::default();
    let actions = saving.handle(SaveEvent::Opened(plan("a"), receipt(1)), 0);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
    saving
}

/// The same with "b" on its way to the storage.
fn saving_b() -> Saving {
    let mut saving = opened();
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    let actions = saving.handle(SaveEvent::Due, 300);
    let save = SaveAction::Save(1, receipt(1), plan("b"));
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saving), save]);
    saving
}

#[test]
fn a_change_is_saved_300_ms_after_the_last_one_and_a_second_after_the_first_one() {
    let mut saving = opened();
    let wait = |saving: &mut Saving, name, now| saving.handle(SaveEvent::Changed(plan(name)), now).pop();
    assert_eq!(wait(&mut saving, "b", 0), Some(SaveAction::Schedule(300)));
    assert_eq!(wait(&mut saving, "c", 600), Some(SaveAction::Schedule(300)));
    assert_eq!(wait(&mut saving, "d", 900), Some(SaveAction::Schedule(100)));
    assert_eq!(wait(&mut saving, "e", 5000), Some(SaveAction::Schedule(0)));
    saving.handle(SaveEvent::Due, 5000);
    assert_eq!(wait(&mut saving, "f", 5001), Some(SaveAction::Schedule(300)), "the next second begins with the save");
}

#[test]
fn the_same_plan_again_and_the_way_back_need_no_save() {
    let mut saving = opened();
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    assert_eq!(saving.handle(SaveEvent::Changed(plan("b")), 200), []);
    let actions = saving.handle(SaveEvent::Changed(plan("a")), 250);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
    assert_eq!(saving.handle(SaveEvent::Due, 300), []);
}

#[test]
fn a_plan_that_was_never_saved_gets_its_receipt_and_keeps_it() {
    let mut saving = Saving::default();
    let actions = saving.handle(SaveEvent::Opened(plan("a"), receipt(0)), 0);
    assert_eq!(actions, [SaveAction::Show(SaveState::Unsaved), SaveAction::Schedule(300)]);
    assert_eq!(saving.handle(SaveEvent::Changed(plan("a")), 1), []);
    assert!(saving.handle(SaveEvent::Due, 300).contains(&SaveAction::Save(1, receipt(0), plan("a"))));
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(1))), 310);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
    assert_eq!(saving.plan_id(), Some(&id(1)));
    saving.handle(SaveEvent::Changed(plan("b")), 400);
    assert!(saving.handle(SaveEvent::Due, 700).contains(&SaveAction::Save(2, receipt(1), plan("b"))));
}

#[test]
fn what_changes_during_a_save_is_saved_after_it() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    assert_eq!(saving.handle(SaveEvent::Due, 610), [], "one save at a time");
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 700);
    let save = SaveAction::Save(2, receipt(2), plan("c"));
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saving), save], "it has waited already");
}

#[test]
fn a_page_that_goes_leaves_what_is_not_saved_with_the_receipt_of_the_last_save() {
    let mut saving = opened();
    assert_eq!(saving.unsaved(), []);
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    assert_eq!(saving.unsaved(), [(receipt(1), plan("b"))], "it waits for its timer");
    saving.handle(SaveEvent::Due, 300);
    assert_eq!(saving.unsaved(), [(receipt(1), plan("b"))], "nobody will hear the answer");
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    saving.handle(SaveEvent::Opened(plan("new"), fresh()), 320);
    assert_eq!(saving.unsaved(), [(receipt(1), plan("c")), (fresh(), plan("new"))]);
    saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 330);
    assert_eq!(saving.unsaved(), [(receipt(2), plan("c")), (fresh(), plan("new"))]);
    saving.handle(SaveEvent::Answered(2, Answer::Saved(receipt(3))), 340);
    assert_eq!(saving.unsaved(), [(fresh(), plan("new"))]);
}

#[test]
fn a_change_that_has_not_waited_yet_waits_after_the_save() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320);
    assert_eq!(actions, [SaveAction::Show(SaveState::Unsaved), SaveAction::Schedule(300)]);
}

#[test]
fn a_way_back_during_a_save_is_seen() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("a")), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320);
    assert_eq!(actions.last(), Some(&SaveAction::Schedule(300)), "the storage holds b, the screen shows a");
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    assert_eq!(saving.handle(SaveEvent::Changed(plan("b")), 315), [SaveAction::Cancel]);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320);
    assert_eq!(actions.last(), Some(&SaveAction::Show(SaveState::Saved)));
}

#[test]
fn a_conflict_makes_a_separate_plan_and_says_so() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Conflict(id(2))), 320);
    assert!(actions.contains(&SaveAction::Tell(SaveNotice::Separated)));
    assert!(
        actions.contains(&SaveAction::Save(2, Receipt::unsaved(id(2)), plan("c"))),
        "without the other's receipt: {actions:?}"
    );
}

#[test]
fn a_refusal_is_told_once_and_tried_again_until_it_works() {
    let mut saving = saving_b();
    let refused = || Answer::Refused(Refusal::NoSpace);
    let failed = SaveAction::Show(SaveState::Failed(Refusal::NoSpace.to_string()));
    let told = SaveAction::Tell(SaveNotice::Refused(Refusal::NoSpace));
    let actions = saving.handle(SaveEvent::Answered(1, refused()), 310);
    assert_eq!(actions, [failed.clone(), told, SaveAction::Schedule(10_000)]);
    let actions = saving.handle(SaveEvent::Due, 10_310);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Save(2, receipt(1), plan("b"))], "the state stays: failed");
    let actions = saving.handle(SaveEvent::Answered(2, refused()), 10_320);
    assert_eq!(actions, [failed, SaveAction::Schedule(10_000)]);
    let actions = saving.handle(SaveEvent::Changed(plan("c")), 11_000);
    assert_eq!(actions, [SaveAction::Schedule(300)], "a change is tried sooner than the next retry");
    saving.handle(SaveEvent::Due, 11_300);
    let actions = saving.handle(SaveEvent::Answered(3, Answer::Saved(receipt(2))), 11_310);
    assert_eq!(actions.last(), Some(&SaveAction::Show(SaveState::Saved)));
}

#[test]
fn a_plan_that_leaves_the_screen_is_saved_to_the_end() {
    // Nothing under way: the changes are saved at once.
    let mut saving = opened();
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    let actions = saving.handle(SaveEvent::Opened(plan("new"), fresh()), 10);
    assert_eq!(actions.first(), Some(&SaveAction::Save(1, receipt(1), plan("b"))));
    // A save under way: the rest follows under the receipt that comes late.
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    saving.handle(SaveEvent::Opened(plan("new"), fresh()), 315);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320);
    assert_eq!(actions, [SaveAction::Save(2, receipt(2), plan("c"))]);
    assert_eq!(saving.plan_id(), Some(&id(9)), "the late receipt belongs to the plan before");
    assert_eq!(saving.handle(SaveEvent::Answered(2, Answer::Saved(receipt(2))), 330), []);
    assert_eq!(saving.handle(SaveEvent::Answered(2, Answer::Saved(receipt(2))), 330), [], "an answer counts once");
}

#[test]
fn a_plan_left_behind_that_cannot_be_saved_is_handed_over() {
    let refused = || Answer::Refused(Refusal::NoSpace);
    let mut saving = saving_b();
    saving.handle(SaveEvent::Opened(plan("new"), fresh()), 310);
    let actions = saving.handle(SaveEvent::Answered(1, refused()), 320);
    assert_eq!(actions, [SaveAction::Tell(SaveNotice::NotKept(plan("b"), Refusal::NoSpace))]);

    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 305);
    saving.handle(SaveEvent::Opened(plan("new"), fresh()), 310);
    let actions = saving.handle(SaveEvent::Answered(1, refused()), 320);
    assert_eq!(actions, [SaveAction::Tell(SaveNotice::NotKept(plan("c"), Refusal::NoSpace))]);

    let mut saving = saving_b();
    saving.handle(SaveEvent::Opened(plan("new"), fresh()), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Conflict(id(2))), 320);
    assert_eq!(
        actions,
        [SaveAction::Tell(SaveNotice::Separated), SaveAction::Save(2, Receipt::unsaved(id(2)), plan("b"))]
    );
}

#[test]
fn a_saved_plan_is_loaded_after_everything_is_written() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    assert_eq!(saving.handle(SaveEvent::Requested(id(1)), 315), [], "it is the plan that is being saved");
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320);
    assert!(actions.contains(&SaveAction::Save(2, receipt(2), plan("c"))));
    assert!(!actions.contains(&SaveAction::Load(id(1))));
    let actions = saving.handle(SaveEvent::Answered(2, Answer::Saved(receipt(3))), 330);
    assert_eq!(actions.last(), Some(&SaveAction::Load(id(1))));
    assert!(saving.wants(&id(1)));
}

#[test]
fn only_the_plan_that_was_asked_for_last_is_opened() {
    let mut saving = opened();
    assert_eq!(saving.handle(SaveEvent::Requested(id(2)), 0), [SaveAction::Load(id(2))]);
    assert_eq!(saving.handle(SaveEvent::Requested(id(3)), 1), [SaveAction::Load(id(3))]);
    assert!(!saving.wants(&id(2)), "its late text is dropped");
    saving.handle(SaveEvent::Opened(plan("new"), fresh()), 2);
    assert!(!saving.wants(&id(3)));
    let actions = saving.handle(SaveEvent::Requested(id(3)), 3);
    assert!(!actions.contains(&SaveAction::Load(id(3))), "the new plan is saved first: {actions:?}");
    saving.handle(SaveEvent::NotLoaded(id(3)), 4);
    assert!(!saving.wants(&id(3)));
}

#[test]
fn an_edit_is_not_replaced_by_what_was_loaded_before_it() {
    let mut saving = opened();
    assert_eq!(saving.handle(SaveEvent::Requested(id(1)), 0), [SaveAction::Load(id(1))], "it is loaded again");
    saving.handle(SaveEvent::Changed(plan("a")), 1);
    assert!(saving.wants(&id(1)), "nothing has changed");
    saving.handle(SaveEvent::Changed(plan("b")), 2);
    assert!(!saving.wants(&id(1)));
    // Another plan is still opened, and the edit is saved.
    saving.handle(SaveEvent::Requested(id(2)), 3);
    saving.handle(SaveEvent::Changed(plan("c")), 4);
    assert!(saving.wants(&id(2)));
}

#[test]
fn a_storage_that_refuses_does_not_keep_the_user_in_a_plan() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Answered(1, Answer::Refused(Refusal::NoSpace)), 310);
    let actions = saving.handle(SaveEvent::Requested(id(2)), 320);
    assert!(actions.iter().any(|action| matches!(action, SaveAction::Save(2, ..))));
    let actions = saving.handle(SaveEvent::Answered(2, Answer::Refused(Refusal::NoSpace)), 330);
    assert_eq!(actions.last(), Some(&SaveAction::Load(id(2))));
}

#[test]
fn a_plan_that_the_storage_lost_is_saved_again_and_the_user_is_told() {
    let mut saving = saving_b();
    let actions = saving.handle(SaveEvent::Answered(1, Answer::SavedAgain(receipt(2))), 310);
    assert_eq!(actions.first(), Some(&SaveAction::Tell(SaveNotice::SavedAgain)));
    assert_eq!(actions.last(), Some(&SaveAction::Show(SaveState::Saved)));
}

#[test]
fn a_plan_that_was_deleted_is_not_saved_again() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 305);
    let actions = saving.handle(SaveEvent::Closed, 310);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Nothing)]);
    assert_eq!(saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320), []);
    assert_eq!((saving.handle(SaveEvent::Due, 610), saving.unsaved(), saving.plan_id()), (vec![], vec![], None));
}

#[test]
fn a_plan_is_handed_over_when_everything_is_saved() {
    let mut saving = opened();
    let actions = saving.handle(SaveEvent::TakenOver, 0);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::HandOver], "nothing is unsaved");

    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 305);
    assert_eq!(saving.handle(SaveEvent::TakenOver, 310), [], "b is under way");
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(receipt(2))), 320);
    assert!(actions.contains(&SaveAction::Save(2, receipt(2), plan("c"))), "c does not wait for a timer: {actions:?}");
    let actions = saving.handle(SaveEvent::Answered(2, Answer::Saved(receipt(3))), 330);
    assert_eq!(actions.last(), Some(&SaveAction::HandOver));
}

#[test]
fn a_plan_that_cannot_be_saved_is_handed_over_and_offered_to_the_user() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::TakenOver, 305);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Refused(Refusal::NoSpace)), 310);
    assert!(actions.contains(&SaveAction::Tell(SaveNotice::NotKept(plan("b"), Refusal::NoSpace))));
    assert_eq!(actions.last(), Some(&SaveAction::HandOver));

    // A separate plan is nobody else's.
    let mut saving = saving_b();
    saving.handle(SaveEvent::TakenOver, 305);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Conflict(id(2))), 310);
    assert!(!actions.contains(&SaveAction::HandOver));
    let actions = saving.handle(SaveEvent::Answered(2, Answer::Saved(Receipt { id: id(2), revision: 1 })), 320);
    assert!(!actions.contains(&SaveAction::HandOver));
}
