//! Marks that people made before lists of attributes became tables. The file has a tick on every step of its checklist.

use crosswalk::analysis::checklist::{Checklist, Step, checklist};
use crosswalk::editor::Session;
use crosswalk::exchange::plan_file;
use crosswalk::exchange::share_link::{fragment, read_fragment};
use crosswalk::plan::{ChecklistMark, Edit, Plan};

const FILE: &str = include_str!("../data/plans/ticked-before-tables.crosswalk.json");

fn marks(checklist: &Checklist) -> Vec<(&str, bool, &str, &str)> {
    let mark = |step: &'_ Step| step.done && !step.changed_since;
    checklist.steps().map(|step| (step.id.as_str(), mark(step), step.note.as_str(), step.owner.as_str())).collect()
}

fn all_are_kept(plan: &Plan) {
    let checklist = checklist(plan);
    let shown = marks(&checklist);
    assert_eq!(shown.len(), plan.checklist.len());
    for mark in &plan.checklist {
        let wanted = (mark.step.as_str(), true, mark.note.as_str(), mark.owner.as_str());
        assert!(shown.contains(&wanted), "{wanted:?}");
    }
    assert_eq!(checklist.progress.done, checklist.progress.total);
    assert!(checklist.progress.total < shown.len() - 20, "a list is one step");
}

#[test]
fn marks_of_earlier_steps_are_on_the_rows_of_the_tables() {
    let plan = plan_file::read(FILE).unwrap();
    all_are_kept(&plan);
    all_are_kept(&plan_file::read(&plan_file::write(&plan)).unwrap());
    all_are_kept(&read_fragment(&fragment(&plan, false).unwrap()).unwrap().unwrap());
}

#[test]
fn a_change_of_a_mark_is_undone() {
    let mut session = Session::new(plan_file::read(FILE).unwrap());
    let step = "user-default-title".to_owned();
    session.dispatch(&[Edit::MarkStep { mark: ChecklistMark { step, ..Default::default() } }], "Mark", None).unwrap();
    let checklist = checklist(session.plan());
    let rows = checklist.step("user-rows").unwrap().rows_progress();
    assert_eq!(rows.done + 1, rows.total);
    assert!(!checklist.step("user-rows").unwrap().done);
    session.undo();
    all_are_kept(session.plan());
}

#[test]
fn the_checklist_of_300_mappings_has_few_steps() {
    let mut plan = plan_file::read(FILE).unwrap();
    let row = plan.object_mappings[0].attribute_mappings[10].clone();
    for number in 0..300 {
        let mut row = row.clone();
        row.target_attribute = format!("urn:ietf:params:scim:schemas:extension:showcase:2.0:User:field{number}");
        plan.object_mappings[0].attribute_mappings.push(row);
    }
    let checklist = checklist(&plan);
    assert!(checklist.steps().count() > 900);
    assert!(checklist.progress.total < 60, "{}", checklist.progress.total);
}
