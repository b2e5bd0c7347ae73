//! A difference between two plans, as tables with the effect of each change.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::compare::{Change, Difference, ObjectMappingDifference, ShortNames};

/// What is added, removed and changed.
#[component]
pub fn DifferenceView(
    /// The difference.
    difference: Arc<Difference>,
) -> impl IntoView {
    let names = StoredValue::new(difference.short_names());
    let objects = difference.object_mappings.clone().into_iter().map(|one| view! { <ObjectTable one names /> });
    let definitions = &difference.attribute_definitions;
    let defined = |names: &[String], word: &'static str| {
        let names = names.to_vec();
        names.into_iter().map(move |name| view! { <li>{word} " " <code>{name}</code></li> }).collect_view()
    };
    let full: Vec<(String, String)> =
        names.with_value(|names| names.all().map(|(short, name)| (short.to_owned(), name.to_owned())).collect());
    let any = !(definitions.added.is_empty() && definitions.removed.is_empty());
    view! {
        {objects.collect_view()}
        {any.then(|| view! {
            <h4>"Attribute definitions"</h4>
            <ul>{defined(&definitions.added, "added")} {defined(&definitions.removed, "not in this plan")}</ul>
        })}
        {(!full.is_empty()).then(|| view! {
            <details>
                <summary>"Full names of attributes"</summary>
                <dl class="full-names">{full.into_iter().map(|(short, name)| view! { <dt><code>{short}</code></dt><dd><code>{name}</code></dd> }).collect_view()}</dl>
            </details>
        })}
        {difference.beside().map(|words| view! { <p>{words}</p> })}
    }
    .into_any()
}

#[component]
fn ObjectTable(one: ObjectMappingDifference, names: StoredValue<ShortNames>) -> impl IntoView {
    let added = one.added.iter().map(|target| ("added", target.clone()));
    let signed = added.chain(one.removed.iter().map(|target| ("removed", target.clone())));
    let whole: Vec<_> = signed.zip(one.effects.clone()).collect();
    view! {
        <h4>{one.name}</h4>
        <table class="value-changes">
            <thead><tr><th scope="col">"What"</th><th scope="col">"Target attribute"</th><th scope="col">"Effect"</th></tr></thead>
            <tbody>
                {whole.into_iter().map(|((word, target), effect)| view! {
                    <tr data-change=word><td>{word}</td><th scope="row">{name_view(target, names)}</th><td>{effect}</td></tr>
                }).collect_view()}
                {one.changed.into_iter().map(|change| view! { <ChangeRow change names /> }).collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

#[component]
fn ChangeRow(change: Change, names: StoredValue<ShortNames>) -> impl IntoView {
    let field = change.field.replace('_', " ");
    view! {
        <tr data-change="changed">
            <td>{field}</td>
            <th scope="row">{change.target.map_or_else(|| view! { "the whole mapping" }.into_any(), |target| name_view(target, names))}</th>
            <td>{change.effect}</td>
        </tr>
    }
    .into_any()
}

/// The short name of a target attribute. The full one is under the pointer, and in the list below the tables.
fn name_view(target: String, names: StoredValue<ShortNames>) -> AnyView {
    let short = names.with_value(|names| names.short(&target).to_owned());
    view! { <code title=target>{short}</code> }.into_any()
}
