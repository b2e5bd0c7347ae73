//! Fields that are chosen, not typed: a list and a box to tick. A choice is committed at once.

use leptos::prelude::*;

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
    view! {
        <select
            id=id
            aria-label=move || label.map(|label| label.get())
            prop:value=move || chosen.get()
            on:change=move |event| { let _ = on_choose.try_run(event_target_value(&event)); }
        >
            {shown}
        </select>
    }
    .into_any()
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
    view! {
        <label class=class title=tip>
            <input
                type="checkbox"
                aria-label=label
                prop:checked=move || checked.get()
                on:change=move |event| { let _ = on_change.try_run(event_target_checked(&event)); }
            />
            {children.map(|children| children())}
        </label>
    }
    .into_any()
}
