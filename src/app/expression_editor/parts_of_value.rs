//! The value of every part of the expression for the sample person.

use leptos::prelude::*;

use crate::{
    app::state::use_workspace,
    expression::{Environment, Outcome, read},
    simulate::PersonAttributes,
};

/// One part: its depth, its text, and its value.
#[derive(Clone, PartialEq)]
struct Part {
    depth: usize,
    text: String,
    value: Result<String, String>,
}

/// The parts, outer before inner.
#[component]
pub(super) fn PartsOfValue(text: Signal<String>) -> impl IntoView {
    let workspace = use_workspace();
    let parts = Memo::new(move |_| {
        let text = text.get();
        let read = read(&text);
        let Some(compiled) = read.compiled() else { return Vec::new() };
        let Some(person) = workspace.person_in_view(Clone::clone) else { return Vec::new() };
        let environment = Environment {
            default_domain: workspace.plan.with(|plan| plan.default_domain.clone()),
            now: person.source.seen_at,
            ..Environment::default()
        };
        let mut steps = compiled.trace(&PersonAttributes(&person.source), &environment).steps;
        let mut open: Vec<usize> = Vec::new();
        let part = |step: crate::expression::TraceStep| {
            open.retain(|end| *end >= step.span.end && *end > step.span.start);
            let depth = open.len();
            open.push(step.span.end);
            let value = match step.outcome {
                Outcome::Value(value) => Ok(value.to_string()),
                Outcome::Ignored => Err("left out of the request".to_owned()),
                Outcome::Error(error) => Err(error.to_string()),
            };
            let text = step.span.slice(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            Part { depth, text, value }
        };
        // A constant is its own value.
        let is_constant = |text: &str| text.starts_with(|first: char| matches!(first, '"' | '-' | '&' | '0'..='9'));
        steps.retain(|step| !is_constant(step.span.slice(&text)));
        let mut parts: Vec<Part> = steps.into_iter().map(part).collect();
        parts.dedup();
        parts
    });
    view! {
        <details class="expression-parts" hidden=move || parts.with(|parts| parts.len() < 2)>
            <summary>"Value of every part"</summary>
            <ol aria-label="Value of every part">
                {move || parts.get().into_iter().map(|part| {
                    let (state, value) = match part.value {
                        Ok(value) if value.is_empty() => ("empty", "an empty text".to_owned()),
                        Ok(value) => ("value", value),
                        Err(reason) => ("none", reason),
                    };
                    view! {
                        <li style:--depth=part.depth.to_string()>
                            <code>{part.text}</code>
                            <span data-state=state>{value}</span>
                        </li>
                    }
                }).collect_view()}
            </ol>
        </details>
    }
    .into_any()
}
