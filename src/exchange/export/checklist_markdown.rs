//! The go-live checklist as Markdown, for a ticket, a repository or a wiki.

use super::format::{Format, Needs, Writer};
use std::collections::BTreeSet;

use super::markdown::{block, code, code_cell, text};
use crate::analysis::Analysis;
use crate::analysis::checklist::{Action, Checklist, FieldValue, Phase, Progress, Step};
use crate::exchange::compare::{Since, difference_section};
use crate::plan::Plan;

pub(super) const FORMAT: Format = Format {
    name: "checklist-md",
    title: "Checklist as Markdown",
    about: "Every step with the values to pick in the portal, for a wiki, a ticket or a mail. It includes ticks, notes and owners.",
    help: "The go-live checklist, as Markdown",
    ending: "-checklist.md",
    media_type: "text/markdown",
    pasted: true,
    tells_changes: true,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| Ok(checklist_markdown(material.plan, material.analysis, material.since).into())),
};

/// The whole checklist with ticks, notes and owners. Whatever a plan holds stays text.
pub fn checklist_markdown(plan: &Plan, analysis: &Analysis, since: Option<&Since>) -> String {
    let checklist = &analysis.checklist;
    let name = if plan.name.trim().is_empty() { "Untitled plan" } else { plan.name.as_str() };
    let mut document = format!("# Go-live checklist: {}\n\n{}\n", text(name), progress(checklist.progress));
    document.push_str(&overview(checklist));
    for phase in &checklist.phases {
        document.push_str(&phase_section(phase));
    }
    document.push_str(&open(analysis));
    document.push_str(&accepted(plan));
    if let Some(since) = since {
        let section = difference_section(&since.difference, "###");
        document.push_str(&format!("\n## {}\n\n{}\n", text(&since.title()), section.trim_end()));
    }
    document.push_str(&sources(checklist));
    document
}

fn progress(progress: Progress) -> String {
    let Progress { done, changed, total, owners } = progress;
    let mut line = format!("{done} of {total} steps done");
    if changed > 0 {
        line = format!("{line}, {changed} ticked for other values");
    }
    match owners {
        0 => format!("{line}."),
        1 => format!("{line}, 1 owner."),
        more => format!("{line}, {more} owners."),
    }
}

fn overview(checklist: &Checklist) -> String {
    let rows = checklist.phases.iter().map(|phase| {
        let Progress { done, total, .. } = phase.progress();
        format!("| {} | {done} | {total} |\n", text(phase.title))
    });
    std::iter::once("\n| Part | Done | Steps |\n| --- | ---: | ---: |\n".to_owned()).chain(rows).collect()
}

fn phase_section(phase: &Phase) -> String {
    let mut parts = vec![format!("\n## {}\n", text(phase.title))];
    if !phase.summary.is_empty() {
        parts.push(format!("\n{}\n", text(&phase.summary)));
    }
    parts.extend(phase.steps.iter().map(|step| format!("\n{}", step_item(step))));
    parts.concat()
}

fn step_item(step: &Step) -> String {
    let tick = if step.done && !step.changed_since { "x" } else { " " };
    let action = if step.action == Action::Do { String::new() } else { format!("**{}** ", step.action.name()) };
    let mut lines = vec![format!("- [{tick}] {action}{}\n", text(&step.title))];
    if step.changed_since {
        lines.push("  - **Changed since it was ticked**\n".to_owned());
    }
    lines.push(format!("  - Where: {}\n", text(&step.location)));
    lines.extend(step.fields.iter().map(field_item));
    lines.push(format!("  - Why: {}\n", text(&step.why)));
    if !step.owner.is_empty() {
        lines.push(format!("  - Owner: {}\n", text(&step.owner)));
    }
    if !step.note.is_empty() {
        lines.push(format!("  - Note: {}\n", text(&step.note)));
    }
    lines.concat()
}

