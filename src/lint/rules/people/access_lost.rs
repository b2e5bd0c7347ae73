//! P021.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P021",
    name: "access-lost",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The first cycle disables and deletes nobody.",
    why: "An existing user who matches somebody outside the scope, or somebody who is not active, loses access in the first cycle.",
    example: "An existing user whose person is not assigned to the application.",
    remedy: "Assign the person, or widen the scoping filters, if the user needs access.",
    source: "entra-docs, how-provisioning-works: deprovisioning",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Person(|person| person.loses_access),
        says: ("loses access", "lose access"),
    }),
};
