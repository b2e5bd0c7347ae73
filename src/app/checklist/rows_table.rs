//! The table of a step: a row for each mapping or attribute. Only the rows near the view are drawn.

use std::sync::Arc;

use leptos::prelude::*;

use super::marking::{self, Marks};
use crate::{
    analysis::checklist::{Action, FieldValue, Step},
    app::{
        state::use_workspace,
        widgets::{Check, CopyButton, RowHeight, RowKind, RowsInView, TextInput, draws},
    },
    catalog::short_name,
    plan::AttributeSide,
};

/// About the height of a row: style/components/checklist-table.css.
const ROW: f64 = 45.0;

/// The rows of a step.
#[component]
pub(super) fn RowsTable(step: Arc<Step>, marks: Marks) -> impl IntoView {
    let lists_mappings = step.lists_mappings();
    let count = step.rows.len();
    let label = step.title.clone();
    let are_noted = marks.are_rows_noted(&step);
    let step = StoredValue::new(step);
    let rows = RowsInView::new(
        move || count,
        RowHeight::About(ROW),
        move |at| step.with_value(|step| step.rows.get(at).map(|row| row.id.clone())),
        || None,
    );
    let columns = if lists_mappings { 7 } else { 5 };
    let row = move |_, at: Memo<usize>| {
        step.with_value(|step| {
            let row = step.rows.get(at.get_untracked())?.clone();
            let says_why = row.action != Action::Keep && row.why != step.why;
            Some(view! { <Row row says_why lists_mappings marks /> })
        })
    };
    view! {
        <table class="checklist-table" role="table" data-noted=move || are_noted.get().to_string() aria-label=label aria-rowcount=(count + 1).to_string()>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">"Done"</th>
                    {lists_mappings.then(|| view! { <th role="columnheader" scope="col">"Do"</th><th role="columnheader" scope="col">"Source"</th> })}
                    <th role="columnheader" scope="col">{if lists_mappings { "Target attribute" } else { "Attribute" }}</th>
                    <th role="columnheader" scope="col">"Enter or check"</th>
                    <th role="columnheader" scope="col" class="checklist-row-mark">"Owner"</th>
                    <th role="columnheader" scope="col" class="checklist-row-mark">"Note"</th>
                </tr>
            </thead>
            <tbody role="rowgroup" use:draws=rows.drawn(RowKind::Table { columns }, row)></tbody>
        </table>
    }
    .into_any()
}

/// One mapping or attribute.
#[component]
fn Row(row: Step, says_why: bool, lists_mappings: bool, marks: Marks) -> impl IntoView {
    let workspace = use_workspace();
    let live = marks.of(&row.id);
    let (owner, note) = (marking::owner(&row, live), marking::note(&row, live));
    let action = if row.action == Action::Do { "Compare" } else { row.action.name() };
    let name = if lists_mappings { format!("{action} {}", row.title) } else { row.title.clone() };
    let (owner_label, note_label) = (format!("Owner of {}", row.title), format!("Note on {}", row.title));
    let shown = row.row_shown();
    // A row to leave or to delete is only looked at: nothing of it is typed.
    let source = shown.source.map(|field| value_view(AttributeSide::Source, field, &row.title));
    let target = shown.name.map(|field| {
        if lists_mappings { value_view(AttributeSide::Target, field, &row.title) } else { name_view(field, &row.title) }
    });
    let more = shown.more.iter().map(|field| {
        view! { <p>{format!("{}: ", field.label)} {before(field)} {plain(field)} {copy(field, &row.title)}</p> }
    });
    let more = more.collect_view();
    // The reason says the short name too.
    let full = shown.name.map_or("", |field| field.previous.as_deref().unwrap_or(&field.value));
    let is_long = lists_mappings && !full.is_empty();
    let why = if is_long { row.why.replace(full, &short_name(AttributeSide::Target, full)) } else { row.why.clone() };
    let why = (says_why && !why.is_empty()).then(|| view! { <p class="muted">{why}</p> });
    let action_name = row.action.name();
    let ticked = row.clone();
    view! {
        <tr role="row" class="checklist-row" data-action=action_name data-done=move || live.with(|live| live.done).to_string()>
            <td role="cell" class="checklist-row-done">
                <Check class="checklist-tick" label=name checked=Signal::derive(move || live.with(|live| live.done)) on_change=move |done| marking::tick(workspace, &ticked, done) />
            </td>
            {lists_mappings.then(|| view! { <td role="cell" class="checklist-row-do">{action}</td><td role="cell" class="checklist-row-end">{source}</td> })}
            <th role="rowheader" scope="row" class="checklist-row-end">{target}</th>
            <td role="cell" class="checklist-row-more">
                {move || live.with(|live| live.changed_since).then(|| view! { <span class="changed-since">"Changed since it was ticked"</span> })}
                {more}
                {why}
            </td>
            <td role="cell" class="checklist-row-mark"><TextInput entry=owner placeholder="Owner" label=owner_label /></td>
            <td role="cell" class="checklist-row-mark"><TextInput entry=note placeholder="Note" label=note_label /></td>
        </tr>
    }
    .into_any()
}

fn before(field: &FieldValue) -> impl IntoView + use<> {
    field.previous.clone().map(|previous| view! { <del>{previous}</del> " → " })
}

fn plain(field: &FieldValue) -> AnyView {
    let value = field.value.clone();
    if field.code { view! { <code>{value}</code> }.into_any() } else { value.into_any() }
}

fn copy(field: &FieldValue, title: &str) -> Option<AnyView> {
    let name = format!("{} for {title}", field.label);
    field.copy.then(|| view! { <CopyButton text=field.value.clone() what=name /> }.into_any())
}

/// An end of a mapping: the short name, with the whole one under the pointer, and a button that copies the whole one.
fn value_view(side: AttributeSide, field: &FieldValue, title: &str) -> AnyView {
    let short = |name: &str| if field.label == "Expression" { name.to_owned() } else { short_name(side, name) };
    let (now, whole) = (short(&field.value), field.value.clone());
    let before = field.previous.as_deref().map(|previous| view! { <del>{short(previous)}</del> " → " });
    view! { {before} <code title=whole>{now}</code> {copy(field, title)} }.into_any()
}

/// The name of an attribute to add, whole.
fn name_view(field: &FieldValue, title: &str) -> AnyView {
    view! { <code>{field.value.clone()}</code> {copy(field, title)} }.into_any()
}
