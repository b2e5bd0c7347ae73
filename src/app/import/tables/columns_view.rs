//! The columns of a table with what each holds, to correct the guess.

use leptos::prelude::*;

use super::table_state::TableState;
use crate::{
    app::widgets::{Choice, SegmentedControl},
    exchange::tables::{Basis, Role},
    plan::ObjectKind,
};

const fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Heading => "by its heading",
        Basis::Content => "by its cells",
        Basis::Chosen => "chosen",
        Basis::Nothing => "",
    }
}

/// A row for every column. JSON rows have none.
#[component]
pub(super) fn ColumnsView(state: TableState) -> impl IntoView {
    let count = Memo::new(move |_| state.columns.with(|columns| columns.as_ref().map_or(0, |one| one.columns.len())));
    let has_object = Memo::new(move |_| {
        state.columns.with(|columns| columns.as_ref().is_some_and(|columns| columns.at(Role::Object).is_some()))
    });
    let kind = Signal::derive(move || {
        state.columns.with(|columns| usize::from(columns.as_ref().is_some_and(|one| one.object == ObjectKind::Group)))
    });
    move || {
        (count.get() > 0).then(|| {
            let chosen = state.chosen.get();
            view! {
                <section aria-label="Columns" class="table-columns">
                    <h3>"Columns"</h3>
                    <table>
                        <thead><tr><th scope="col">"Column"</th><th scope="col">"First cell"</th><th scope="col">"Holds"</th></tr></thead>
                        <tbody>{(0..count.get()).map(|at| view! { <ColumnRow state at /> }).collect_view()}</tbody>
                    </table>
                    {(!has_object.get()).then(|| view! {
                        <div class="table-objects">
                            <span>"The rows are for"</span>
                            <SegmentedControl
                                label=format!("The rows of table {} are for", chosen + 1)
                                options=ObjectKind::ALL.map(ObjectKind::plural).to_vec()
                                selected=kind
                                on_select=move |at: usize| state.set_object(ObjectKind::ALL.get(at).copied().unwrap_or_default())
                            />
                        </div>
                    })}
                </section>
            }
        })
    }
}

#[component]
fn ColumnRow(state: TableState, at: usize) -> impl IntoView {
    let column = Memo::new(move |_| {
        state.columns.with(|columns| columns.as_ref().and_then(|columns| columns.columns.get(at)).cloned())
    });
    let heading = move || column.get().map(|column| column.heading).unwrap_or_default();
    let options: Vec<_> = Role::ALL.into_iter().map(|role| (role.name().to_owned(), role.label().to_owned())).collect();
    let chosen = Signal::derive(move || column.get().map_or("", |column| column.role.name()).to_owned());
    let is_used = move || column.get().is_some_and(|column| column.role != Role::Ignored);
    let label = Signal::derive(move || format!("What “{}” holds", heading()));
    view! {
        <tr data-used=move || is_used().then_some("true")>
            <th scope="row">{heading}</th>
            <td class="table-sample">{move || column.get().map(|column| column.sample)}</td>
            <td>
                <Choice label options chosen on_choose=move |name: String| {
                    if let Some(role) = Role::from_name(&name) {
                        state.set_role(at, role);
                    }
                } />
                <span class="muted">{move || column.get().filter(|_| is_used()).map(|column| basis_words(column.basis))}</span>
            </td>
        </tr>
    }
    .into_any()
}
