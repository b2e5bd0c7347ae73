//! The go-live checklist as a page to print: ticks, values, a line to sign.

use super::format::{Format, Needs, Writer};
use super::html::{code, page, table, text};
use crate::analysis::Analysis;
use crate::analysis::checklist::{Action, Phase, Progress, Step};
use crate::exchange::compare::Since;
use crate::plan::Plan;

pub(super) const FORMAT: Format = Format {
    name: "checklist-html",
    title: "Checklist to print",
    about: "A page for A4 paper: every step with its values, a box to tick, and two lines to sign.",
    help: "The go-live checklist, as a page to print",
    ending: "-checklist.html",
    media_type: "text/html",
    pasted: false,
    tells_changes: true,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| Ok(checklist_html(material.plan, material.analysis, material.since).into())),
};

/// The whole checklist with ticks, notes and owners, open and accepted problems, and two lines to sign.
pub fn checklist_html(plan: &Plan, analysis: &Analysis, since: Option<&Since>) -> String {
    let name = if plan.name.trim().is_empty() { "Untitled plan" } else { plan.name.as_str() };
    let Progress { done, changed, total, owners } = analysis.checklist.progress;
    let mut body = format!("<h1>Go-live checklist: {}</h1>\n", text(name));
    body += &format!(
        "<p class=\"muted\">{done} of {total} steps done, {changed} ticked for other values, {owners} owners.</p>\n"
    );
    for phase in &analysis.checklist.phases {
        body += &phase_section(phase);
    }
    body += &problems(plan, analysis);
    body += &changes(since);
    body += "<p><span class=\"sign\">Date, carried out by</span><span class=\"sign\">Date, approved by</span></p>\n";
    page(&format!("Go-live checklist: {name}"), &body)
}

fn phase_section(phase: &Phase) -> String {
    let Progress { done, total, .. } = phase.progress();
    let summary = if phase.summary.is_empty() { String::new() } else { format!("<p>{}</p>\n", text(&phase.summary)) };
    let steps: String = phase.steps.iter().map(step).collect();
    format!(
        "<section class=\"page\">\n<h2>{} ({done} of {total})</h2>\n{summary}{steps}</section>\n",
        text(phase.title)
    )
}

fn step(step: &Step) -> String {
    let tick = if step.done && !step.changed_since { "✓" } else { "&nbsp;" };
    let action = if step.action == Action::Do { String::new() } else { format!("{} ", text(step.action.name())) };
    let mut lines = format!(
        "<div class=\"step\">\n<p><span class=\"box\">{tick}</span><b>{action}{}</b></p>\n<p class=\"muted\">{}</p>\n",
        text(&step.title),
        text(&step.location)
    );
    if step.changed_since {
        lines += "<p><b>Changed since it was ticked</b></p>\n";
    }
    if !step.fields.is_empty() {
        let rows = step.fields.iter().map(|field| {
            let was = field.previous.as_ref().map_or_else(String::new, |was| format!(" (was {})", code(was)));
            vec![text(&field.label), format!("{}{was}", code(&field.value))]
        });
        lines += &table(&["Field", "Value"], rows);
    }
    lines += &format!("<p class=\"muted\">Why: {}</p>\n", text(&step.why));
    for (label, value) in [("Owner", &step.owner), ("Note", &step.note)] {
        if !value.is_empty() {
            lines += &format!("<p>{label}: {}</p>\n", text(value));
        }
    }
    lines + "</div>\n"
}

/// What changed since an earlier plan, with the effect in words.
pub(super) fn changes(since: Option<&Since>) -> String {
    let Some(since) = since else { return String::new() };
    let title = format!("<h2 class=\"page\">{}</h2>\n", text(&since.title()));
    if since.difference.is_empty() {
        return format!("{title}<p>No difference.</p>\n");
    }
    let cell = |value: &str| if value.is_empty() { String::new() } else { code(value) };
    let rows = since.difference.lines().into_iter().map(|line| {
        let what = if line.field.is_empty() { line.what.to_owned() } else { format!("{}: {}", line.what, line.field) };
        let (before, after) = (cell(&line.before), cell(&line.after));
        vec![text(&line.object), cell(&line.target), text(&what), before, after, text(&line.effect)]
    });
    title + &table(&["Mapping", "Target attribute", "What", "Before", "After", "Effect"], rows)
}

/// Open problems, then those that the plan accepts with a reason.
pub(super) fn problems(plan: &Plan, analysis: &Analysis) -> String {
    let mut section = String::new();
    let mut open = analysis.open_problems().peekable();
    if open.peek().is_some() {
        let rows = open.map(|problem| {
            let target = problem.target.as_deref().map_or_else(|| "the whole plan".to_owned(), code);
            vec![
                text(problem.severity.label()),
                code(problem.code),
                target,
                text(&format!("{} {}", problem.message, problem.remedy)),
            ]
        });
        section += "<h2 class=\"page\">Open problems</h2>\n";
        section += &table(&["Severity", "Rule", "Target attribute", "Problem"], rows);
    }
    if !plan.suppressions.is_empty() {
        let rows = plan.suppressions.iter().map(|one| {
            let target = one.target.as_deref().map_or_else(|| "the whole plan".to_owned(), code);
            vec![code(&one.rule), target, text(&one.reason)]
        });
        section += "<h2>Accepted problems</h2>\n";
        section += &table(&["Rule", "Target attribute", "Reason"], rows);
    }
    section
}
