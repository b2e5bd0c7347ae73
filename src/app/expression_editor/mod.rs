//! The expression's field: text with colours under it, help while typing, its reading, the value of every part, and what
//! it comes to for the sample person.

mod colours;
mod field;
mod parts_of_value;
mod playground;
mod proposals;
mod reference;
mod result;

pub use result::{ResultLine, readable};

use leptos::prelude::*;

use self::{
    field::ExpressionField, parts_of_value::PartsOfValue, playground::Playground, reference::FunctionReference,
};
use super::{
    problems::{FieldProblems, control},
    state::use_workspace,
    widgets::{Button, ButtonKind},
};
use crate::{
    expression::{parse, print, print_indented, reading},
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
    /// Its place there.
    mapping: usize,
    /// The expression.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let workspace = use_workspace();
    let words = Memo::new(move |_| parse(&text.get()).tree.map(|tree| reading(&tree)).unwrap_or_default());
    let set = Callback::new(move |expression: String| {
        let source = MappingSource::Expression { expression };
        let edit = Edit::SetSource { kind, index: mapping, source };
        workspace.dispatch(vec![edit], "Change the expression", Some(&format!("expression {kind:?} {mapping}")));
    });
    let reference = RwSignal::new(false);
    let playground = RwSignal::new(false);
    let insert = RwSignal::new(None::<String>);
    let is_indented = Memo::new(move |_| text.with(|text| text.contains('\n')));
    let reformat = move || {
        let parsed = text.with_untracked(|text| parse(text));
        let Some(tree) = parsed.tree.as_ref().filter(|_| !parsed.is_broken()) else {
            workspace.announce("The expression has a mistake; mend it first.");
            return;
        };
        set.run(if is_indented.get_untracked() { print(tree) } else { print_indented(tree, LINE) });
        workspace.close_step();
    };
    let has_error = Memo::new(move |_| {
        workspace.analysis.with(|analysis| {
            analysis.open_problems().any(|problem| {
                problem.place.kind == Some(kind)
                    && problem.place.mapping == Some(mapping)
                    && problem.place.field == Some(Field::Expression)
                    && problem.severity == crate::lint::Severity::Error
            })
        })
    });
    view! {
        <div class="field">
            <label for=control(Field::Expression)>"Expression"</label>
            <ExpressionField
                id=control(Field::Expression)
                kind
                text
                set
                insert
                has_error
                described_by="expression-help expression-problems"
                on_help=move |()| reference.set(true)
                on_leave=move |()| workspace.close_step()
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
                <FieldProblems kind mapping fields=vec![Some(Field::Expression), Some(Field::SourceAttribute)] />
            </div>
            <PartsOfValue text />
            <FunctionReference open=reference on_insert=move |piece: String| insert.set(Some(piece)) />
            <Playground open=playground kind text on_use=move |expression: String| {
                set.run(expression);
                workspace.close_step();
            } />
        </div>
    }
    .into_any()
}