fn field_item(field: &FieldValue) -> String {
    let label = text(&field.label);
    let previous = field.previous.as_ref().map_or_else(String::new, |previous| format!(" (was {})", code(previous)));
    if field.copy && field.value.contains('\n') {
        return format!("  - {label}{previous}:\n\n{}\n", block(&field.value, "    "));
    }
    // A row is found by its code, whether or not it is to be typed.
    let is_code = field.copy
        || field.previous.is_some()
        || ["Source attribute", "Expression", "Constant value", "Target attribute"].contains(&field.label.as_str());
    let value = if is_code { code(&field.value) } else { text(&field.value) };
    format!("  - {label}: {value}{previous}\n")
}

/// Problems that are still open.
fn open(analysis: &Analysis) -> String {
    let mut problems = analysis.open_problems().peekable();
    if problems.peek().is_none() {
        return String::new();
    }
    let rows = problems.map(|problem| {
        let target = problem.target.as_deref().map_or_else(|| "the whole plan".to_owned(), code_cell);
        let said = text(&format!("{} {}", problem.message, problem.remedy));
        format!("| {} | {} | {target} | {said} |\n", problem.severity.label(), code_cell(problem.code))
    });
    let head = "\n## Open problems\n\n| Severity | Rule | Target attribute | Problem |\n| --- | --- | --- | --- |\n"
        .to_owned();
    std::iter::once(head).chain(rows).collect()
}

/// Problems that the plan lives with, each with its reason.
fn accepted(plan: &Plan) -> String {
    if plan.suppressions.is_empty() {
        return String::new();
    }
    let rows = plan.suppressions.iter().map(|suppression| {
        let target = suppression.target.as_deref().map_or_else(|| "the whole plan".to_owned(), code_cell);
        format!("| {} | {target} | {} |\n", code_cell(&suppression.rule), text(&suppression.reason))
    });
    let head = "\n## Accepted problems\n\n| Rule | Target attribute | Reason |\n| --- | --- | --- |\n".to_owned();
    std::iter::once(head).chain(rows).collect()
}

fn sources(checklist: &Checklist) -> String {
    let documents: BTreeSet<_> = checklist.steps().map(|step| step.source.document).collect();
    let items = documents.into_iter().map(|document| {
        let address = document.address().map_or_else(String::new, |address| format!(": <{address}>"));
        format!("- {}{address}\n", text(document.title()))
    });
    std::iter::once("\n## Where this comes from\n\n".to_owned()).chain(items).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::catalog::Starter;
    use crate::plan::{AttributeMapping, ChecklistMark, Suppression};

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
        let document = checklist_markdown(&plan, &analyze(&plan, &[]), None);
        assert!(document.starts_with("# Go-live checklist: Evil \\# heading \\<img src=x\\>\n"));
        assert_eq!(document.lines().filter(|line| line.starts_with("# ")).count(), 1);
        assert!(!document.lines().any(|line| line.starts_with("- [x]")), "nothing is ticked for what it shows now");
        assert!(document.contains("- Note: \\[click\\](javascript:x) - \\[x\\] forged\n"));
        assert!(document.contains("- Owner: \\<b\\>J\\</b\\>\n"));
        assert!(document.contains("**Changed since it was ticked**"));
        assert!(document.contains("  - Expression:\n\n    ```\n    Join(\"`|`\",\n    \n    # [a])\n    ```\n"));
        assert!(document.contains("``` nick`` ```"));
        assert!(document.contains("| `A\\|1` | `a\\|b` | x \\| y \\| z |\n"));
        assert!(document.contains("0 of ") && document.contains("1 ticked for other values, 1 owner."));
    }

    #[test]
    fn a_tick_shows() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let step = "entra-tenant".to_owned();
        plan.checklist.push(ChecklistMark { step, done: true, ..Default::default() });
        let document = checklist_markdown(&plan, &analyze(&plan, &[]), None);
        assert!(document.contains("- [x] A Microsoft Entra ID tenant holds the people\n"));
        assert!(document.contains("| Prerequisites | 1 | 5 |\n"));
    }
}
