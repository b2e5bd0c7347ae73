//! Fields that are chosen, not typed: a list and a box to tick. A choice is committed at once.

use js_sys::Reflect;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;

/// Whether the plan cannot be changed. Then a choice of a part of it is refused.
#[derive(Clone, Copy, Debug)]
pub struct FieldsClosed(pub Signal<bool>);

/// An entry of a [`Choice`]: its value and its words.
pub type ChoiceOption = (String, String);

/// A list of which one is chosen.
#[component]
pub fn Choice(
    /// The accessible name, where no label names the field.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The element's id, for a label.
    #[prop(optional, into)]
    id: Option<String>,
    /// What there is to choose.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The value of the chosen one.
    #[prop(into)]
    chosen: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    // The elements change with the words alone.
    let options = Memo::new(move |_| options.get());
    let shown = move || {
        let option = |(value, words): ChoiceOption| {
            let own = value.clone();
            view! { <option value=value selected=move || chosen.with(|chosen| *chosen == own)>{words}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    let is_closed = use_context::<FieldsClosed>();
    view! {
        <select
            id=id
            aria-label=move || label.map(|label| label.get())
            prop:value=move || chosen.get()
            on:change=move |event| {
                let _ = on_choose.try_run(event_target_value(&event));
                show_again(is_closed, &event, "value", chosen.try_get_untracked());
            }
        >
            {shown}
        </select>
    }
    .into_any()
}

/// Shows the value that the owner holds after a choice that was refused. Nothing else tells the element.
fn show_again(is_closed: Option<FieldsClosed>, event: &ev::Event, property: &str, held: Option<impl Into<JsValue>>) {
    let is_closed = is_closed.and_then(|closed| closed.0.try_get_untracked()).unwrap_or_default();
    if let (true, Some(element), Some(held)) = (is_closed, event.target(), held) {
        let _ = Reflect::set(&element, &property.into(), &held.into());
    }
}

/// A box to tick, with its words.
#[component]
pub fn Check(
    /// The accessible name, where the words beside the box are not enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// What the pointer reads about it.
    #[prop(optional, into)]
    tip: Option<String>,
    #[prop(default = "check")] class: &'static str,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let is_closed = use_context::<FieldsClosed>();
    view! {
        <label class=class title=tip>
            <input
                type="checkbox"
                aria-label=label
                prop:checked=move || checked.get()
                on:change=move |event| {
                    let _ = on_change.try_run(event_target_checked(&event));
                    show_again(is_closed, &event, "checked", checked.try_get_untracked());
                }
            />
            {children.map(|children| children())}
        </label>
    }
    .into_any()
}
