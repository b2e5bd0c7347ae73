//! The scope of the sample people. People with the same values in every attribute that a filter reads share a verdict, and
//! are judged once.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::directory::Person;
use crate::plan::{ObjectKind, Plan};
use crate::simulate::{Verdict, scope_verdict};

/// The verdicts so far.
#[derive(Debug, Default)]
pub(super) struct ScopeMemory {
    verdicts: RefCell<HashMap<(bool, Vec<String>), Verdict>>,
}

impl ScopeMemory {
    /// Whether a person is in scope.
    pub(super) fn verdict(&self, plan: &Plan, attributes: &[&str], person: &Person) -> Verdict {
        let value = |name: &&str| person.get(name).map_or_else(String::new, ToString::to_string);
        let key = (person.assigned, attributes.iter().map(value).collect());
        if let Some(known) = self.verdicts.borrow().get(&key) {
            return *known;
        }
        let verdict = scope_verdict(plan, ObjectKind::User, person);
        self.verdicts.borrow_mut().insert(key, verdict);
        verdict
    }
}

/// The attributes that the scoping filters of users read, each once.
pub(super) fn scope_attributes(plan: &Plan) -> Vec<&str> {
    let filters = plan.object_mapping(ObjectKind::User).map_or(&[][..], |users| &users.scoping_filters);
    let clauses = filters.iter().flat_map(|filter| &filter.clauses);
    let mut attributes: Vec<&str> = clauses.map(|clause| clause.attribute.as_str()).collect();
    attributes.sort_unstable();
    attributes.dedup();
    attributes
}
