//! Every function, with what is documented, what is assumed, and examples to take over.

use leptos::prelude::*;

use crate::{
    app::widgets::{Button, ButtonKind, Dialog},
    expression::functions::{FUNCTIONS, Function},
};

/// The reference; what is chosen goes into the expression.
#[component]
pub(super) fn FunctionReference(open: RwSignal<bool>, #[prop(into)] on_insert: Callback<String>) -> impl IntoView {
    let wanted = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = wanted.get().to_lowercase();
        let matches = |function: &&&'static Function| {
            function.name.to_lowercase().contains(&wanted) || function.summary.to_lowercase().contains(&wanted)
        };
        FUNCTIONS.iter().filter(matches).map(|function| function.name).collect::<Vec<_>>()
    });
    let take = Callback::new(move |piece: String| {
        open.set(false);
        on_insert.run(piece);
    });
    view! {
        <Dialog open title="Functions">
            <input
                class="reference-search"
                type="search"
                aria-label="Search functions"
                placeholder="Search functions"
                autocomplete="off"
                prop:value=move || wanted.get()
                on:input=move |event| wanted.set(event_target_value(&event))
            />
            <p class="visually-hidden" role="status">{move || format!("{} functions", found.with(Vec::len))}</p>
            <div class="reference-list">
                {move || FUNCTIONS
                    .iter()
                    .filter(|function| found.with(|found| found.contains(&function.name)))
                    .map(|function| view! { <Entry function take /> })
                    .collect_view()}
                {move || found.with(Vec::is_empty).then(|| view! { <p>"No function has that in its name or its purpose."</p> })}
            </div>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Entry(function: &'static Function, take: Callback<String>) -> impl IntoView {
    let examples = function
        .examples
        .iter()
        .map(|example| {
            let expression = example.expression;
            let value = match example.value {
                None => "no value",
                Some("") => "an empty text",
                Some(value) => value,
            };
            view! {
                <li>
                    <code>{expression}</code> " → " <code>{value}</code>
                    <Button kind=ButtonKind::Quiet label=format!("Insert {expression}") on_press=move || take.run(expression.to_owned())>"Insert"</Button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="reference-entry">
            <summary><code>{function.signature()}</code></summary>
            <p>{function.summary}</p>
            {(!function.assumed.is_empty()).then(|| view! {
                <p class="reference-assumed"><b>"Not documented; assumed: "</b>{function.assumed}</p>
            })}
            <ul>{examples}</ul>
            <Button on_press=move || take.run(format!("{}()", function.name))>{format!("Insert {}()", function.name)}</Button>
        </details>
    }
    .into_any()
}
