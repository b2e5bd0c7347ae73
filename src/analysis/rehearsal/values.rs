//! What each mapping yields for each person: a column for every mapping, with its texts in one arena.

use std::collections::BTreeSet;

use crate::directory::Person;
use crate::expression::read;
use crate::plan::{MappingSource, ObjectKind, Plan};
use crate::simulate::{Flow, Reason, resolve_for_create};

const USER: ObjectKind = ObjectKind::User;

/// What a mapping yields for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A value.
    Value,
    /// The default value.
    Default,
    /// Nothing.
    Empty,
    /// It is not known from this file.
    Unknown,
    /// It fails.
    Failed,
}

impl State {
    all_variants! {
        /// All of them, in the order of the bars.
        pub Value, Default, Empty, Unknown, Failed
    }

    /// The words on screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Value => "has a value",
            Self::Default => "default value",
            Self::Empty => "empty",
            Self::Unknown => "not known from this file",
            Self::Failed => "fails",
        }
    }
}

/// A target value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// What the mapping yields.
    pub state: State,
    /// The value as text. What is not text is JSON. Empty without a value.
    pub text: &'a str,
    /// Whether the text is JSON: a Boolean, a number or a list.
    pub is_json: bool,
}

/// The values of one mapping for everybody.
#[derive(Clone, Debug, Default)]
pub(super) struct ValueColumn {
    arena: String,
    cells: Vec<(u32, u32, State, bool)>,
}

impl ValueColumn {
    pub(super) fn get(&self, row: usize) -> Target<'_> {
        let Some((start, end, state, is_json)) = self.cells.get(row).copied() else {
            return Target { state: State::Unknown, text: "", is_json: false };
        };
        let text = self.arena.get(start as usize..end as usize).unwrap_or_default();
        Target { state, text, is_json }
    }

    pub(super) fn push(&mut self, state: State, text: &str, is_json: bool) {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let start = place(self.arena.len());
        self.arena.push_str(text);
        self.cells.push((start, place(self.arena.len()), state, is_json));
    }
}

/// The mappings of users with the source attributes that each reads.
#[derive(Clone, Debug)]
pub(super) struct Reads(pub(super) Vec<Vec<String>>);

impl Reads {
    pub(super) fn of(plan: &Plan) -> Self {
        let lines = plan.object_mapping(USER).map(|users| users.attribute_mappings.as_slice()).unwrap_or_default();
        let reads = |source: &MappingSource| match source {
            MappingSource::Direct { attribute } => vec![attribute.clone()],
            MappingSource::Expression { expression } => read(expression).reads().to_vec(),
            MappingSource::Constant { .. } | MappingSource::None => Vec::new(),
        };
        Self(lines.iter().map(|line| reads(&line.source)).collect())
    }

    /// Everything that the plan reads of people, each once: for the mappings and for the scope.
    pub(super) fn everything(&self, plan: &Plan) -> Vec<String> {
        let filters = plan.object_mapping(USER).map(|users| users.scoping_filters.as_slice()).unwrap_or_default();
        let scope = filters.iter().flat_map(|filter| &filter.clauses).map(|clause| &clause.attribute);
        let mut seen = BTreeSet::new();
        self.0.iter().flatten().chain(scope).filter(|name| !name.is_empty() && seen.insert(*name)).cloned().collect()
    }
}

/// Adds a person's values. Returns, for each mapping, whether something that it reads has a value.
pub(super) fn push_values(plan: &Plan, reads: &Reads, person: &Person, columns: &mut [ValueColumn]) {
    for (mapping, column) in columns.iter_mut().enumerate() {
        let reads = reads.0.get(mapping).map(Vec::as_slice).unwrap_or_default();
        if reads.iter().any(|name| person.is_unknown(name)) {
            column.push(State::Unknown, "", false);
            continue;
        }
        let (resolved, is_default) = resolve_for_create(plan, USER, mapping, person);
        match resolved.flow {
            Flow::Value { value, .. } => {
                let state = if is_default { State::Default } else { State::Value };
                match value.as_str() {
                    Some(text) => column.push(state, text, false),
                    None => column.push(state, &value.to_string(), true),
                }
            }
            Flow::DidNotFlow(Reason::NotSimulated(_)) => column.push(State::Unknown, "", false),
            Flow::DidNotFlow(reason) if reason.is_an_error() => column.push(State::Failed, "", false),
            Flow::DidNotFlow(_) => column.push(State::Empty, "", false),
        }
    }
}
