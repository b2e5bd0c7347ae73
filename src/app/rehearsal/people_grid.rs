//! The table of people: a grid with one tab stop. The arrow keys move from cell to cell, Enter opens the person. Only the rows
//! in view are in the page, and their values come from the worker in pages.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{figures::tone, table::ColumnName, use_rehearsing};
use crate::{
    analysis::rehearsal::State,
    app::{
        rehearsal_messages::{CellShown, PersonLine, TableColumn},
        widgets::{Icon, IconName, RowHeight, RowKind, RowsInView, draws},
    },
};

/// The height of a row in CSS pixels: `--row` in style/tokens.css.
const ROW: f64 = 32.0;

/// A cell: the header is row 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct CellPlace {
    row: usize,
    column: usize,
}

/// What the parts of the grid share.
#[derive(Clone, Copy)]
struct Grid {
    in_view: RowsInView<usize>,
    /// The cell that the Tab key reaches.
    active: RwSignal<CellPlace>,
    columns: Memo<Vec<ColumnName>>,
    node: NodeRef<html::Table>,
}

impl Grid {
    fn last_column(self) -> usize {
        self.columns.with_untracked(Vec::len).saturating_sub(1)
    }

    /// Moves the focus to a cell of a row of people, or to a heading.
    fn go(self, place: CellPlace) {
        self.active.set(place);
        if let Some(row) = place.row.checked_sub(1) {
            return self.in_view.focus(row);
        }
        let heading = self.node.get_untracked().and_then(|table| {
            table.query_selector(&format!("thead [data-column=\"{}\"]", place.column)).ok().flatten()
        });
        focus(heading);
    }

