//! Problems where they are seen: the count in the top bar, the drawer, and the messages under a field.

mod drawer;
mod field_problems;
mod keyed;
mod message;
mod pill;
mod problem_row;
mod rule_page;
mod suppressed;

pub use drawer::ProblemsDrawer;
pub use field_problems::FieldProblems;
pub use pill::ProblemPill;

use leptos::prelude::*;

use super::{
    services::files,
    state::{Place, Workspace},
};
use crate::lint::{Diagnostic, Field, Fix};

/// The id of the control that a field of the form has.
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

/// Does what a quick fix says.
pub fn apply_fix(workspace: Workspace, fix: &Fix) {
    workspace.dispatch(fix.edits.clone(), &fix.label, None);
    workspace.announce(format!("Done: {}. Ctrl+Z undoes it.", fix.label));
}

/// Shows a problem where it sits.
pub fn show(workspace: Workspace, problem: &Diagnostic) {
    if let Some(kind) = problem.place.kind {
        workspace.select(kind, problem.place.mapping);
        workspace.go(Place::Map);
        if problem.place.mapping.is_some() {
            files::focus(problem.place.field.map_or("inspector", control));
        }
    } else {
        workspace.go(Place::Settings);
        files::focus(problem.place.field.map_or("place", control));
    }
    workspace.announce(format!("{}: {}", problem.severity.label(), problem.message));
}

/// Goes to the next problem, or the one before.
pub fn step(workspace: Workspace, forward: bool) {
    let problems: Vec<_> = workspace.analysis.with_untracked(|analysis| analysis.open_problems().cloned().collect());
    let Some(last) = problems.len().checked_sub(1) else {
        workspace.announce("No problems.");
        return;
    };
    let next = match (workspace.view.problem.get_untracked(), forward) {
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
    workspace.view.problem.set(Some(next));
    if let Some(problem) = problems.get(next) {
        show(workspace, problem);
    }
}
