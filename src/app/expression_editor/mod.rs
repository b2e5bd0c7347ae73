//! The expression's field: text with colours under it, its reading, and what it comes to for the sample person.

mod colours;
mod result;

pub use result::{ResultLine, readable};

use leptos::prelude::*;

use super::{
    problems::{FieldProblems, control},
    state::use_workspace,
};
use crate::{
    expression::{parse, reading},
    lint::Field,
    plan::{Edit, MappingSource, ObjectKind},
};

/// Edits the expression of a mapping.
#[component]
pub fn ExpressionEditor(
    /// The mapping's table.
    kind: ObjectKind,
    /// Its place there.
    mapping: usize,
    /// The expression.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let workspace = use_workspace();
    let words = Memo::new(move |_| parse(&text.get()).tree.map(|tree| reading(&tree)).unwrap_or_default());
    let input = move |event| {
        let source = MappingSource::Expression { expression: event_target_value(&event) };
        let edit = Edit::SetSource { kind, index: mapping, source };
        workspace.dispatch(vec![edit], "Change the expression", Some(&format!("expression {kind:?} {mapping}")));
    };
    view! {
        <div class="field">
            <label for=control(Field::Expression)>"Expression"</label>
            <div class="expression-editor">
                <pre aria-hidden="true">{move || colours::coloured(&text.get())}</pre>
                <textarea
                    id=control(Field::Expression)
                    rows="1"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    prop:value=move || text.get()
                    on:input=input
                    on:blur=move |_| workspace.close_step()
                ></textarea>
            </div>
            <p class="expression-reading">{words}</p>
            <FieldProblems kind mapping fields=vec![Some(Field::Expression), Some(Field::SourceAttribute)] />
        </div>
    }
    .into_any()
}
