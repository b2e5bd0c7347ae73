//! Identities of mappings, clauses and people. They last while the plan is open: an edit elsewhere, an undo or a redo does
//! not change them. The plan file does not contain them.

use std::fmt;

use crate::plan::{Edit, ObjectKind, ObjectMapping, Plan, ScopingFilter};

macro_rules! identity {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

identity! {
    /// An attribute mapping of the open plan.
    MappingId
}
identity! {
    /// A scoping filter of the open plan.
    FilterId
}
identity! {
    /// A clause of a scoping filter of the open plan.
    ClauseId
}
identity! {
    /// A sample person of the open plan.
    PersonId
}

/// Gives out identities. A number is never given out twice while the plan is open, so a removed row cannot come back as
/// another one.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

/// A scoping filter with its clauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterIdentities {
    /// The filter.
    pub id: FilterId,
    /// Its clauses, in order.
    pub clauses: Vec<ClauseId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ObjectIdentities {
    kind: ObjectKind,
    mappings: Vec<MappingId>,
    filters: Vec<FilterIdentities>,
}

/// The identities of a plan's parts, each list in the order of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identities {
    objects: Vec<ObjectIdentities>,
    people: Vec<PersonId>,
}

impl Identities {
    /// New identities for every part of a plan.
    pub(super) fn new(plan: &Plan, numbers: &mut Numbers) -> Self {
        Self {
            objects: plan.object_mappings.iter().map(|object| ObjectIdentities::new(object, numbers)).collect(),
            people: plan.people.iter().map(|_| PersonId(numbers.next())).collect(),
        }
    }

    /// The identities after edits that were applied to `before`. Parts that the edits leave keep theirs.
    pub(super) fn after(&self, before: &Plan, edits: &[Edit], numbers: &mut Numbers) -> Self {
        let mut next = self.clone();
        for (at, edit) in edits.iter().enumerate() {
            next.follow(edit, numbers, |kind| filters_before(before, &edits[..at], kind));
        }
        next
    }

    /// The identities of a plan that became `now`, or came of it, without the edits between them. Parts that look the same
    /// at the same end keep theirs.
    pub(super) fn related(&self, now: &Plan, plan: &Plan, numbers: &mut Numbers) -> Self {
        let objects = plan.object_mappings.iter().map(|object| {
            let known = now.object_mapping(object.kind).zip(self.object(object.kind));
            let Some((old, known)) = known else { return ObjectIdentities::new(object, numbers) };
            let mappings = aligned(&old.attribute_mappings, &known.mappings, &object.attribute_mappings, || {
                MappingId(numbers.next())
            });
            let filters = aligned_filters(&old.scoping_filters, &known.filters, &object.scoping_filters, numbers);
            ObjectIdentities { kind: object.kind, mappings, filters }
        });
        let objects = objects.collect();
        Self { objects, people: aligned(&now.people, &self.people, &plan.people, || PersonId(numbers.next())) }
    }

    fn follow<'a>(
        &mut self,
        edit: &Edit,
        numbers: &mut Numbers,
        filters_before: impl FnOnce(ObjectKind) -> &'a [ScopingFilter],
    ) {
        match edit {
            Edit::AddObjectMapping { mapping } => self.objects.push(ObjectIdentities::new(mapping, numbers)),
            Edit::InsertMapping { kind, index, .. } => {
                if let Some(mappings) = self.mappings_mut(*kind) {
                    mappings.insert((*index).min(mappings.len()), MappingId(numbers.next()));
                }
            }
            Edit::RemoveMapping { kind, index } => {
                if let Some(mappings) = self.mappings_mut(*kind).filter(|mappings| *index < mappings.len()) {
                    mappings.remove(*index);
                }
            }
            Edit::MoveMapping { kind, from, to } => {
                if let Some(mappings) = self.mappings_mut(*kind).filter(|mappings| *from.max(to) < mappings.len()) {
                    let moved = mappings.remove(*from);
                    mappings.insert(*to, moved);
                }
            }
            Edit::SetScopingFilters { kind, filters } => {
                if let Some(object) = self.objects.iter_mut().find(|object| object.kind == *kind) {
                    object.filters = aligned_filters(filters_before(*kind), &object.filters, filters, numbers);
                }
            }
            Edit::AddPerson { .. } => self.people.push(PersonId(numbers.next())),
            Edit::RemovePerson { index } if *index < self.people.len() => drop(self.people.remove(*index)),
            // The rest changes parts where they are.
            _ => {}
        }
    }

    fn mappings_mut(&mut self, kind: ObjectKind) -> Option<&mut Vec<MappingId>> {
        Some(&mut self.objects.iter_mut().find(|object| object.kind == kind)?.mappings)
    }

    fn object(&self, kind: ObjectKind) -> Option<&ObjectIdentities> {
        self.objects.iter().find(|object| object.kind == kind)
    }

    /// The mappings of a kind, in the order of the table.
    pub fn mappings(&self, kind: ObjectKind) -> &[MappingId] {
        self.object(kind).map_or(&[], |object| &object.mappings)
    }

    /// Where a mapping is now; none if the plan no longer has it.
    pub fn place_of_mapping(&self, id: MappingId) -> Option<(ObjectKind, usize)> {
        self.objects
            .iter()
            .find_map(|object| Some((object.kind, object.mappings.iter().position(|mapping| *mapping == id)?)))
    }

    /// The scoping filters of a kind, in order.
    pub fn filters(&self, kind: ObjectKind) -> &[FilterIdentities] {
        self.object(kind).map_or(&[], |object| &object.filters)
    }

    /// Where a scoping filter is now; none if the plan no longer has it.
    pub fn place_of_filter(&self, id: FilterId) -> Option<(ObjectKind, usize)> {
        self.objects
            .iter()
            .find_map(|object| Some((object.kind, object.filters.iter().position(|filter| filter.id == id)?)))
    }

    /// Where a clause is now, as kind, filter and clause; none if the plan no longer has it.
    pub fn place_of_clause(&self, id: ClauseId) -> Option<(ObjectKind, usize, usize)> {
        self.objects.iter().find_map(|object| {
            let mut filters = object.filters.iter().enumerate();
            let found = |filter: &FilterIdentities| filter.clauses.iter().position(|clause| *clause == id);
            filters.find_map(|(at, filter)| Some((object.kind, at, found(filter)?)))
        })
    }

    /// The plan's people, in order.
    pub fn people(&self) -> &[PersonId] {
        &self.people
    }

    /// Where a person is now; none if the plan no longer has them.
    pub fn place_of_person(&self, id: PersonId) -> Option<usize> {
        self.people.iter().position(|person| *person == id)
    }
}