    fn keydown(self, event: &ev::KeyboardEvent) {
        if event.alt_key() || event.shift_key() {
            return;
        }
        let CellPlace { row, column } = self.active.get_untracked();
        let last = self.last_column();
        let count = self.in_view.count_now();
        let to = match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
            ("ArrowLeft", false) => CellPlace { row, column: column.saturating_sub(1) },
            ("ArrowRight", false) => CellPlace { row, column: (column + 1).min(last) },
            ("Home", false) => CellPlace { row, column: 0 },
            ("End", false) => CellPlace { row, column: last },
            ("Home", true) => CellPlace { row: 1.min(count), column: 0 },
            ("End", true) => CellPlace { row: count, column: last },
            ("ArrowUp", false) if row <= 1 => CellPlace { row: 0, column },
            ("ArrowDown", false) if row == 0 => CellPlace { row: 1.min(count), column },
            ("ArrowUp" | "ArrowDown" | "PageUp" | "PageDown", false) if row > 0 => {
                // The row tells where it is when the focus comes.
                self.in_view.keydown(event, row - 1);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.go(to);
    }
}

fn focus(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

#[component]
pub(super) fn PeopleGrid() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let table = rehearsing.table;
    let total = Memo::new(move |_| table.pages.with(|pages| pages.total));
    let columns = Memo::new(move |_| table.shown_columns());
    let is_early = table.is_early;
    let active = RwSignal::new(CellPlace { row: 1, column: 0 });
    let in_view =
        RowsInView::new(move || total.get(), RowHeight::Every(ROW), |at| at, move || active.get().row.checked_sub(1));
    let grid = Grid { in_view, active, columns, node: NodeRef::new() };
    // Every page that a drawn row needs is asked for once.
    Effect::new(move || {
        table.pages.track();
        rehearsing.ask_rows(&in_view.drawn_rows());
    });
    let heading = move || {
        let heading = |(at, column): (usize, ColumnName)| view! { <Heading grid at column /> };
        columns.get().into_iter().enumerate().map(heading).collect_view()
    };
    view! {
        <div class="rehearsal-grid">
            <table
                role="grid"
                aria-label="People"
                aria-busy=move || is_early.get().then_some("true")
                aria-rowcount=move || if is_early.get() { "-1".to_owned() } else { (total.get() + 1).to_string() }
                aria-colcount=move || columns.with(Vec::len).to_string()
                node_ref=grid.node
                on:keydown=move |event| grid.keydown(&event)
            >
                <thead><tr aria-rowindex="1">{heading}</tr></thead>
                <tbody use:draws=in_view.drawn(RowKind::Table { columns: 1 }, move |at, _| view! { <Row grid at /> })></tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Heading(grid: Grid, at: usize, column: ColumnName) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let sort = rehearsing.table.sort;
    let own = column.clone();
    let order = Memo::new(move |_| {
        sort.with(|sort| sort.as_ref().filter(|(by, _)| *by == own).map(|(_, descending)| *descending))
    });
    let aria = move || match order.get() {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    let place = CellPlace { row: 0, column: at };
    let tab = move || if grid.active.get() == place { "0" } else { "-1" };
    let (words, tip) = (column.words(), column.words());
    let is_name = matches!(column, ColumnName::Target(_));
    view! {
        <th scope="col" aria-sort=aria aria-colindex=(at + 1).to_string() data-mono=is_name.then_some("true")>
            <button type="button" data-column=at.to_string() tabindex=tab title=tip
                on:focus=move |_| grid.active.set(place)
                on:click=move |_| rehearsing.sort_by(column.clone())>
                <span>{words}</span>
                {move || order.get().map(|descending| view! { <Icon name=if descending { IconName::Down } else { IconName::Up } /> })}
            </button>
        </th>
    }
    .into_any()
}

#[component]
fn Row(grid: Grid, at: usize) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let table = rehearsing.table;
    let line = Memo::new(move |_| table.pages.with(|pages| pages.line(at)));
    let node = NodeRef::<html::Tr>::new();
    let open = move || {
        if let Some(line) = line.get_untracked() {
            rehearsing.open_person(line.row);
        }
    };
    // The list moves the focus to rows. In a grid it belongs to a cell.
    let came = move |_| {
        let column = grid.active.get_untracked().column;
        grid.active.set(CellPlace { row: at + 1, column });
        let cell = node
            .get_untracked()
            .and_then(|row| row.query_selector(&format!("[data-column=\"{column}\"]")).ok().flatten());
        focus(cell);
    };
    let keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.ctrl_key() && !event.alt_key() {
            event.prevent_default();
            open();
        }
    };
    // Cells stay when their values come or change, so that the focus stays too.
    let cells = move || {
        let cell = |(column, name): (usize, ColumnName)| {
            view! { <Cell grid place=CellPlace { row: at + 1, column } name line /> }
        };
        grid.columns.get().into_iter().enumerate().map(cell).collect_view()
    };
    view! {
        <tr node_ref=node tabindex="-1" aria-rowindex=(at + 2).to_string() on:focus=came on:click=move |_| open() on:keydown=keydown>{cells}</tr>
    }
    .into_any()
}

#[component]
fn Cell(grid: Grid, place: CellPlace, name: ColumnName, line: Memo<Option<PersonLine>>) -> impl IntoView {
    let tab = move || if grid.active.get() == place { "0" } else { "-1" };
    let is_action = name == ColumnName::Fixed(TableColumn::Action);
    let is_name =
        matches!(name, ColumnName::Target(_) | ColumnName::Source(_) | ColumnName::Fixed(TableColumn::Problems));
    let shown = Memo::new(move |_| {
        line.with(|line| line.as_ref().and_then(|line| Some((line.action, line.cells.get(place.column)?.clone()?))))
    });
    let content = move || match shown.get() {
        None => view! { <span class="rehearsal-placeholder" role="img" aria-label="Loading"></span> }.into_any(),
        Some((Some(action), cell)) if is_action && cell.state == State::Value => {
            view! { <span class="rehearsal-action" data-tone=tone(action)>{cell.text}</span> }.into_any()
        }
        Some((_, CellShown { text, state })) => match state {
            State::Value => text.into_any(),
            State::Default => view! { {text} " " <small>"default"</small> }.into_any(),
            State::Empty => ().into_any(),
            State::Unknown => view! { <span class="rehearsal-no-value">"not known"</span> }.into_any(),
            State::Failed => view! { <span class="rehearsal-no-value" data-state="failed">"fails"</span> }.into_any(),
        },
    };
    view! {
        <td
            data-column=place.column.to_string()
            tabindex=tab
            aria-colindex=(place.column + 1).to_string()
            data-mono=is_name.then_some("true")
            on:focus=move |_| grid.active.set(place)
        >{content}</td>
    }
    .into_any()
}
