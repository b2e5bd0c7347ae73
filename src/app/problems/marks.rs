//! What a row shows of the problems of its mapping.

use std::{collections::HashMap, sync::Arc};

use leptos::prelude::*;

use crate::{app::state::Workspace, editor::MappingId, expression::Severity};

/// The problems of one mapping in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The worst severity.
    pub worst: Severity,
    /// The message of the first problem with it.
    pub message: String,
    /// How many problems there are.
    pub count: usize,
}

/// The marks of every mapping that has problems. All rows share it.
pub fn marks_of_mappings(workspace: Workspace) -> Memo<Arc<HashMap<MappingId, Marks>>> {
    Memo::new(move |_| {
        let mut marks: HashMap<MappingId, Marks> = HashMap::new();
        workspace.problems.with(|problems| {
            // The worst come first.
            for (id, problem) in problems.iter().filter_map(|problem| Some((problem.mapping?, problem))) {
                let worst = problem.diagnostic.severity;
                let first = || Marks { worst, message: problem.diagnostic.message.clone(), count: 0 };
                marks.entry(id).or_insert_with(first).count += 1;
            }
        });
        Arc::new(marks)
    })
}
