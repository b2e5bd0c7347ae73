//! One request: method, address, headers and body, with the mapping behind every line.

use std::sync::Arc;

use leptos::prelude::*;

use super::open_mapping;
use crate::{
    app::{
        navigation::use_navigation,
        state::use_workspace,
        widgets::{CopyButton, RowHeight, RowKind, RowsInView, draws},
    },
    editor::Identities,
    plan::ObjectKind,
    simulate::{Body, BodyLine, Method, Request, also_seen, wire},
};

/// About the height of a line of a body: style/components/request-view.css.
const LINE: f64 = 24.0;

/// A request about an object of a kind.
#[component]
pub(super) fn RequestView(
    request: Request,
    kind: ObjectKind,
    /// The identities of the plan that made the request.
    identities: Arc<Identities>,
) -> impl IntoView {
    let workspace = use_workspace();
    let encoded = RwSignal::new(false);
    let (path, readable) = (request.path.clone(), request.readable_path.clone());
    let differs = path != readable;
    let address = {
        let path = path.clone();
        move || if encoded.get() { path.clone() } else { readable.clone() }
    };
    let method = request.method.name();
    let title = request.title(kind);
    let refusals = request.refusals.clone();
    let note = Request { refusals: Vec::new(), ..request.clone() }.note().unwrap_or_default();
    let words = workspace.application.get_untracked().words;
    let headers = wire::headers(&request);
    let seen: Vec<_> = if request.method == Method::Get { Vec::new() } else { also_seen(kind, request.step).collect() };
    let other_forms = request.other_forms.clone();
    let body_text = request.body.as_ref().map(Body::text);
    let lines = request.body.as_ref().map(Body::lines).unwrap_or_default();
    view! {
        <section class="request-view" aria-label=title>
            <h2 class="request-line">
                <span class="request-method" data-method=method>{method}</span>
                <code>{address}</code>
                <span class="spacer"></span>
                {differs.then(|| view! {
                    <button type="button" class="button" data-kind="plain" aria-pressed=move || encoded.get().to_string()
                        on:click=move |_| encoded.update(|on| *on = !*on)>"As sent"</button>
                })}
                <CopyButton text=path what=format!("the address of {method}") word="Copy address" />
                {body_text.map(|text| view! { <CopyButton text what="the body as JSON" word="Copy body" /> })}
            </h2>
            <p class="request-note"><b>{title}</b> " " {note} " " <span class="certainty" data-certainty=request.certainty.label()>{request.certainty.label()}</span></p>
            {(!refusals.is_empty()).then(|| view! {
                <div class="request-refusals" role="group" aria-label="What a strict server refuses">
                    <p><b>"What a strict server refuses"</b></p>
                    <ul>{refusals.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
                </div>
            })}
            {(!lines.is_empty()).then(|| view! {
                <RequestBody lines kind identities />
            })}
            {other_forms.into_iter().map(|form| view! {
                <div class="other-form">
                    <p><b>{format!("If {}", form.when)}</b> " " {form.consequence} " " <span class="certainty" data-certainty=form.certainty.label()>{form.certainty.label()}</span></p>
                    <pre>{form.body.text()}</pre>
                </div>
            }).collect_view()}
            <details class="request-more">
                <summary>"Headers" {(!seen.is_empty()).then_some(", and shapes that were also seen")}</summary>
                <dl class="request-headers">
                    {headers.into_iter().map(|(name, value)| view! { <dt><code>{name}</code></dt><dd><code>{value}</code></dd> }).collect_view()}
                </dl>
                {seen.into_iter().map(|seen| view! {
                    <div class="also-seen">
                        <p>"Also seen: " {seen.when} ". " <span class="muted">{seen.source}</span></p>
                        <pre>{seen.shape}</pre>
                        {(!seen.danger.is_empty()).then(|| view! { <p class="also-seen-danger"><b>"Danger: "</b>{words.say(seen.danger)}</p> })}
                    </div>
                }).collect_view()}
            </details>
        </section>
    }
    .into_any()
}

/// The lines of a body, each with the mapping that made it.
#[component]
fn RequestBody(lines: Vec<BodyLine>, kind: ObjectKind, identities: Arc<Identities>) -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let shown = Signal::derive(move || workspace.looked_at(kind));
    let count = lines.len();
    let lines = StoredValue::new(lines);
    let rows = RowsInView::new(move || count, RowHeight::About(LINE), |at| at, || None);
    let row = move |at: usize, _| {
        let line = lines.with_value(|lines| lines.get(at).cloned())?;
        let mapping = line.mapping.and_then(|index| identities.mappings(kind).get(index).copied());
        let lit = move || mapping.is_some() && shown.get() == mapping;
        let source = mapping.and_then(|id| untrack(|| workspace.mapping(id))).map(|one| one.source.text().to_owned());
        Some(view! {
            <div class="request-body-line" data-lit=move || lit().to_string()
                on:pointerenter=move |_| workspace.view.highlighted.set(mapping)
                on:pointerleave=move |_| workspace.view.highlighted.set(None)>
                <code>{line.text}</code>
                {mapping.zip(source).map(|(id, source)| view! {
                    <button type="button" class="request-source" title="Show this mapping on the map"
                        on:focus=move |_| workspace.view.highlighted.set(Some(id))
                        on:blur=move |_| workspace.view.highlighted.set(None)
                        on:click=move |_| open_mapping(workspace, navigation, id)>{source}</button>
                })}
            </div>
        })
    };
    view! {
        <div class="request-body" role="group" aria-label="Body of the request" use:draws=rows.drawn(RowKind::Block, row)></div>
    }
    .into_any()
}
