//! Events in, actions out; and a storage that answers late, refuses and conflicts, in any order.

use std::{collections::BTreeMap, sync::Arc};

use super::{Answer, Receipt, SaveAction, SaveEvent, SaveNotice, SaveState, Saving};
use crate::plan::Plan;

fn plan(name: &str) -> Arc<Plan> {
    Arc::new(Plan { name: name.to_owned(), ..Plan::default() })
}

const FIRST: Receipt = Receipt { id: 1, revision: 1 };
const SECOND: Receipt = Receipt { id: 1, revision: 2 };

/// A machine with a plan that came from the storage.
fn opened() -> Saving {
    let mut saving = Saving::default();
    let actions = saving.handle(SaveEvent::Opened(plan("a"), Some(FIRST)), 0);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
    saving
}

/// The same with "b" on its way to the storage.
fn saving_b() -> Saving {
    let mut saving = opened();
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    let actions = saving.handle(SaveEvent::Due, 300);
    let save = SaveAction::Save(1, Some(FIRST), plan("b"));
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
    let actions = saving.handle(SaveEvent::Opened(plan("a"), None), 0);
    assert_eq!(actions, [SaveAction::Show(SaveState::Unsaved), SaveAction::Schedule(300)]);
    assert_eq!(saving.handle(SaveEvent::Changed(plan("a")), 1), []);
    assert_eq!(saving.plan_id(), None);
    assert!(saving.handle(SaveEvent::Due, 300).contains(&SaveAction::Save(1, None, plan("a"))));
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(FIRST)), 310);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
    assert_eq!(saving.plan_id(), Some(1));
    saving.handle(SaveEvent::Changed(plan("b")), 400);
    assert!(saving.handle(SaveEvent::Due, 700).contains(&SaveAction::Save(2, Some(FIRST), plan("b"))));
}

#[test]
fn what_changes_during_a_save_is_saved_after_it() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    assert_eq!(saving.handle(SaveEvent::Due, 610), [], "one save at a time");
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 700);
    let save = SaveAction::Save(2, Some(SECOND), plan("c"));
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Show(SaveState::Saving), save], "it has waited already");
}

#[test]
fn a_page_that_goes_leaves_what_is_not_saved_with_the_receipt_of_the_last_save() {
    let mut saving = opened();
    assert_eq!(saving.unsaved(), []);
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    assert_eq!(saving.unsaved(), [(Some(FIRST), plan("b"))], "it waits for its timer");
    saving.handle(SaveEvent::Due, 300);
    assert_eq!(saving.unsaved(), [(Some(FIRST), plan("b"))], "nobody will hear the answer");
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    saving.handle(SaveEvent::Opened(plan("new"), None), 320);
    assert_eq!(saving.unsaved(), [(Some(FIRST), plan("c")), (None, plan("new"))]);
    saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 330);
    assert_eq!(saving.unsaved(), [(Some(SECOND), plan("c")), (None, plan("new"))]);
    saving.handle(SaveEvent::Answered(2, Answer::Saved(Receipt { id: 1, revision: 3 })), 340);
    assert_eq!(saving.unsaved(), [(None, plan("new"))]);
}

#[test]
fn a_change_that_has_not_waited_yet_waits_after_the_save() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 320);
    assert_eq!(actions, [SaveAction::Show(SaveState::Unsaved), SaveAction::Schedule(300)]);
}

#[test]
fn a_way_back_during_a_save_is_seen() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("a")), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 320);
    assert_eq!(actions.last(), Some(&SaveAction::Schedule(300)), "the storage holds b, the screen shows a");
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    assert_eq!(saving.handle(SaveEvent::Changed(plan("b")), 315), [SaveAction::Cancel]);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 320);
    assert_eq!(actions.last(), Some(&SaveAction::Show(SaveState::Saved)));
}

#[test]
fn a_conflict_makes_a_separate_plan_and_says_so() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Conflict), 320);
    assert!(actions.contains(&SaveAction::Tell(SaveNotice::Separated)));
    assert!(actions.contains(&SaveAction::Save(2, None, plan("c"))), "without the other's receipt: {actions:?}");
}

