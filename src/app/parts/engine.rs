//! The engine as the screen holds it: pure functions of the library, behind pointers so that they can be loaded later.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::{
    analysis::{Analysis, analyze_again},
    app::{problems::ProblemsDrawer, state::NamedPerson},
    directory::Person,
    lint::Checker,
    plan::{ObjectKind, Plan},
    simulate::{Resolved, resolve_value},
};

/// What derives everything from the plan.
#[derive(Clone, Copy)]
pub struct Engine {
    /// The built-in sample people, then the plan's own.
    pub people: fn(&Plan) -> Vec<NamedPerson>,
    /// Problems and steps.
    pub analyze: fn(&Plan, &[Person]) -> Analysis,
    /// What every mapping of a kind comes to when a person is created.
    pub resolve: fn(&Plan, ObjectKind, &Person) -> Vec<Resolved>,
    /// The problems of the plan, under the places beside the map.
    pub drawer: fn() -> AnyView,
}

impl Engine {
    /// The library's own functions.
    pub(super) fn new() -> Self {
        Self { people: NamedPerson::all, analyze, resolve, drawer: || view! { <ProblemsDrawer /> }.into_any() }
    }
}

thread_local! {
    /// What the checks read of the plan before the last edit.
    static CHECKER: RefCell<Checker> = RefCell::default();
}

fn analyze(plan: &Plan, people: &[Person]) -> Analysis {
    CHECKER.with_borrow_mut(|checker| analyze_again(checker, plan, people))
}

fn resolve(plan: &Plan, kind: ObjectKind, person: &Person) -> Vec<Resolved> {
    let count = plan.object_mapping(kind).map_or(0, |mapping| mapping.attribute_mappings.len());
    (0..count).map(|index| resolve_value(plan, kind, index, person, true)).collect()
}
