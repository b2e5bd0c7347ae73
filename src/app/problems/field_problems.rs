//! The problems of one field, under it.

use leptos::prelude::*;

use super::message::FixButtons;
use crate::{
    app::{state::use_workspace, widgets::SeverityMark},
    editor::{MappingId, Problem},
    lint::Field,
};

/// The open problems at the fields of a mapping, or of the plan. `None` means the problems without a field.
#[component]
pub fn FieldProblems(
    /// The mapping; none for a setting of the plan.
    #[prop(optional, into)]
    mapping: Option<MappingId>,
    /// Which fields.
    #[prop(into)]
    fields: Vec<Option<Field>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let problems = Memo::new(move |_| {
        workspace.problems.with(|problems| {
            let here = |problem: &&Problem| {
                let place = problem.diagnostic.place;
                problem.mapping == mapping
                    && (mapping.is_some() || place.kind.is_none())
                    && fields.contains(&place.field)
            };
            problems.iter().filter(here).map(|problem| problem.diagnostic.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="field-problems" aria-live="polite">
            {move || problems.get().into_iter().map(|problem| {
                view! {
                    <div class="field-problem" data-severity=problem.severity.label()>
                        <SeverityMark severity=problem.severity.label() />
                        <span title=problem.why.to_string()>{problem.message} " " {problem.remedy.to_string()}</span>
                        <FixButtons fixes=problem.fixes />
                    </div>
                }
            }).collect_view()}
        </div>
    }
    .into_any()
}
