//! The engine: the library's functions that derive everything from the plan.

use std::cell::RefCell;

use crate::{
    analysis::checklist::checklist,
    app::state::{Engine, NamedPerson},
    catalog::profile_of,
    directory::Person,
    editor::{MergeKey, Session},
    exchange::scim_schemas::edits_onto,
    lint::{Checker, Diagnostic},
    plan::{Edit, ObjectKind, Plan},
    simulate::{Resolved, resolve_value},
    text::secret::find_secret,
};

/// The library's own functions.
pub(super) fn engine() -> Engine {
    Engine {
        people: NamedPerson::all,
        dispatch,
        profile: profile_of,
        describe: edits_onto,
        check,
        is_secret: |text| find_secret(text).is_some(),
        checklist,
        resolve,
    }
}

fn dispatch(session: &mut Session, edits: &[Edit], label: &str, merge_key: Option<MergeKey>) -> Result<(), String> {
    session.dispatch(edits, label, merge_key).map_err(|reason| reason.to_string())
}

thread_local! {
    /// What the checks read of the plan before the last edit.
    static CHECKER: RefCell<Checker> = RefCell::default();
}

fn check(plan: &Plan, people: &[Person]) -> Vec<Diagnostic> {
    CHECKER.with_borrow_mut(|checker| checker.check(plan, people))
}

fn resolve(plan: &Plan, kind: ObjectKind, person: &Person) -> Vec<Resolved> {
    let count = plan.object_mapping(kind).map_or(0, |mapping| mapping.attribute_mappings.len());
    (0..count).map(|index| resolve_value(plan, kind, index, person, true)).collect()
}