impl ObjectIdentities {
    fn new(object: &ObjectMapping, numbers: &mut Numbers) -> Self {
        Self {
            kind: object.kind,
            mappings: object.attribute_mappings.iter().map(|_| MappingId(numbers.next())).collect(),
            filters: object.scoping_filters.iter().map(|filter| FilterIdentities::new(filter, numbers)).collect(),
        }
    }
}

impl FilterIdentities {
    fn new(filter: &ScopingFilter, numbers: &mut Numbers) -> Self {
        Self {
            id: FilterId(numbers.next()),
            clauses: filter.clauses.iter().map(|_| ClauseId(numbers.next())).collect(),
        }
    }
}

/// The scoping filters of a kind after some edits.
fn filters_before<'a>(plan: &'a Plan, edits: &'a [Edit], kind: ObjectKind) -> &'a [ScopingFilter] {
    let set = edits.iter().rev().find_map(|edit| match edit {
        Edit::SetScopingFilters { kind: of, filters } if *of == kind => Some(filters),
        Edit::AddObjectMapping { mapping } if mapping.kind == kind => Some(&mapping.scoping_filters),
        _ => None,
    });
    set.or_else(|| plan.object_mapping(kind).map(|object| &object.scoping_filters)).map_or(&[], Vec::as_slice)
}

/// The identities of a new list: those of the old one where the items come from there.
fn aligned<T: PartialEq, I: Copy>(before: &[T], ids: &[I], after: &[T], mut next: impl FnMut() -> I) -> Vec<I> {
    let known = |from: Option<usize>| from.and_then(|from| ids.get(from).copied());
    origins(before, after).into_iter().map(|from| known(from).unwrap_or_else(&mut next)).collect()
}

fn aligned_filters(
    before: &[ScopingFilter],
    ids: &[FilterIdentities],
    after: &[ScopingFilter],
    numbers: &mut Numbers,
) -> Vec<FilterIdentities> {
    let mut aligned = Vec::with_capacity(after.len());
    for (filter, from) in after.iter().zip(origins(before, after)) {
        let known = from.and_then(|from| Some((before.get(from)?, ids.get(from)?)));
        let Some((old, known)) = known else {
            aligned.push(FilterIdentities::new(filter, numbers));
            continue;
        };
        let clauses = self::aligned(&old.clauses, &known.clauses, &filter.clauses, || ClauseId(numbers.next()));
        aligned.push(FilterIdentities { id: known.id, clauses });
    }
    aligned
}

/// For each item of the new list, its place in the old one. Equal items at both ends keep their places. Between them, items
/// are matched in order.
fn origins<T: PartialEq>(before: &[T], after: &[T]) -> Vec<Option<usize>> {
    let start = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let rest = before[start..].iter().rev().zip(after[start..].iter().rev());
    let end = rest.take_while(|(old, new)| old == new).count();
    let between = (before.len() - start - end, after.len() - start - end);
    (0..after.len())
        .map(|at| {
            if at < start {
                Some(at)
            } else if at >= after.len() - end {
                Some(at + before.len() - after.len())
            } else {
                (at - start < between.0).then_some(at)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_of_insertions_removals_and_changes() {
        let check = |before: &str, after: &str, expected: &[Option<usize>]| {
            let (before, after): (Vec<_>, Vec<_>) = (before.chars().collect(), after.chars().collect());
            assert_eq!(origins(&before, &after), expected, "{before:?} {after:?}");
        };
        check("abc", "abc", &[Some(0), Some(1), Some(2)]);
        check("abc", "ac", &[Some(0), Some(2)]);
        check("abc", "axbc", &[Some(0), None, Some(1), Some(2)]);
        check("abc", "axc", &[Some(0), Some(1), Some(2)]);
        check("aa", "a", &[Some(0)]);
        check("", "ab", &[None, None]);
        check("ab", "", &[]);
        check("abc", "xyzc", &[Some(0), Some(1), None, Some(2)]);
    }
}
