//! The scope: assignment and scoping filters, with the verdict of every clause
//! (entra-docs, define-conditional-rules-for-provisioning-user-accounts).

mod clause;
mod operator;
mod pattern;
mod reading;

pub use clause::ClauseVerdict;
pub use operator::{Operand, OperatorFacts, operator_facts};
pub use reading::{clause_reading, filters_reading};

use crate::directory::Person;
use crate::plan::{ObjectKind, Plan, ProvisionScope, ScopingFilter};

/// The verdict of a clause, a filter or a whole scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It cannot be simulated.
    Unknown,
}

impl Verdict {
    /// All must hold: one False decides, and the rest is not asked.
    fn all(verdicts: impl Iterator<Item = Self>) -> Self {
        Self::unless_decided(Self::False, Self::True, verdicts)
    }

    /// One must hold: one True decides, and the rest is not asked.
    fn any(verdicts: impl Iterator<Item = Self>) -> Self {
        Self::unless_decided(Self::True, Self::False, verdicts)
    }

    fn unless_decided(decides: Self, otherwise: Self, verdicts: impl Iterator<Item = Self>) -> Self {
        let mut so_far = otherwise;
        for one in verdicts {
            if one == decides {
                return decides;
            }
            if one == Self::Unknown {
                so_far = Self::Unknown;
            }
        }
        so_far
    }

    /// The word on screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::True => "true",
            Self::False => "false",
            Self::Unknown => "unknown",
        }
    }
}

/// The verdict of a scoping filter for one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterVerdict {
    /// "Scoping Filter Title".
    pub title: String,
    /// Every clause, in order.
    pub clauses: Vec<ClauseVerdict>,
    /// Whether all of them hold.
    pub verdict: Verdict,
}

/// Whether a person or a group is in scope, and what decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeVerdict {
    /// "Sync only assigned" or "Sync all".
    pub provision: ProvisionScope,
    /// Whether the person is assigned to the application.
    pub assigned: bool,
    /// Every scoping filter, in order. One that holds is enough.
    pub filters: Vec<FilterVerdict>,
    /// Whether the person is in scope.
    pub verdict: Verdict,
}

impl ScopeVerdict {
    /// A clause that makes Entra's scope step fail, with the reason.
    pub fn fault(&self) -> Option<&ClauseVerdict> {
        self.filters.iter().flat_map(|filter| &filter.clauses).find(|clause| clause.fault)
    }

    /// Whether assignment lets the person in: assigned, or everybody is provisioned.
    pub fn is_assigned(&self) -> bool {
        self.provision == ProvisionScope::All || self.assigned
    }

    /// The reason for the verdict, as the start of a sentence.
    pub fn reason(&self) -> String {
        if !self.is_assigned() {
            return "not assigned to the application".to_owned();
        }
        let who = match self.provision {
            ProvisionScope::All => "all users and groups are provisioned",
            ProvisionScope::Assigned => "assigned to the application",
        };
        match (self.verdict, self.filters.len()) {
            (_, 0) => who.to_owned(),
            (Verdict::True, _) => {
                let title = |filter: &&FilterVerdict| filter.verdict == Verdict::True;
                let filter = self.filters.iter().find(title).map_or_else(String::new, |filter| filter.title.clone());
                format!("{who}; the scoping filter “{filter}” lets them in")
            }
            (Verdict::False, 1) => {
                format!("{who}; the scoping filter “{}” does not let them in", self.filters[0].title)
            }
            (Verdict::False, 2) => format!("{who}; neither of the two scoping filters lets them in"),
            (Verdict::False, count) => format!("{who}; none of the {count} scoping filters lets them in"),
            (Verdict::Unknown, _) => format!("{who}; some clauses of the scoping filters cannot be simulated"),
        }
    }
}

/// Judges the scope of a kind for a person or a group.
pub fn judge_scope(plan: &Plan, kind: ObjectKind, person: &Person) -> ScopeVerdict {
    let filters = filters(plan, kind).iter().map(|filter| judge_filter(filter, kind, person));
    let filters: Vec<FilterVerdict> = filters.collect();
    let verdict = combined(plan, person, filters.iter().map(|filter| filter.verdict));
    ScopeVerdict { provision: plan.provision, assigned: person.assigned, filters, verdict }
}

