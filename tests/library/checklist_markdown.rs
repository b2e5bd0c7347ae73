//! The checklist of each starter, whole.

use crosswalk::analysis::analyze;
use crosswalk::catalog::Starter;
use crosswalk::exchange::export::{Material, checklist_markdown};

#[test]
fn each_starter_prints_its_whole_checklist() {
    for starter in Starter::ALL {
        let plan = starter.plan();
        insta::assert_snapshot!(
            format!("checklist_{}", starter.name()),
            checklist_markdown(&Material {
                plan: &plan,
                analysis: &analyze(&plan, &[]),
                people: &[],
                since: None,
                schema: None,
                rehearsal: None,
                now: 1_700_000_000,
            })
        );
    }
}
