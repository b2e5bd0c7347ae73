//! Whether a person is in scope and what decides it, in words.

use super::outcomes::Scope;
use super::result::Rehearsal;
use crate::plan::{ObjectKind, ScopingFilter};
use crate::simulate::clause_reading;

impl Rehearsal {
    /// Whether the person of a row is in scope and what decides it, in words.
    pub fn scope_reading(&self, row: usize) -> String {
        let filter = |at: u16| {
            let users = self.plan().object_mapping(ObjectKind::User)?;
            users.scoping_filters.get(usize::from(at))
        };
        let clause = |(at, clause): (u16, u16)| {
            let found = filter(at).and_then(|filter| filter.clauses.get(usize::from(clause)));
            found.map(clause_reading).unwrap_or_default()
        };
        match self.row(row).map(|row| row.scope) {
            None => String::new(),
            Some(Scope::In) => "in scope".to_owned(),
            Some(Scope::InBy(at)) => format!("in scope by {}", filter(at).map(named).unwrap_or_default()),
            Some(Scope::NotAssigned) => "out of scope. The person is not assigned".to_owned(),
            Some(Scope::OutBy(at, one)) => format!("out of scope. This clause is false: {}", clause((at, one))),
            Some(Scope::Undecided(at, one)) => {
                format!("may be in scope. This clause cannot be decided: {}", clause((at, one)))
            }
        }
    }
}

/// What to call a filter.
fn named(filter: &ScopingFilter) -> String {
    let clauses = || filter.clauses.iter().map(clause_reading).collect::<Vec<_>>().join(" and ");
    if filter.title.trim().is_empty() {
        format!("the filter: {}", clauses())
    } else {
        format!("“{}”", filter.title)
    }
}