#[test]
fn a_refusal_is_told_once_and_tried_again_until_it_works() {
    let mut saving = saving_b();
    let refused = || Answer::Refused("full".to_owned());
    let failed = SaveAction::Show(SaveState::Failed("full".to_owned()));
    let told = SaveAction::Tell(SaveNotice::Refused("full".to_owned()));
    let actions = saving.handle(SaveEvent::Answered(1, refused()), 310);
    assert_eq!(actions, [failed.clone(), told, SaveAction::Schedule(10_000)]);
    let actions = saving.handle(SaveEvent::Due, 10_310);
    assert_eq!(actions, [SaveAction::Cancel, SaveAction::Save(2, Some(FIRST), plan("b"))], "the state stays: failed");
    let actions = saving.handle(SaveEvent::Answered(2, refused()), 10_320);
    assert_eq!(actions, [failed, SaveAction::Schedule(10_000)]);
    let actions = saving.handle(SaveEvent::Changed(plan("c")), 11_000);
    assert_eq!(actions, [SaveAction::Schedule(300)], "a change is tried sooner than the next retry");
    saving.handle(SaveEvent::Due, 11_300);
    let actions = saving.handle(SaveEvent::Answered(3, Answer::Saved(SECOND)), 11_310);
    assert_eq!(actions.last(), Some(&SaveAction::Show(SaveState::Saved)));
}

#[test]
fn a_plan_that_leaves_the_screen_is_saved_to_the_end() {
    // Nothing under way: the changes are saved at once.
    let mut saving = opened();
    saving.handle(SaveEvent::Changed(plan("b")), 0);
    let actions = saving.handle(SaveEvent::Opened(plan("new"), None), 10);
    assert_eq!(actions.first(), Some(&SaveAction::Save(1, Some(FIRST), plan("b"))));
    // A save under way: the rest follows under the receipt that comes late.
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    saving.handle(SaveEvent::Opened(plan("new"), None), 315);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 320);
    assert_eq!(actions, [SaveAction::Save(2, Some(SECOND), plan("c"))]);
    assert_eq!(saving.plan_id(), None, "the late receipt belongs to the plan before");
    assert_eq!(saving.handle(SaveEvent::Answered(2, Answer::Saved(SECOND)), 330), []);
    assert_eq!(saving.handle(SaveEvent::Answered(2, Answer::Saved(SECOND)), 330), [], "an answer counts once");
}

#[test]
fn a_plan_left_behind_that_cannot_be_saved_is_handed_over() {
    let refused = || Answer::Refused("full".to_owned());
    let mut saving = saving_b();
    saving.handle(SaveEvent::Opened(plan("new"), None), 310);
    let actions = saving.handle(SaveEvent::Answered(1, refused()), 320);
    assert_eq!(actions, [SaveAction::Tell(SaveNotice::NotKept(plan("b"), "full".to_owned()))]);

    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 305);
    saving.handle(SaveEvent::Opened(plan("new"), None), 310);
    let actions = saving.handle(SaveEvent::Answered(1, refused()), 320);
    assert_eq!(actions, [SaveAction::Tell(SaveNotice::NotKept(plan("c"), "full".to_owned()))]);

    let mut saving = saving_b();
    saving.handle(SaveEvent::Opened(plan("new"), None), 310);
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Conflict), 320);
    assert_eq!(actions, [SaveAction::Tell(SaveNotice::Separated), SaveAction::Save(2, None, plan("b"))]);
}

#[test]
fn a_saved_plan_is_loaded_after_everything_is_written() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Changed(plan("c")), 310);
    assert_eq!(saving.handle(SaveEvent::Requested(1), 315), [], "it is the plan that is being saved");
    let actions = saving.handle(SaveEvent::Answered(1, Answer::Saved(SECOND)), 320);
    assert!(actions.contains(&SaveAction::Save(2, Some(SECOND), plan("c"))));
    assert!(!actions.contains(&SaveAction::Load(1)));
    let actions = saving.handle(SaveEvent::Answered(2, Answer::Saved(Receipt { id: 1, revision: 3 })), 330);
    assert_eq!(actions.last(), Some(&SaveAction::Load(1)));
    assert!(saving.wants(1));
}