/// The same verdict without what explains it, for everybody who looks at many people.
pub fn scope_verdict(plan: &Plan, kind: ObjectKind, person: &Person) -> Verdict {
    let holds = |filter: &ScopingFilter| {
        Verdict::all(filter.clauses.iter().map(|clause| clause::clause_verdict(clause, kind, person)))
    };
    combined(plan, person, filters(plan, kind).iter().map(holds))
}

fn filters(plan: &Plan, kind: ObjectKind) -> &[ScopingFilter] {
    plan.object_mapping(kind).map_or(&[], |object| &object.scoping_filters)
}

/// Assignment comes first. Without any filter, nobody is filtered out.
fn combined(plan: &Plan, person: &Person, mut filters: impl ExactSizeIterator<Item = Verdict>) -> Verdict {
    if plan.provision == ProvisionScope::Assigned && !person.assigned {
        return Verdict::False;
    }
    if filters.len() == 0 { Verdict::True } else { Verdict::any(&mut filters) }
}

fn judge_filter(filter: &ScopingFilter, kind: ObjectKind, person: &Person) -> FilterVerdict {
    let clauses: Vec<ClauseVerdict> =
        filter.clauses.iter().map(|one| clause::judge_clause(one, kind, person)).collect();
    let verdict = Verdict::all(clauses.iter().map(|clause| clause.verdict));
    FilterVerdict { title: filter.title.clone(), clauses, verdict }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::Starter;
    use crate::plan::Clause;

    fn plan(filters: &[&[(&str, &str, &str)]]) -> Plan {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let clause = |(attribute, operator, value): &(&str, &str, &str)| Clause {
            attribute: (*attribute).to_owned(),
            operator: (*operator).into(),
            values: vec![(*value).to_owned()],
        };
        let filter =
            |clauses: &&[_]| ScopingFilter { title: "F".to_owned(), clauses: clauses.iter().map(clause).collect() };
        plan.object_mappings[0].scoping_filters = filters.iter().map(filter).collect();
        plan
    }

    fn verdict(plan: &Plan, person: serde_json::Value) -> Verdict {
        let (person, _) = Person::from_flat(&serde_json::from_value(person).unwrap());
        let verdict = judge_scope(plan, ObjectKind::User, &person).verdict;
        assert_eq!(scope_verdict(plan, ObjectKind::User, &person), verdict);
        verdict
    }

    #[test]
    fn clauses_are_joined_by_and_filters_by_or() {
        let plan =
            plan(&[&[("department", "EQUALS", "Sales"), ("country", "EQUALS", "DE")], &[("country", "EQUALS", "CH")]]);
        for (department, country, expected) in [
            ("Sales", "DE", Verdict::True),
            ("Sales", "FR", Verdict::False),
            ("HR", "DE", Verdict::False),
            ("HR", "CH", Verdict::True),
        ] {
            assert_eq!(verdict(&plan, json!({"department": department, "country": country})), expected);
        }
    }

    #[test]
    fn an_unknown_clause_leaves_it_open_unless_another_decides() {
        let unknown = ("department", "&", "x");
        assert_eq!(verdict(&plan(&[&[unknown]]), json!({"department": "x"})), Verdict::Unknown);
        let and_false = plan(&[&[unknown, ("country", "EQUALS", "DE")]]);
        assert_eq!(verdict(&and_false, json!({"department": "x", "country": "FR"})), Verdict::False);
        assert_eq!(verdict(&and_false, json!({"department": "x", "country": "DE"})), Verdict::Unknown);
        let or_true = plan(&[&[unknown], &[("country", "EQUALS", "DE")]]);
        assert_eq!(verdict(&or_true, json!({"department": "x", "country": "DE"})), Verdict::True);
        assert_eq!(verdict(&or_true, json!({"department": "x", "country": "FR"})), Verdict::Unknown);
    }

    #[test]
    fn filters_narrow_assignment_and_are_the_only_gate_with_sync_all() {
        let mut plan = plan(&[&[("department", "EQUALS", "Sales")]]);
        assert_eq!(verdict(&plan, json!({"department": "Sales", "assigned": false})), Verdict::False);
        plan.provision = ProvisionScope::All;
        assert_eq!(verdict(&plan, json!({"department": "Sales", "assigned": false})), Verdict::True);
        assert_eq!(verdict(&plan, json!({"department": "HR", "assigned": true})), Verdict::False);
    }
}
