//! A problem as the screen addresses it: by what it is about, not by its place in a list.

use std::collections::HashMap;

use super::{Identities, MappingId};
use crate::{
    lint::{Diagnostic, Field},
    plan::ObjectKind,
};

/// Which problem. It stays the same while other problems come and go.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ProblemId {
    code: &'static str,
    kind: Option<ObjectKind>,
    mapping: Option<MappingId>,
    field: Option<Field>,
    target: Option<String>,
    /// Counts problems that are otherwise the same.
    number: usize,
}

/// An open problem with the mapping that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Which problem.
    pub id: ProblemId,
    /// The mapping.
    pub mapping: Option<MappingId>,
    /// What the rule says.
    pub diagnostic: Diagnostic,
}

impl Problem {
    /// Diagnostics of the plan that the identities belong to, in the same order.
    pub fn all<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, identities: &Identities) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let mut seen: HashMap<ProblemId, usize> = HashMap::new();
        for diagnostic in diagnostics {
            let place = diagnostic.place;
            let mapping =
                place.kind.zip(place.mapping).and_then(|(kind, index)| identities.mappings(kind).get(index).copied());
            let mut id = ProblemId {
                code: diagnostic.code,
                kind: place.kind,
                mapping,
                field: place.field,
                // The target of a mapping changes while it is typed.
                target: diagnostic.target.clone().filter(|_| mapping.is_none()),
                number: 0,
            };
            let count = seen.entry(id.clone()).or_default();
            id.number = *count;
            *count += 1;
            all.push(Self { id, mapping, diagnostic: diagnostic.clone() });
        }
        all
    }
}
