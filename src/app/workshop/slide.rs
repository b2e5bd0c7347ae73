//! One step of the guide in large type, with the values of the plan.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::checklist::{Action, FieldValue, Step},
    catalog::short_name,
    plan::AttributeSide,
};

/// The step.
#[component]
pub(super) fn Slide(
    part: &'static str,
    step: Arc<Step>,
    #[prop(into)] place: Signal<String>,
    /// The ID of the heading.
    heading: &'static str,
) -> impl IntoView {
    let fields = step.fields.iter().map(|field| {
        view! { <div><dt>{field.label.clone()}</dt><dd>{value(field)}</dd></div> }
    });
    let fields = fields.collect_view();
    let rows = (!step.rows.is_empty()).then(|| {
        let rows = step.rows.iter().map(row).collect_view();
        view! { <ul class="slide-rows" tabindex="0" aria-label="Rows">{rows}</ul> }
    });
    view! {
        <article class="slide" aria-labelledby=heading>
            <p class="slide-part">{part} " · " {move || place.get()}</p>
            <h3 id=heading tabindex="-1">{step.title.clone()}</h3>
            {(!step.location.is_empty()).then(|| view! { <p class="slide-location">{step.location.clone()}</p> })}
            <dl class="slide-fields">{fields}</dl>
            {rows}
            {(!step.why.is_empty()).then(|| view! { <p class="slide-why">{step.why.clone()}</p> })}
        </article>
    }
    .into_any()
}

fn value(field: &FieldValue) -> AnyView {
    let value = field.value.clone();
    if field.code { view! { <code>{value}</code> }.into_any() } else { value.into_any() }
}

fn row(row: &Step) -> AnyView {
    let shown = row.row_shown();
    let short = |side, field: Option<&FieldValue>| {
        let is_name = |field: &FieldValue| field.label != "Expression";
        field.map(|field| if is_name(field) { short_name(side, &field.value) } else { field.value.clone() })
    };
    let action = if row.action == Action::Do { "" } else { row.action.name() };
    let source = short(AttributeSide::Source, shown.source).map(|source| view! { <code>{source}</code> " → " });
    let target = short(AttributeSide::Target, shown.name);
    view! { <li><b>{action}</b> " " {source} <code>{target}</code></li> }.into_any()
}
