//! Every function: what it does, what is assumed about it, and examples to insert.

use leptos::prelude::*;

use crate::{
    app::widgets::{Button, ButtonKind, Dialog, Entry, TextInput},
    expression::functions::{FUNCTIONS, Function},
};

/// The reference. What you choose is inserted into the expression.
#[component]
pub(super) fn FunctionReference(open: RwSignal<bool>, #[prop(into)] on_insert: Callback<String>) -> impl IntoView {
    let search = Entry::form("search functions").quiet();
    let found = Memo::new(move |_| {
        let wanted = search.text().to_lowercase();
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
        <Dialog open on_close=move |()| open.set(false) title="Functions">
            <TextInput entry=search class="reference-search" label="Search functions" placeholder="Search functions" search=true />
            <p class="visually-hidden" role="status">{move || crate::text::counted(found.with(Vec::len), "function")}</p>
            <div class="reference-list">
                {move || FUNCTIONS
                    .iter()
                    .filter(|function| found.with(|found| found.contains(&function.name)))
                    .map(|function| view! { <FunctionEntry function take /> })
                    .collect_view()}
                {move || found.with(Vec::is_empty).then(|| view! { <p>"No function has this text in its name or description."</p> })}
            </div>
        </Dialog>
    }
    .into_any()
}

#[component]
fn FunctionEntry(function: &'static Function, take: Callback<String>) -> impl IntoView {
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
