//! The list of proposals at the cursor.

use leptos::prelude::*;

use crate::expression::assist::{Completion, CompletionKind};

const fn kind_name(kind: CompletionKind) -> &'static str {
    match kind {
        CompletionKind::Constant => "constant",
        CompletionKind::Attribute => "attribute",
        CompletionKind::Function => "function",
        CompletionKind::Word => "word",
    }
}

/// The proposals. The field keeps the focus and names the chosen proposal to screen readers.
#[component]
pub(super) fn Proposals(
    id: String,
    proposals: Memo<Vec<Completion>>,
    chosen: RwSignal<usize>,
    take: Callback<Completion>,
) -> impl IntoView {
    let option_id = StoredValue::new(id.clone());
    view! {
        <ul class="expression-proposals" role="listbox" id=id aria-label="Proposals" hidden=move || proposals.with(Vec::is_empty)>
            {move || proposals.get().into_iter().enumerate().map(|(index, proposal)| {
                let (label, detail, kind) = (proposal.label.clone(), proposal.detail.clone(), kind_name(proposal.kind));
                view! {
                    <li
                        role="option"
                        id=format!("{}-{index}", option_id.get_value())
                        aria-selected=move || (chosen.get() == index).to_string()
                        data-kind=kind
                        // Before the field loses the focus, which closes the list.
                        on:pointerdown=move |event| {
                            event.prevent_default();
                            take.run(proposal.clone());
                        }
                    >
                        <code>{label}</code>
                        <small>{detail}</small>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
    .into_any()
}
