//! A field for a whole number.
//!
//! It is a text field with a spin button's role: in a field of the browser's type `number` a half-typed number has no
//! text that could be kept.

use leptos::{ev, prelude::*};

use super::Entry;

/// The number that a text says, if it says one.
pub fn whole_number(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// The field. A text that is not a number stays as a draft, and the field says what it expects.
#[component]
pub fn NumberInput(
    /// What is edited.
    entry: Entry,
    /// The element's id, for the label.
    #[prop(into)]
    id: String,
    /// The smallest number that makes sense.
    least: u32,
) -> impl IntoView {
    entry.on_screen();
    let hint = format!("{id}-hint");
    let described_by = hint.clone();
    let now = move || whole_number(&entry.text()).map(|number| number.to_string());
    let step = move |event: ev::KeyboardEvent| {
        let number = whole_number(&entry.text_now()).unwrap_or_default();
        let next = match event.key().as_str() {
            "ArrowUp" => number.saturating_add(1),
            "ArrowDown" => number.saturating_sub(1).max(least),
            _ => return,
        };
        event.prevent_default();
        entry.input(next.to_string());
    };
    view! {
        <input
            id=id
            type="text"
            inputmode="numeric"
            role="spinbutton"
            aria-valuemin=least.to_string()
            aria-valuenow=now
            aria-invalid=move || entry.is_pending().to_string()
            aria-describedby=described_by
            autocomplete="off"
            prop:value=move || entry.text()
            on:input=move |event| entry.typed(&event)
            on:keydown=step
            on:blur=move |_| entry.leave()
        />
        <small id=hint class="field-draft" role="status">
            {move || entry.is_pending().then(|| format!("Enter a whole number from {least}. Until then, the plan keeps the last number."))}
        </small>
    }
    .into_any()
}
