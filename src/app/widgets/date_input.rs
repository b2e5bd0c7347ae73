//! A field for a date: the browser's own, with its calendar.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, ValidityState};

use super::Entry;
use crate::expression::long_date;

/// The field. It holds a date such as `2026-11-26`, or nothing. A plan of before can have any other text: it is shown below,
/// and stays until a date is chosen.
#[component]
pub fn DateInput(
    /// What is edited.
    entry: Entry,
    /// The element's id, for the label.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    entry.on_screen();
    let hint = format!("{id}-hint");
    let described_by = hint.clone();
    let other = move || Some(entry.text()).filter(|text| !text.trim().is_empty() && long_date(text).is_none());
    let element = |event: &ev::Event| event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let input = move |event: ev::Event| {
        // While you type, a date that is not complete is empty here. The plan keeps the last one until it is complete.
        let is_incomplete = element(&event).is_some_and(|input| ValidityState::bad_input(&input.validity()));
        let stays = is_incomplete || event_target_value(&event).is_empty() && untrack(other).is_some();
        if !stays {
            entry.typed(&event);
        }
    };
    let blur = move |event: ev::FocusEvent| {
        if let Some(input) = element(&event).filter(|input| ValidityState::bad_input(&input.validity())) {
            input.set_value(&entry.text_now());
        }
        entry.leave();
    };
    view! {
        <input
            id=id
            type="date"
            min="0001-01-01"
            max="9999-12-31"
            aria-describedby=described_by
            autocomplete="off"
            prop:value=move || entry.text()
            on:input=input
            on:blur=blur
        />
        <small id=hint class="field-draft" role="status">
            {move || other().map(|text| format!("The plan says “{text}”. This stays until you choose a date."))}
        </small>
    }
    .into_any()
}
