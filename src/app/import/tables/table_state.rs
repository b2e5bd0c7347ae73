//! What a person decides about a table: which one it is, what its columns are, where its rows go.

use std::sync::Arc;

use leptos::prelude::*;

use super::table_name;
use crate::{
    app::{
        import::PASTED,
        state::{Workspace, use_workspace},
    },
    exchange::tables::{Basis, Columns, Grid, Lacking, Reading, Role, TableFile, changes, guess, new_plan, read},
    plan::{Edit, ObjectKind, Plan},
};

/// The state of the dialog, copied wherever it is needed.
#[derive(Clone, Copy)]
pub(super) struct TableState {
    pub(super) workspace: Workspace,
    file_name: StoredValue<String>,
    file: StoredValue<Arc<TableFile>>,
    /// The place of the table that is read.
    pub(super) chosen: RwSignal<usize>,
    /// What its columns are; nothing for JSON rows, which need none.
    pub(super) columns: RwSignal<Option<Columns>>,
    /// Whether the rows change the open plan.
    pub(super) onto_open: RwSignal<bool>,
    /// What happens to mappings that the table lacks.
    pub(super) removes_others: RwSignal<bool>,
    /// The rows, read for the plan that they go to.
    pub(super) reading: Memo<Arc<Reading>>,
    /// The edits of the open plan.
    pub(super) edits: Memo<Arc<Vec<Edit>>>,
}

fn columns_of(file: &TableFile, at: usize) -> Option<Columns> {
    match file {
        TableFile::Tables { grids, .. } => grids.get(at).map(guess),
        TableFile::Rows(_) => None,
    }
}

impl TableState {
    pub(super) fn new(name: &str, file: TableFile) -> Self {
        let workspace = use_workspace();
        let at = match &file {
            TableFile::Tables { chosen, .. } => *chosen,
            TableFile::Rows(_) => 0,
        };
        let file = Arc::new(file);
        let columns = RwSignal::new(columns_of(&file, at));
        let file = StoredValue::new(file);
        let chosen = RwSignal::new(at);
        let onto_open = RwSignal::new(workspace.is_open.get_untracked());
        let removes_others = RwSignal::new(false);
        let reading = Memo::new(move |_| {
            let plan = if onto_open.get() { workspace.plan.get() } else { Arc::new(Plan::default()) };
            let (at, file) = (chosen.get(), file.get_value());
            Arc::new(match &*file {
                TableFile::Rows(reading) => reading.clone(),
                TableFile::Tables { grids, .. } => columns.with(|columns| match (grids.get(at), columns) {
                    (Some(grid), Some(columns)) => read(&plan, grid, columns),
                    _ => Reading::default(),
                }),
            })
        });
        let edits = Memo::new(move |_| {
            let others = if removes_others.get() { Lacking::Remove } else { Lacking::Keep };
            Arc::new(reading.with(|reading| workspace.plan.with(|plan| changes(plan, reading, others))))
        });
        let file_name = StoredValue::new(name.to_owned());
        Self { workspace, file_name, file, chosen, columns, onto_open, removes_others, reading, edits }
    }

    /// The names of the tables; none for JSON rows.
    pub(super) fn tables(self) -> Vec<String> {
        self.file.with_value(|file| match &**file {
            TableFile::Tables { grids, .. } => {
                grids.iter().enumerate().map(|(at, grid): (usize, &Grid)| table_name(grid, at)).collect()
            }
            TableFile::Rows(_) => Vec::new(),
        })
    }

    /// What to know about the file. Which table was chosen is on screen already.
    pub(super) fn notes(self) -> Vec<String> {
        self.file.with_value(|file| match &**file {
            TableFile::Tables { notes, .. } => {
                notes.iter().filter(|note| !note.starts_with("the file has ")).cloned().collect()
            }
            TableFile::Rows(_) => Vec::new(),
        })
    }

    /// Reads another table of the file.
    pub(super) fn choose(self, at: usize) {
        self.columns.set(self.file.with_value(|file| columns_of(file, at)));
        self.chosen.set(at);
    }

    /// Gives a column another role. A column that had this role loses it.
    pub(super) fn set_role(self, at: usize, role: Role) {
        self.columns.update(|columns| {
            let Some(columns) = columns else { return };
            for (place, column) in columns.columns.iter_mut().enumerate() {
                if place == at {
                    column.role = role;
                    column.basis = Basis::Chosen;
                } else if role != Role::Ignored && column.role == role {
                    column.role = Role::Ignored;
                    column.basis = Basis::Chosen;
                }
            }
            columns.is_own = false;
        });
    }

    /// Takes the guess as it is, where headings are repeated.
    pub(super) fn keep_guess(self) {
        self.columns.update(|columns| {
            for column in columns.iter_mut().flat_map(|columns| &mut columns.columns) {
                column.basis = Basis::Chosen;
            }
        });
    }

    /// Says what the rows are for.
    pub(super) fn set_object(self, kind: ObjectKind) {
        self.columns.update(|columns| {
            if let Some(columns) = columns {
                columns.object = kind;
            }
        });
    }

    /// A new plan with the rows, called like the file.
    pub(super) fn new_plan(self) -> Plan {
        let name = self.file_name.with_value(|name| {
            let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
            if name == PASTED { String::new() } else { stem.to_owned() }
        });
        self.reading.with_untracked(|reading| new_plan(&name, reading))
    }
}
