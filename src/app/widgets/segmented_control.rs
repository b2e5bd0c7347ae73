//! A choice of a few options that are all visible: a radio group that looks like Entra's switch.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// A switch between a few options. Arrow keys move and choose, as in every radio group.
#[component]
pub fn SegmentedControl(
    /// The name of the choice, for screen readers.
    #[prop(into)]
    label: String,
    #[prop(into)] options: Vec<&'static str>,
    #[prop(into)] selected: Signal<usize>,
    #[prop(into)] on_select: Callback<usize>,
    /// As wide as its container.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let count = options.len();
    let keydown = move |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => count.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        let next = (selected.get_untracked() + step) % count.max(1);
        on_select.run(next);
        let group = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let index = u32::try_from(next).unwrap_or_default();
        if let Some(button) = group
            .and_then(|group| group.children().item(index))
            .and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = button.focus();
        }
    };
    let buttons: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            let is_selected = move || selected.get() == index;
            view! {
                <button
                    type="button"
                    role="radio"
                    aria-checked=move || if is_selected() { "true" } else { "false" }
                    tabindex=move || if is_selected() { "0" } else { "-1" }
                    on:click=move |_| on_select.run(index)
                >
                    {option}
                </button>
            }
        })
        .collect();
    view! {
        <div class="segmented-control" role="radiogroup" aria-label=label data-wide=wide.then_some("true") on:keydown=keydown>
            {buttons}
        </div>
    }
    .into_any()
}
