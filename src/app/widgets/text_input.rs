//! Fields for text: one line or several.

use leptos::{html, prelude::*};

use super::Entry;

/// A field of one line.
#[component]
pub fn TextInput(
    /// What is edited.
    entry: Entry,
    /// The accessible name, where no label names the field.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The element's id, for a label or for the focus.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(optional)] class: Option<&'static str>,
    #[prop(optional, into)] placeholder: Signal<&'static str>,
    /// The id of a list with suggestions.
    #[prop(optional)]
    list: &'static str,
    /// For names and expressions.
    #[prop(optional)]
    mono: bool,
    /// For a filter: with a cross that empties it.
    #[prop(optional)]
    search: bool,
    #[prop(optional)] required: bool,
    /// Characters that it shows, where the layout does not say.
    #[prop(optional)]
    size: Option<&'static str>,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    entry.on_screen();
    view! {
        <input
            node_ref=node_ref
            type=if search { "search" } else { "text" }
            id=id
            class=class
            aria-label=move || label.map(|label| label.get())
            placeholder=move || placeholder.get()
            list=(!list.is_empty()).then_some(list)
            size=size
            required=required
            data-mono=mono.then_some("true")
            autocomplete="off"
            spellcheck="false"
            prop:value=move || entry.text()
            on:input=move |event| entry.typed(&event)
            on:blur=move |_| entry.leave()
        />
    }
    .into_any()
}

/// A field of several lines.
#[component]
pub fn TextLines(
    /// What is edited.
    entry: Entry,
    rows: &'static str,
    /// The accessible name, where no label names the field.
    #[prop(optional, into)]
    label: Option<String>,
    /// The element's id, for a label.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(optional)] placeholder: &'static str,
    /// What the pointer reads about it.
    #[prop(optional)]
    tip: Option<&'static str>,
    /// The text is refused.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// The id of the text that explains it.
    #[prop(optional)]
    described_by: Option<&'static str>,
) -> impl IntoView {
    entry.on_screen();
    view! {
        <textarea
            id=id
            rows=rows
            title=tip
            aria-label=label
            placeholder=placeholder
            autocomplete="off"
            spellcheck="false"
            aria-invalid=move || invalid.get().to_string()
            aria-describedby=described_by
            prop:value=move || entry.text()
            on:input=move |event| entry.typed(&event)
            on:blur=move |_| entry.leave()
        ></textarea>
    }
    .into_any()
}
