//! Parts that were just added and still have nothing typed in them. The screen shows no problems for them yet.

use std::collections::BTreeSet;

use super::{ClauseId, Identities, MappingId, Problem};
use crate::plan::{AttributeMapping, Clause, Plan};

/// New rows of the mapping table and new clauses, until somebody types into them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untouched {
    mappings: BTreeSet<MappingId>,
    clauses: BTreeSet<ClauseId>,
}

impl Untouched {
    /// Whether there is no such part.
    pub fn is_empty(&self) -> bool {
        self.mappings.is_empty() && self.clauses.is_empty()
    }

    /// A blank row was added.
    pub fn add_mapping(&mut self, id: MappingId) {
        self.mappings.insert(id);
    }

    /// A blank clause was added.
    pub fn add_clause(&mut self, id: ClauseId) {
        self.clauses.insert(id);
    }

    /// The parts that are still blank in a plan.
    #[must_use]
    pub fn still_blank(&self, plan: &Plan, identities: &Identities) -> Self {
        let is_blank_mapping = |id: &MappingId| {
            let mapping = identities.place_of_mapping(*id).and_then(|(kind, at)| plan.attribute_mapping(kind, at));
            mapping.is_some_and(AttributeMapping::is_blank)
        };
        let is_blank_clause = |id: &ClauseId| clause(plan, identities, *id).is_some_and(Clause::is_blank);
        Self {
            mappings: self.mappings.iter().copied().filter(is_blank_mapping).collect(),
            clauses: self.clauses.iter().copied().filter(is_blank_clause).collect(),
        }
    }

    /// Whether a problem is about a blank row.
    pub fn hides(&self, problem: &Problem) -> bool {
        problem.mapping.is_some_and(|id| self.mappings.contains(&id))
    }

    /// The plan without the blank clauses, and without filters that have no others; none if there are no such clauses.
    /// Mappings keep their place.
    pub fn without_clauses(&self, plan: &Plan, identities: &Identities) -> Option<Plan> {
        if self.clauses.is_empty() {
            return None;
        }
        let mut next = plan.clone();
        for object in &mut next.object_mappings {
            let filters = identities.filters(object.kind).iter().zip(std::mem::take(&mut object.scoping_filters));
            object.scoping_filters = filters
                .filter_map(|(known, mut filter)| {
                    let had_clauses = !filter.clauses.is_empty();
                    let clauses = known.clauses.iter().zip(filter.clauses);
                    filter.clauses =
                        clauses.filter(|(id, _)| !self.clauses.contains(id)).map(|(_, clause)| clause).collect();
                    (!had_clauses || !filter.clauses.is_empty()).then_some(filter)
                })
                .collect();
        }
        Some(next)
    }
}

fn clause<'a>(plan: &'a Plan, identities: &Identities, id: ClauseId) -> Option<&'a Clause> {
    let (kind, filter, at) = identities.place_of_clause(id)?;
    plan.object_mapping(kind)?.scoping_filters.get(filter)?.clauses.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        editor::Session,
        lint::Checker,
        plan::{Edit, ObjectKind, ObjectMapping, ScopingFilter},
    };

    const USER: ObjectKind = ObjectKind::User;

    fn session() -> Session {
        let attribute_mappings = vec![
            AttributeMapping::direct("objectId", "externalId").matching(1),
            AttributeMapping::direct("userPrincipalName", "userName"),
        ];
        let users = ObjectMapping { attribute_mappings, ..ObjectMapping::default() };
        Session::new(Plan { object_mappings: vec![users], ..Plan::default() })
    }

    fn problems(session: &Session, untouched: &Untouched) -> usize {
        let (plan, identities) = (session.plan(), session.identities());
        let without = untouched.without_clauses(plan, identities);
        let found = Checker::default().check(without.as_ref().unwrap_or(plan), &[]);
        Problem::all(&found, identities).iter().filter(|problem| !untouched.hides(problem)).count()
    }

    #[test]
    fn a_new_row_shows_no_problems_until_something_is_typed() {
        let mut session = session();
        let mut untouched = Untouched::default();
        let before = problems(&session, &untouched);
        let index = session.identities().mappings(USER).len();
        let insert = Edit::InsertMapping { kind: USER, index, mapping: AttributeMapping::blank() };
        session.dispatch(&[insert], "Add", None).unwrap();
        assert!(problems(&session, &untouched) > before, "the plan itself has problems");
        untouched.add_mapping(session.identities().mappings(USER)[index]);
        assert_eq!(problems(&session, &untouched), before);
        let edit = Edit::SetTargetAttribute { kind: USER, index, target_attribute: "x".to_owned() };
        session.dispatch(&[edit], "Type", None).unwrap();
        let untouched = untouched.still_blank(session.plan(), session.identities());
        assert!(untouched.is_empty());
        assert!(problems(&session, &untouched) > before);
    }

    #[test]
    fn a_new_filter_shows_no_problems_until_something_is_typed() {
        let mut session = session();
        let mut untouched = Untouched::default();
        let before = problems(&session, &untouched);
        let mut filters = vec![ScopingFilter { title: "Filter 1".to_owned(), clauses: vec![Clause::blank()] }];
        session.dispatch(&[Edit::SetScopingFilters { kind: USER, filters: filters.clone() }], "Add", None).unwrap();
        assert!(problems(&session, &untouched) > before, "the plan itself has problems");
        untouched.add_clause(session.identities().filters(USER)[0].clauses[0]);
        assert_eq!(problems(&session, &untouched), before);
        assert_eq!(untouched.still_blank(session.plan(), session.identities()), untouched);
        filters[0].clauses[0].attribute = "city".to_owned();
        session.dispatch(&[Edit::SetScopingFilters { kind: USER, filters }], "Type", None).unwrap();
        let untouched = untouched.still_blank(session.plan(), session.identities());
        assert!(untouched.is_empty());
        assert!(problems(&session, &untouched) > before);
    }
}
