//! An expression tried on all sample people at once.

use leptos::prelude::*;

use super::{field::ExpressionField, typing::Typing};
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Dialog, Entry},
    },
    editor::MappingId,
    expression::{Attributes, Environment, Outcome, read},
    plan::ObjectKind,
    simulate::PersonAttributes,
    text::capitalised,
};

/// A table with a row for each person. The plan does not change until you use the expression.
#[component]
pub(super) fn Playground(
    open: RwSignal<bool>,
    kind: ObjectKind,
    mapping: MappingId,
    text: Signal<String>,
    #[prop(into)] on_use: Callback<String>,
) -> impl IntoView {
    let entry = Entry::new(format!("playground #{mapping}"), text, |_| false);
    let draft = Memo::new(move |_| entry.text());
    let parsed =
        Memo::new(move |_| draft.with(|draft| read(draft).parsed().errors.first().map(|error| error.message.clone())));
    let close = move || open.set(false);
    view! {
        <Dialog open on_close=close title="Try the expression on everyone">
            <div class="playground">
                <label for="playground-expression">"Expression"</label>
                <ExpressionField
                    id="playground-expression"
                    kind
                    typing=Typing::new(entry)
                    has_error=Signal::derive(move || parsed.with(Option::is_some))
                    described_by="playground-problem"
                    on_help=move |()| {}
                />
                <p id="playground-problem" class="playground-problem" role="status">{move || parsed.get()}</p>
                <Results draft />
                <div class="playground-actions">
                    <Button kind=ButtonKind::Primary on_press=move || {
                        on_use.run(entry.text_now());
                        entry.clear();
                        close();
                    }>"Use this expression"</Button>
                    <Button on_press=move || {
                        entry.clear();
                        close();
                    }>"Leave the mapping unchanged"</Button>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Results(draft: Memo<String>) -> impl IntoView {
    let workspace = use_workspace();
    let expression = Memo::new(move |_| draft.with(|draft| read(draft)));
    let names = Memo::new(move |_| {
        let mut names = expression.with(|read| read.reads().to_vec());
        names.sort();
        names.dedup();
        names
    });
    let rows = move || {
        let names = names.get();
        let default_domain = workspace.plan.with(|plan| plan.default_domain.clone());
        workspace
            .people
            .get()
            .iter()
            .map(|person| {
                let attributes = PersonAttributes(&person.source);
                let inputs = names
                    .iter()
                    .map(|name| view! { <td>{attributes.get(name).to_string()}</td> })
                    .collect_view();
                let environment = Environment {
                    default_domain: default_domain.clone(),
                    now: person.source.seen_at,
                    ..Environment::default()
                };
                let trace = expression.with(|read| read.compiled().map(|compiled| compiled.trace(&attributes, &environment)));
                let (state, text, warnings) = match trace {
                    None => ("none", "–".to_owned(), Vec::new()),
                    Some(trace) => {
                        let warnings = trace.diagnostics.into_iter().map(|one| one.message).collect();
                        match trace.outcome {
                            Outcome::Value(value) => ("value", value.to_string(), warnings),
                            Outcome::Ignored => ("none", "left out of the request".to_owned(), warnings),
                            Outcome::Error(error) => ("none", capitalised(&error.to_string()), warnings),
                        }
                    }
                };
                view! {
                    <tr>
                        <th scope="row">{person.name.clone()}</th>
                        {inputs}
                        <td data-state=state><b>{text}</b> {warnings.into_iter().map(|text| view! { <small>{text}</small> }).collect_view()}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <div class="playground-table" tabindex="0" role="region" aria-label="Values for everyone">
            <table>
                <thead><tr>
                    <th scope="col">"Person"</th>
                    {move || names.get().into_iter().map(|name| view! { <th scope="col"><code>{name}</code></th> }).collect_view()}
                    <th scope="col">"Value"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
