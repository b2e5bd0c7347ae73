//! A table becomes a plan, or changes the open one, after you have seen what each row means.
//!
//! All of it is a part: it loads with the first table.

mod columns_view;
mod rows_view;
mod table_state;
mod take_over;

use leptos::prelude::*;

use columns_view::ColumnsView;
use rows_view::RowsView;
use table_state::TableState;
use take_over::TakeOver;

use crate::{
    app::{
        import::use_import,
        widgets::{Button, Choice},
    },
    exchange::tables::{Columns, Grid, TableFile, name_of},
    text::{capitalised, counted, sentence},
};

/// Shows the tables of a file, which are given as JSON.
pub(super) fn show(name: &str, tables: &str) -> AnyView {
    match serde_json::from_str::<TableFile>(tables) {
        Ok(file) => {
            let state = TableState::new(name, file);
            view! { <TableImport state /> }.into_any()
        }
        // The worker and the page are of one build: this is a broken page.
        Err(_) => view! { <p role="alert">"The table could not be shown. Load the page again."</p> }.into_any(),
    }
}

#[component]
fn TableImport(state: TableState) -> impl IntoView {
    let import = use_import();
    let question = move || state.columns.with(|columns| columns.as_ref().and_then(Columns::question));
    let is_repeated = move || {
        state
            .columns
            .with(|columns| columns.as_ref().is_some_and(|columns| columns.columns.iter().any(|one| one.repeated)))
    };
    view! {
        <div class="table-import">
            <TableChoice state />
            {move || question().map(|question| view! {
                <div class="table-question" role="alert">
                    <p><b>"Choose the columns. "</b> {capitalised(&sentence(&question))}</p>
                    {is_repeated().then(|| view! {
                        <Button on_press=move || state.keep_guess()>"Use the columns as shown"</Button>
                    })}
                </div>
            })}
            <ColumnsView state />
            {move || if question().is_some() {
                view! { <div class="export-actions"><Button on_press=move || import.close()>"Cancel"</Button></div> }.into_any()
            } else {
                view! { <RowsView state /> <Notes state /> <TakeOver state /> }.into_any()
            }}
        </div>
    }
    .into_any()
}

/// Which table of the file is read, if it has several.
#[component]
fn TableChoice(state: TableState) -> impl IntoView {
    let names = state.tables();
    (names.len() > 1).then(|| {
        let count = names.len();
        let options: Vec<_> = names.into_iter().enumerate().map(|(at, name)| (at.to_string(), name)).collect();
        let chosen = Signal::derive(move || state.chosen.get().to_string());
        let choose = move |at: String| {
            if let Ok(at) = at.parse() {
                state.choose(at);
            }
        };
        view! {
            <label class="import-choice">{format!("Table ({} in the file)", counted(count, "table"))} " "
                <Choice options chosen on_choose=choose />
            </label>
        }
    })
}

/// What to know about the file and the table as a whole.
#[component]
fn Notes(state: TableState) -> impl IntoView {
    let notes = move || {
        let mut notes = state.notes();
        state.reading.with(|reading| notes.extend(reading.notes.iter().cloned()));
        notes
    };
    move || {
        let notes = notes();
        (!notes.is_empty()).then(|| {
            view! {
                <details class="table-notes" open=notes.len() < 4>
                    <summary>{format!("{} about the table", counted(notes.len(), "note"))}</summary>
                    <ul aria-label="Notes about the table">
                        {notes.iter().map(|note| view! { <li>{capitalised(&sentence(note))}</li> }).collect_view()}
                    </ul>
                </details>
            }
        })
    }
}

/// The name of a table for a list.
fn table_name(grid: &Grid, at: usize) -> String {
    format!("{} ({})", name_of(grid, at), counted(grid.rows.len(), "row"))
}
