//! Which people the table shows, in which columns and order, and the pages of them that have come.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use leptos::prelude::*;

use crate::{
    analysis::rehearsal::{Action, Query, Report, State},
    app::rehearsal_messages::{FileRead, PersonLine, RowsPage, RowsWanted, TableColumn},
};

/// People of one page.
const PAGE: usize = 100;
/// Pages that are kept. Far more than a screen shows.
const KEPT: usize = 40;

/// A filter of the table. There is at most one of each kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Action(Action),
    /// A problem by its code, with the words for it.
    Problem(String),
    InScope(bool),
    Matched(bool),
    /// The people whom the first cycle provisions.
    Provisioned,
    /// A target attribute with a value.
    Value(String, String),
    /// A target attribute in a state.
    State(String, State),
    /// A text in the names or the values.
    Text(String),
}

impl Filter {
    /// The words of its chip.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Action(action) => format!("Action: {}", action.label()),
            Self::Problem(code) => format!("Problem: {code}"),
            Self::InScope(true) => "In scope".to_owned(),
            Self::InScope(false) => "Out of scope".to_owned(),
            Self::Matched(true) => "With an existing user".to_owned(),
            Self::Matched(false) => "Without an existing user".to_owned(),
            Self::Provisioned => "In scope and active".to_owned(),
            Self::Value(target, value) => format!("{target}: {value}"),
            Self::State(target, state) => format!("{target}: {}", state.label()),
            Self::Text(text) => format!("Search: {text}"),
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// A column, by the name that stays when the plan changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum ColumnName {
    /// A column that every table has.
    Fixed(TableColumn),
    /// A column of the file, by its heading.
    Source(String),
    /// A target attribute.
    Target(String),
}

/// The columns that every table has, with their words.
pub(super) const FIXED: [(TableColumn, &str); 7] = [
    (TableColumn::Person, "Person"),
    (TableColumn::Action, "Action"),
    (TableColumn::Problems, "Problems"),
    (TableColumn::Scope, "Scope"),
    (TableColumn::MatchedBy, "Matched by"),
    (TableColumn::Requests, "Requests"),
    (TableColumn::Line, "Line"),
];
/// The columns that the table shows at first, and how many target attributes beside them.
const AT_FIRST: [TableColumn; 3] = [TableColumn::Person, TableColumn::Action, TableColumn::Problems];
const TARGETS_AT_FIRST: usize = 3;

impl ColumnName {
    /// The heading.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Fixed(column) => {
                let found = FIXED.iter().find(|(one, _)| one == column);
                found.map_or_else(String::new, |(_, words)| (*words).to_owned())
            }
            Self::Source(heading) => heading.clone(),
            Self::Target(target) => target.clone(),
        }
    }

    /// Where it is now; nothing if the plan or the file no longer has it.
    fn place(&self, report: &Report, file: &FileRead) -> Option<TableColumn> {
        match self {
            Self::Fixed(column) => Some(*column),
            Self::Source(heading) => {
                file.columns.iter().position(|column| column.heading == *heading).map(TableColumn::Source)
            }
            Self::Target(target) => mapping(report, target).map(TableColumn::Target),
        }
    }
}

/// The place of the mapping of a target attribute.
fn mapping(report: &Report, target: &str) -> Option<usize> {
    report.coverage.iter().find(|one| one.target == target).map(|one| one.mapping)
}

/// The pages that have come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pages {
    /// The ticket of the query that they belong to.
    ticket: u32,
    /// The columns of the cells.
    columns: Vec<ColumnName>,
    /// How many people the query picks.
    pub(super) total: usize,
    rows: BTreeMap<usize, Arc<Vec<PersonLine>>>,
}

impl Pages {
    /// A person, if the page has come.
    pub(super) fn line(&self, at: usize) -> Option<PersonLine> {
        self.rows.get(&(at / PAGE))?.get(at % PAGE).cloned()
    }
}

/// A query that was asked.
#[derive(Clone, Debug)]
struct Asked {
    wanted: RowsWanted,
    columns: Vec<ColumnName>,
    pages: BTreeSet<usize>,
}

