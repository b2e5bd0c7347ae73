//! The go-live checklist as Markdown, for a ticket, a repository or a wiki.

use super::checklist::{Medium, document};
use super::format::{Format, Material, Needs, Writer};
use crate::exchange::document::markdown::markdown;

pub(super) const FORMAT: Format = Format {
    name: "checklist-md",
    title: "Checklist as Markdown",
    about: "Every step with the values to pick in the portal, for a wiki, a ticket or a mail. It includes ticks, \
            notes and owners.",
    help: "The go-live checklist, as Markdown",
    ending: "-checklist.md",
    media_type: "text/markdown",
    pasted: true,
    tells_changes: true,
    needs: Needs { clock: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| Ok(checklist_markdown(material).into())),
};

/// The whole checklist with ticks, notes and owners. Nothing that a plan holds becomes a mark.
pub fn checklist_markdown(material: &Material<'_>) -> String {
    markdown(&document(material, Medium::Screen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::catalog::Starter;
    use crate::plan::{AttributeMapping, ChecklistMark, Plan, Suppression};

    fn written(plan: &Plan) -> String {
        let analysis = analyze(plan, &[]);
        let nothing = Material {
            plan,
            analysis: &analysis,
            people: &[],
            since: None,
            schema: None,
            rehearsal: None,
            now: 1_700_000_000,
        };
        checklist_markdown(&nothing)
    }

    #[test]
    fn what_a_plan_holds_cannot_write_marks() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        plan.name = "Evil\n# heading <img src=x>".to_owned();
        plan.object_mappings[0]
            .attribute_mappings
            .push(AttributeMapping::expression("Join(\"`|`\",\n\n# [a])", "nick``"));
        plan.suppressions.push(Suppression {
            rule: "A|1".to_owned(),
            target: Some("a|b".to_owned()),
            reason: "x | y\n| z".to_owned(),
        });
        let id = "tenant-url".to_owned();
        plan.checklist.push(ChecklistMark {
            step: id,
            done: true,
            value_hash: Some("old".to_owned()),
            note: "[click](javascript:x)\n- [x] forged".to_owned(),
            owner: "<b>J</b>".to_owned(),
        });
        let document = written(&plan);
        assert!(document.starts_with("# Go-live checklist: Evil \\# heading \\<img src=x\\>\n"));
        assert_eq!(document.lines().filter(|line| line.starts_with("# ")).count(), 1);
        assert!(!document.lines().any(|line| line.starts_with("- [x]")), "nothing is ticked for what it shows now");
        assert!(document.contains("- Note: \\[click\\](javascript:x) - \\[x\\] forged\n"));
        assert!(document.contains("- Owner: \\<b\\>J\\</b\\>\n"));
        assert!(document.contains("**Changed since it was ticked**"));
        let row = document.lines().find(|line| line.contains("# [a]")).unwrap();
        assert!(row.starts_with("| ☐ | Add | ") && row.contains("``` nick`` ```"), "{row}");
        assert_eq!(row.matches(" | ").count(), 4, "{row}");
        assert!(document.contains("| `A\\|1` | `a\\|b` | x \\| y \\| z |\n"));
        assert!(document.contains("0 of ") && document.contains("1 changed since it was ticked, 1 owner."));
    }

    #[test]
    fn a_tick_shows() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let step = "entra-tenant".to_owned();
        plan.checklist.push(ChecklistMark { step, done: true, ..Default::default() });
        let document = written(&plan);
        assert!(document.contains("- [x] Check that your people are in a Microsoft Entra ID tenant\n"));
        assert!(document.contains("| Prerequisites | 1 | 5 |\n"));
    }
}
