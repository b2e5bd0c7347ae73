//! References to people: the id that a manager or a member has at the target.

use super::matching::{MatchOutcome, Searched, run_matching};
use super::{Verdict, judge_scope};
use crate::directory::Person;
use crate::plan::{ObjectKind, Plan};

/// The value of a reference to a person.
pub(super) enum Reference {
    /// The target's id.
    Id(String),
    /// An id that only the target knows, as `{id of …}`, with the reason.
    Placeholder(String, String),
    /// The person is not provisioned, with the reason.
    Missing(String),
}

/// The placeholder for an ID that only the target knows.
pub(super) fn reference_to(key: &str) -> String {
    format!("{{id of {key}}}")
}

/// The id that a person has at the target.
pub(super) fn reference(plan: &Plan, searched: Searched<'_>, person: &Person) -> Reference {
    // For a person of whom only an id is given, neither scope nor state is known.
    let whole = person.get("IsSoftDeleted").is_some();
    let key = person.key().unwrap_or(&person.label);
    if let Some(id) = searched.target.and_then(|target| target.links.get(key)) {
        return Reference::Id(id.clone());
    }
    let scope = whole.then(|| judge_scope(plan, ObjectKind::User, person));
    if let Some(scope) = scope.filter(|scope| scope.verdict == Verdict::False) {
        return Reference::Missing(format!("{} is not in scope ({})", person.label, scope.reason()));
    }
    let matching = run_matching(plan, ObjectKind::User, person, searched);
    let placeholder = |reason: &str| Reference::Placeholder(reference_to(key), reason.to_owned());
    match matching.outcome {
        MatchOutcome::One(hit) => match hit.resource.id() {
            Some(id) => Reference::Id(id.to_owned()),
            None => placeholder("The matching user at the target has no ID."),
        },
        MatchOutcome::Several { .. } => {
            placeholder("Several users at the target match, so Entra may not link this person.")
        }
        MatchOutcome::NotKnown => placeholder("The list of the target is incomplete, so the ID is not known."),
        _ if whole && person.is_soft_deleted() => {
            Reference::Missing(format!("{} is not active, and nobody at the target matches", person.label))
        }
        _ => placeholder(
            "Entra sends the ID that the target gave this person. It is known after the person is provisioned.",
        ),
    }
}
