//! Problems on screen: the count in the top bar, the drawer, and the messages under a field.

mod drawer;
mod field_problems;
mod group_row;
mod marks;
mod message;
mod opened;
mod pill;
mod problem_row;
mod repairs_dialog;
mod rule_page;
mod suppressed;

pub use drawer::ProblemsDrawer;
pub use field_problems::FieldProblems;
pub use marks::{Marks, marks_of_mappings};
pub use pill::{ProblemPill, toggle};

use leptos::prelude::*;

use super::{
    navigation::{Navigation, Purpose},
    services::files,
    state::Workspace,
};
use crate::{
    analysis::needs_no_decision,
    editor::Problem,
    expression::Severity,
    lint::{Field, Fix},
    plan::Plan,
    text::counted,
};

/// The number of problems with a severity in words; nothing for none.
fn counted_problems(severity: Severity, count: usize) -> Option<String> {
    (count > 0).then(|| match severity {
        Severity::Advice => format!("{} of advice", counted(count, "piece")),
        Severity::Error | Severity::Warning => counted(count, severity.label()),
    })
}

/// The id of the control of a field.
pub const fn control(field: Field) -> &'static str {
    match field {
        Field::SourceAttribute => "field-source-attribute",
        Field::Constant => "field-constant",
        Field::Expression => "field-expression",
        Field::DefaultValue => "field-default-value",
        Field::TargetAttribute => "field-target-attribute",
        Field::MatchingPrecedence => "field-matching-precedence",
        Field::FlowType => "field-flow-type",
        Field::TenantUrl => "field-tenant-url",
        Field::NotificationEmail => "field-notification-email",
        Field::ProvisionScope => "place",
        Field::AccidentalDeletions => "field-accidental-deletions",
        Field::SsoIdentifier => "field-sso-identifier",
        Field::DefaultDomain => "field-default-domain",
    }
}

/// Whether a problem has a repair that needs no decision.
pub fn has_safe_repair(plan: &Plan, problem: &Problem) -> bool {
    problem.diagnostic.fixes.iter().any(|fix| needs_no_decision(plan, fix))
}

/// Applies a quick fix.
pub fn apply_fix(workspace: Workspace, fix: &Fix) {
    workspace.dispatch(fix.edits.clone(), &fix.label, None);
    workspace.tell(format!("1 repair applied: {}.", fix.label));
}

/// Goes to the field of a problem.
pub fn show(workspace: Workspace, navigation: Navigation, problem: &Problem) {
    workspace.view.problem.set(Some(problem.id.clone()));
    let (mapping, problem) = (problem.mapping, &problem.diagnostic);
    if let Some(kind) = problem.place.kind {
        workspace.select(kind, mapping);
        navigation.go(Purpose::EditMappings);
        if mapping.is_some() {
            files::focus(problem.place.field.map_or("inspector", control));
        }
    } else {
        navigation.go(Purpose::EditSettings);
        files::focus(problem.place.field.map_or("place", control));
    }
    workspace.announce(format!("{}: {}", problem.severity.label(), problem.message));
}

/// Goes to the next or the previous problem.
pub fn step(workspace: Workspace, navigation: Navigation, forward: bool) {
    let problems = workspace.problems.get_untracked();
    let Some(last) = problems.len().checked_sub(1) else {
        workspace.announce("No problems.");
        return;
    };
    let shown = workspace.view.problem.get_untracked();
    let at = shown.and_then(|id| problems.iter().position(|problem| problem.id == id));
    let next = match (at, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last).min(last),
    };
    if let Some(problem) = problems.get(next) {
        show(workspace, navigation, problem);
    }
}
