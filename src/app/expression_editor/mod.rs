//! The expression's field: coloured text, help while you type, the expression in words, and the value of every part for
//! the sample person.

mod colours;
mod field;
mod parts_of_value;
mod playground;
mod proposals;
mod reference;
mod result;
mod typing;

pub use result::{ResultLine, readable};

use leptos::prelude::*;

use self::{
    field::ExpressionField, parts_of_value::PartsOfValue, playground::Playground, reference::FunctionReference,
    typing::Typing,
};
use super::{
    plan_field::plan_field,
    problems::{FieldProblems, control},
    state::use_workspace,
    widgets::{Button, ButtonKind},
};
use crate::{
    editor::{MappingId, MergeKey},
    expression::{print, print_indented, read, reading},
    lint::Field,
    plan::{Edit, MappingSource, ObjectKind},
};

/// Characters of a line of the inspector.
const LINE: usize = 40;

/// Edits the expression of a mapping.
#[component]
pub fn ExpressionEditor(
    /// The mapping's table.
    kind: ObjectKind,
    /// The mapping.
    mapping: MappingId,
    /// The expression.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let workspace = use_workspace();
    let words = Memo::new(move |_| text.with(|text| read(text).tree().map(reading).unwrap_or_default()));
    let entry =
        plan_field(MergeKey::Mapping(mapping, Field::Expression), "Change the expression", text, move |expression| {
            let (kind, index) = untrack(|| workspace.place_of(mapping))?;
            let source = MappingSource::Expression { expression };
            Some(vec![Edit::SetSource { kind, index, source }])
        });
    let typing = Typing::new(entry);
    // Nothing that is done here at once belongs to what is typed before or after it.
    let set = move |text: String| {
        workspace.close_step();
        entry.input(text);
        entry.leave();
    };
    let reference = RwSignal::new(false);
    let playground = RwSignal::new(false);
    let is_indented = Memo::new(move |_| text.with(|text| text.contains('\n')));
    let reformat = move || {
        let read = text.with_untracked(|text| read(text));
        let Some(tree) = read.tree().filter(|_| !read.parsed().is_broken()) else {
            workspace.announce("The expression has a mistake. Correct it first.");
            return;
        };
        set(if is_indented.get_untracked() { print(tree) } else { print_indented(tree, LINE) });
    };
    // Text that the plan could not take is as wrong as text that Entra refuses.
    let has_error = Memo::new(move |_| {
        entry.is_pending()
            || workspace.problems.with(|problems| {
                problems.iter().any(|problem| {
                    problem.mapping == Some(mapping)
                        && problem.diagnostic.place.field == Some(Field::Expression)
                        && problem.diagnostic.severity == crate::lint::Severity::Error
                })
            })
    });
    view! {
        <div class="field">
            <label for=control(Field::Expression)>"Expression"</label>
            <ExpressionField
                id=control(Field::Expression)
                kind
                typing
                has_error
                described_by="expression-help expression-problems"
                on_help=move |()| reference.set(true)
            />
            <div class="expression-tools" id="expression-help">
                <Button kind=ButtonKind::Quiet tip="F1" on_press=move || reference.set(true)>"Functions"</Button>
                <Button kind=ButtonKind::Quiet on_press=reformat>
                    {move || if is_indented.get() { "One line" } else { "Indent" }}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move || playground.set(true)>"Try it on everyone"</Button>
            </div>
            <p class="expression-reading">{words}</p>
            <div id="expression-problems">
                <FieldProblems mapping fields=vec![Some(Field::Expression), Some(Field::SourceAttribute)] />
            </div>
            <PartsOfValue text />
            <FunctionReference open=reference on_insert=move |piece: String| typing.insert(&piece) />
            <Playground open=playground kind mapping text on_use=set />
        </div>
    }
    .into_any()
}
