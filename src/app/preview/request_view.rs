//! One request: method, address, body, each line with the mapping that made it.

use leptos::prelude::*;

use super::open_mapping;
use crate::{
    app::{state::use_workspace, widgets::CopyButton},
    plan::ObjectKind,
    simulate::{Request, Step},
};

/// A request.
#[component]
pub(super) fn RequestView(request: Request) -> impl IntoView {
    let workspace = use_workspace();
    let encoded = RwSignal::new(false);
    let (path, readable) = (request.path.clone(), request.readable_path.clone());
    let differs = path != readable;
    let address = {
        let path = path.clone();
        move || if encoded.get() { path.clone() } else { readable.clone() }
    };
    let method = request.method.name();
    let title = match request.step {
        Step::Match => "Is the person there already?",
        Step::Create => "Create the person",
        Step::Manager => "Set the manager",
        _ => "Change the person",
    };
    let default_note = match request.step {
        Step::Match => "No match: Entra asks for the next matching attribute, then creates the user.",
        _ => "",
    };
    let note = request.note().unwrap_or_else(|| default_note.to_owned());
    let body_text = request.body.as_ref().map(crate::simulate::Body::text);
    let lines = request.body.as_ref().map(crate::simulate::Body::lines).unwrap_or_default();
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
            <p class="request-note">{note} " " <span class="certainty" data-certainty=request.certainty.label()>{request.certainty.label()}</span></p>
            {(!lines.is_empty()).then(|| view! {
                <div class="request-body" role="group" aria-label="Body of the request">
                    {lines.into_iter().map(|line| {
                        let mapping = line.mapping;
                        let lit = move || mapping.is_some() && workspace.view.highlighted.get() == mapping;
                        let source = mapping.and_then(|index| workspace.plan.with_untracked(|plan| {
                            plan.attribute_mapping(ObjectKind::User, index).map(|one| one.source.text().to_owned())
                        }));
                        view! {
                            <div class="request-body-line" data-lit=move || lit().to_string()
                                on:pointerenter=move |_| workspace.view.highlighted.set(mapping)
                                on:pointerleave=move |_| workspace.view.highlighted.set(None)>
                                <code>{line.text}</code>
                                {mapping.zip(source).map(|(index, source)| view! {
                                    <button type="button" class="request-source" title="Show this mapping on the map"
                                        on:focus=move |_| workspace.view.highlighted.set(Some(index))
                                        on:blur=move |_| workspace.view.highlighted.set(None)
                                        on:click=move |_| open_mapping(workspace, index)>{source}</button>
                                })}
                            </div>
                        }
                    }).collect_view()}
                </div>
            })}
        </section>
    }
    .into_any()
}