#[test]
fn only_the_plan_that_was_asked_for_last_is_opened() {
    let mut saving = opened();
    assert_eq!(saving.handle(SaveEvent::Requested(2), 0), [SaveAction::Load(2)]);
    assert_eq!(saving.handle(SaveEvent::Requested(3), 1), [SaveAction::Load(3)]);
    assert!(!saving.wants(2), "its late text is dropped");
    saving.handle(SaveEvent::Opened(plan("new"), None), 2);
    assert!(!saving.wants(3));
    let actions = saving.handle(SaveEvent::Requested(3), 3);
    assert!(!actions.contains(&SaveAction::Load(3)), "the new plan is saved first: {actions:?}");
    saving.handle(SaveEvent::NotLoaded(3), 4);
    assert!(!saving.wants(3));
}

#[test]
fn a_storage_that_refuses_does_not_keep_the_user_in_a_plan() {
    let mut saving = saving_b();
    saving.handle(SaveEvent::Answered(1, Answer::Refused("full".to_owned())), 310);
    let actions = saving.handle(SaveEvent::Requested(2), 320);
    assert!(actions.iter().any(|action| matches!(action, SaveAction::Save(2, ..))));
    let actions = saving.handle(SaveEvent::Answered(2, Answer::Refused("full".to_owned())), 330);
    assert_eq!(actions.last(), Some(&SaveAction::Load(2)));
}

/// A storage that answers late and in order, as IndexedDB does, and fails now and then.
#[derive(Default)]
struct Storage {
    rows: BTreeMap<u32, (u32, String)>,
    waiting: Vec<(u64, Option<Receipt>, Arc<Plan>)>,
}

impl Storage {
    fn answer(&mut self, mood: u64) -> Option<SaveEvent> {
        if self.waiting.is_empty() {
            return None;
        }
        let (ticket, receipt, plan) = self.waiting.remove(0);
        let answer = match receipt {
            _ if mood == 0 => Answer::Refused("full".to_owned()),
            Some(receipt) if self.rows.get(&receipt.id).is_some_and(|row| row.0 != receipt.revision) => {
                Answer::Conflict
            }
            receipt => {
                let next = u32::try_from(self.rows.len()).unwrap() + 1;
                let (id, revision) = receipt.map_or((next, 1), |receipt| (receipt.id, receipt.revision + 1));
                self.rows.insert(id, (revision, plan.name.clone()));
                Answer::Saved(Receipt { id, revision })
            }
        };
        Some(SaveEvent::Answered(ticket, answer))
    }
}

/// Whatever happens in whatever order: every last state of every plan is in the storage, or the user was given it.
#[test]
fn nothing_is_lost_in_any_order_of_events() {
    for seed in 0..400_u64 {
        let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = move |below: u64| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            random % below
        };
        let (mut saving, mut storage) = (Saving::default(), Storage::default());
        let (mut now, mut letters, mut is_due) = (0, 0, false);
        let (mut shown, mut last, mut given) = (String::new(), Vec::new(), Vec::new());
        for step in 0..80 {
            now += next(400);
            // The end: everything is answered kindly.
            let is_over = step >= 60;
            let event = match if is_over { 3 + next(2) } else { next(6) } {
                0 | 1 if !shown.is_empty() => {
                    letters += 1;
                    shown = format!("{letters}");
                    SaveEvent::Changed(plan(&shown))
                }
                2 => {
                    letters += 1;
                    if !shown.is_empty() {
                        last.push(shown);
                    }
                    shown = format!("{letters}");
                    SaveEvent::Opened(plan(&shown), None)
                }
                3 if is_due => SaveEvent::Due,
                _ => match storage.answer(if is_over { 1 } else { next(4) }) {
                    Some(event) => event,
                    None => SaveEvent::Due,
                },
            };
            for action in saving.handle(event, now) {
                match action {
                    SaveAction::Save(ticket, receipt, plan) => storage.waiting.push((ticket, receipt, plan)),
                    SaveAction::Schedule(_) => is_due = true,
                    SaveAction::Cancel => is_due = false,
                    SaveAction::Tell(SaveNotice::NotKept(plan, _)) => given.push(plan.name.clone()),
                    _ => {}
                }
            }
        }
        let kept: Vec<_> = storage.rows.values().map(|row| &row.1).chain(&given).collect();
        for name in last.iter().chain(Some(&shown).filter(|shown| !shown.is_empty())) {
            assert!(kept.contains(&name), "seed {seed}: {name} is lost; kept {kept:?}");
        }
    }
}
