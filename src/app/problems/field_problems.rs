//! The problems of one field, under it.

use leptos::prelude::*;

use super::message::FixButtons;
use crate::{
    app::{state::use_workspace, widgets::SeverityMark},
    lint::{Diagnostic, Field},
    plan::ObjectKind,
};

/// The open problems of a mapping, or of the plan, that sit at a field; `None` means those that sit at no field.
#[component]
pub fn FieldProblems(
    /// The mapping's table; nothing for a setting of the plan.
    #[prop(optional, into)]
    kind: Option<ObjectKind>,
    /// Its place there.
    #[prop(optional, into)]
    mapping: Option<usize>,
    /// Which fields.
    #[prop(into)]
    fields: Vec<Option<Field>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let problems = Memo::new(move |_| {
        workspace.analysis.with(|analysis| {
            let here = |problem: &&Diagnostic| {
                problem.place.kind == kind && problem.place.mapping == mapping && fields.contains(&problem.place.field)
            };
            analysis.open_problems().filter(here).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <div class="field-problems" aria-live="polite">
            {move || problems.get().into_iter().map(|problem| {
                view! {
                    <div class="field-problem" data-severity=problem.severity.label()>
                        <SeverityMark severity=problem.severity.label() />
                        <span title=problem.why>{problem.message} " " {problem.remedy}</span>
                        <FixButtons fixes=problem.fixes />
                    </div>
                }
            }).collect_view()}
        </div>
    }
    .into_any()
}
