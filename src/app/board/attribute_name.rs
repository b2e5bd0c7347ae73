//! The name of an attribute on its row. If the whole name does not fit, the middle is cut.

use leptos::prelude::*;

use crate::{catalog::short_name, plan::AttributeSide};

/// The end of a long name that is always shown: names differ at the end.
const TAIL: usize = 7;
/// Up to this length a name is never cut.
const SHORT: usize = 12;

/// The short name, and the whole one where it says more: it shows under the pointer and with the focus.
pub(super) fn name_view(side: AttributeSide, name: &str) -> AnyView {
    let short = short_name(side, name);
    let whole =
        (short != name).then(|| view! { <span class="board-whole" aria-hidden="true">{name.to_owned()}</span> });
    let count = short.chars().count();
    let (head, tail) = if count > SHORT {
        let at = short.char_indices().nth(count - TAIL).map_or(short.len(), |(at, _)| at);
        let (head, tail) = short.split_at(at);
        (head.to_owned(), tail.to_owned())
    } else {
        (String::new(), short)
    };
    view! {
        <code class="board-name">{(!head.is_empty()).then(|| view! { <span>{head}</span> })}<span>{tail}</span></code>
        {whole}
    }
    .into_any()
}