/// The table's state. It stays while you visit other places.
#[derive(Clone, Copy)]
pub(super) struct PeopleInTable {
    pub(super) filters: RwSignal<Vec<Filter>>,
    /// The column that the people are sorted by, and whether the order is reversed.
    pub(super) sort: RwSignal<Option<(ColumnName, bool)>>,
    /// The columns that you chose; nothing for those at first.
    chosen: RwSignal<Option<Vec<ColumnName>>>,
    pub(super) pages: RwSignal<Pages>,
    asked: StoredValue<Option<Asked>>,
    /// Whether the page is of the first people of a file that is not rehearsed yet.
    pub(super) is_early: RwSignal<bool>,
}

impl PeopleInTable {
    pub(super) fn new() -> Self {
        Self {
            filters: RwSignal::new(Vec::new()),
            sort: RwSignal::new(None),
            chosen: RwSignal::new(None),
            pages: RwSignal::new(Pages::default()),
            asked: StoredValue::new(None),
            is_early: RwSignal::new(false),
        }
    }

    /// Begins again, for other people.
    pub(super) fn clear(self) {
        self.filters.set(Vec::new());
        self.sort.set(None);
        self.chosen.set(None);
        self.pages.set(Pages::default());
        self.asked.set_value(None);
        self.is_early.set(false);
    }

    /// The columns of a table without a report, by the target attributes of the mappings.
    pub(super) fn early_columns(targets: &[String]) -> Vec<(TableColumn, ColumnName)> {
        let fixed = AT_FIRST.into_iter().map(|column| (column, ColumnName::Fixed(column)));
        let target = |(at, name): (usize, &String)| (TableColumn::Target(at), ColumnName::Target(name.clone()));
        fixed.chain(targets.iter().enumerate().take(TARGETS_AT_FIRST).map(target)).collect()
    }

    /// The first people of a file have come.
    pub(super) fn take_early(self, page: RowsPage, columns: Vec<ColumnName>) {
        let rows = BTreeMap::from([(0, Arc::new(page.rows))]);
        self.pages.set(Pages { ticket: page.ticket, columns, total: page.total, rows });
        self.is_early.set(true);
    }

    /// The first people are shown no longer.
    pub(super) fn end_early(self) {
        if self.is_early.get_untracked() {
            self.pages.set(Pages::default());
            self.is_early.set(false);
        }
    }

    /// Whether a filter is on. Tracks the filters.
    pub(super) fn has(self, filter: &Filter) -> bool {
        self.filters.with(|filters| filters.contains(filter))
    }

    /// Puts a filter on, in place of another of its kind. A filter that is on goes off.
    pub(super) fn toggle(self, filter: Filter) {
        self.filters.update(|filters| {
            let was_on = filters.contains(&filter);
            filters.retain(|one| !one.is_like(&filter));
            if !was_on {
                filters.push(filter);
            }
        });
    }

    /// The text that is searched for becomes this one.
    pub(super) fn search(self, text: &str) {
        let text = text.trim().to_owned();
        self.filters.update(|filters| {
            filters.retain(|one| !matches!(one, Filter::Text(_)));
            if !text.is_empty() {
                filters.push(Filter::Text(text));
            }
        });
    }

    /// The columns of the table. Tracks the choice.
    pub(super) fn columns(self, report: &Report) -> Vec<ColumnName> {
        self.chosen.get().unwrap_or_else(|| {
            let fixed = AT_FIRST.into_iter().map(ColumnName::Fixed);
            let targets = report.coverage.iter().take(TARGETS_AT_FIRST);
            fixed.chain(targets.map(|one| ColumnName::Target(one.target.clone()))).collect()
        })
    }

    /// Shows a column, or shows it no longer.
    pub(super) fn toggle_column(self, report: &Report, column: ColumnName) {
        let mut columns = untrack(|| self.columns(report));
        if columns.contains(&column) {
            columns.retain(|one| *one != column);
        } else {
            columns.push(column);
        }
        self.chosen.set(Some(columns));
    }

    /// Sorts by a column: upwards, then downwards, then in the order of the file.
    pub(super) fn sort_by(self, column: ColumnName) {
        self.sort.update(|sort| {
            *sort = match sort.take() {
                Some((same, false)) if same == column => Some((same, true)),
                Some((same, true)) if same == column => None,
                _ => Some((column, false)),
            };
        });
    }

    /// Begins a query with the filters, the order and the columns as they are now. Tracks them. Pages of the query before
    /// stay until the first one of this query comes.
    pub(super) fn begin(self, ticket: u32, report: &Report, file: &FileRead) {
        let columns = self.columns(report);
        let placed: Vec<_> =
            columns.into_iter().filter_map(|column| Some((column.place(report, file)?, column))).collect();
        let sort = self.sort.get().and_then(|(column, descending)| Some((column.place(report, file)?, descending)));
        let mut query = Query { descending: sort.is_some_and(|(_, descending)| descending), ..Query::default() };
        self.filters.with(|filters| filters.iter().for_each(|filter| put(&mut query, filter, report)));
        let wanted = RowsWanted {
            ticket,
            query,
            sort: sort.map(|(column, _)| column),
            columns: placed.iter().map(|(column, _)| *column).collect(),
            from: 0,
            count: PAGE,
        };
        let columns = placed.into_iter().map(|(_, column)| column).collect();
        self.asked.set_value(Some(Asked { wanted, columns, pages: BTreeSet::new() }));
    }

    /// The pages to ask for, so that these rows can be shown.
    pub(super) fn missing(self, rows: &[usize]) -> Vec<RowsWanted> {
        let mut missing = Vec::new();
        let kept: BTreeSet<usize> = self.pages.with_untracked(|pages| pages.rows.keys().copied().collect());
        let shown = self.pages.with_untracked(|pages| pages.ticket);
        self.asked.update_value(|asked| {
            let Some(asked) = asked else { return };
            let is_shown = shown == asked.wanted.ticket;
            if is_shown {
                // A page that was dropped can be asked for again.
                asked.pages.retain(|page| kept.contains(page) || rows.iter().any(|row| row / PAGE == *page));
            }
            let pages: BTreeSet<usize> = rows.iter().map(|row| row / PAGE).chain((!is_shown).then_some(0)).collect();
            for page in pages {
                if !(is_shown && kept.contains(&page)) && asked.pages.insert(page) {
                    missing.push(RowsWanted { from: page * PAGE, ..asked.wanted.clone() });
                }
            }
        });
        missing
    }

    /// A page has come.
    pub(super) fn take(self, page: RowsPage) {
        let columns = self.asked.with_value(|asked| {
            let asked = asked.as_ref().filter(|asked| asked.wanted.ticket == page.ticket)?;
            Some(asked.columns.clone())
        });
        let Some(columns) = columns else { return };
        self.is_early.set(false);
        self.pages.update(|pages| {
            if pages.ticket != page.ticket {
                *pages = Pages { ticket: page.ticket, columns, total: page.total, rows: BTreeMap::new() };
            }
            let at = page.from / PAGE;
            pages.rows.insert(at, Arc::new(page.rows));
            while pages.rows.len() > KEPT {
                let farthest = pages.rows.keys().copied().max_by_key(|one| one.abs_diff(at));
                farthest.map(|one| pages.rows.remove(&one));
            }
        });
    }

    /// The columns of the pages that are shown. Tracks the pages.
    pub(super) fn shown_columns(self) -> Vec<ColumnName> {
        self.pages.with(|pages| pages.columns.clone())
    }
}

fn put(query: &mut Query, filter: &Filter, report: &Report) {
    match filter {
        Filter::Action(action) => query.action = Some(*action),
        Filter::Problem(code) => query.problem = Some(code.clone()),
        Filter::InScope(inside) => query.in_scope = Some(*inside),
        Filter::Matched(matched) => query.matched = Some(*matched),
        Filter::Provisioned => query.provisioned = true,
        Filter::Value(target, value) => {
            query.provisioned = true;
            query.value = mapping(report, target).map(|mapping| (mapping, value.clone()));
        }
        Filter::State(target, state) => {
            query.provisioned = true;
            query.state = mapping(report, target).map(|mapping| (mapping, *state));
        }
        Filter::Text(text) => query.text.clone_from(text),
    }
}
